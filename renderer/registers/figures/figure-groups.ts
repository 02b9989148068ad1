import type { FigureId } from '../../../shared/vocabulary/words.ts';

export const FIGURE_GROUPS = ['study', 'selfInspection', 'rectification'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly text: string;
}

/** Null: the figure says nothing under the filter. */
export type Figures = Readonly<Partial<Record<FigureId, Figure | null>>>;

const MEMBERS: Readonly<Record<FigureGroup, readonly FigureId[]>> = {
  study: [
    'attendanceRate',
    'participationFirst',
    'participationWithMakeup',
    'coverage',
    'actionCompletion',
    'makeupCompletion',
  ],
  selfInspection: ['selfInspectionCoverage', 'talkCoverage'],
  rectification: ['rectificationCompletion', 'closureRate', 'onTimeRate', 'onTimeRateExtended', 'reworkRate'],
};

/** The figures of a group that are there, in the order in which they are printed. */
export function membersOf(group: FigureGroup, figures: Figures): FigureId[] {
  return MEMBERS[group].filter((id) => figures[id] !== undefined);
}

/** Everything that is there, in one row of steps for the arrow keys. */
export function shownFigures(figures: Figures): FigureId[] {
  return FIGURE_GROUPS.flatMap((group) => membersOf(group, figures));
}

/** The figure that an arrow key leads to from the chosen one; it stops at both ends. */
export function steppedFigure(key: string, chosen: FigureId, figures: Figures): FigureId | undefined {
  const ids = shownFigures(figures);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(ids.indexOf(chosen) + 1, ids.length - 1),
    ArrowUp: Math.max(ids.indexOf(chosen) - 1, 0),
    Home: 0,
    End: ids.length - 1,
  };
  const at = targets[key];
  return at === undefined ? undefined : ids[at];
}
