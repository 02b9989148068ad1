import type { Preset } from '../../../shared/contract/preset.ts';
import type { Rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { actionFigures, actionFiguresByUnit } from '../actions/actions-figures.ts';
import type { FigureScope } from '../figure-scope.ts';
import { rectificationFigures, rectificationFiguresByUnit } from '../rectification/rectification-figures.ts';
import {
  selfInspectionFigures,
  selfInspectionFiguresByUnit,
} from '../self-inspection/self-inspection-figures.ts';
import { studyFigures, studyFiguresByUnit } from '../study/study-figures.ts';
import { talkFigures, talkFiguresByUnit } from '../supporting/talk-figures.ts';

export type Rates = Partial<Record<FigureId, Rate>>;

/** What the registers of one office are asked. */
export interface FiguresMeant {
  /** Surrogate. */
  readonly office: number;
  readonly asOf: CalendarDate;
  readonly scope: FigureScope;
  readonly session: string | undefined;
  readonly round: string | undefined;
  /** As it was in force on the day. */
  readonly campaign: Preset;
  readonly figures: readonly FigureId[];
}

/** The figures asked for, each from the register that has its rows. */
export function figuresOf(db: Readable, meant: FiguresMeant): Rates {
  const { office, asOf, scope, session, round, campaign } = meant;
  const { required: requiredTypes } = campaign.educationTypes;
  return {
    ...(asks(meant, STUDY) && studyFigures(db, office, asOf, { requiredTypes, session, scope })),
    ...(asks(meant, ['actionCompletion']) && actionFigures(db, office, asOf, scope)),
    ...(asks(meant, ['selfInspectionCoverage']) && selfInspectionFigures(db, office, asOf, round, scope)),
    ...(asks(meant, ['talkCoverage']) && talkFigures(db, office, asOf, scope)),
    ...(asks(meant, ITEMS) && rectificationFigures(db, office, asOf, scope)),
  };
}

/** The same for each unit alone, by its surrogate; 0: rows of no unit. They add up to `figuresOf`. */
export function figuresByUnit(db: Readable, meant: FiguresMeant): ReadonlyMap<number, Rates> {
  const { office, asOf, scope, session, round, campaign } = meant;
  const { required: requiredTypes } = campaign.educationTypes;
  const parts: (false | ReadonlyMap<number, Rates>)[] = [
    asks(meant, STUDY) && studyFiguresByUnit(db, office, asOf, { requiredTypes, session, scope }),
    asks(meant, ['actionCompletion']) && actionFiguresByUnit(db, office, asOf, scope),
    asks(meant, ['selfInspectionCoverage']) && selfInspectionFiguresByUnit(db, office, asOf, round, scope),
    asks(meant, ['talkCoverage']) && talkFiguresByUnit(db, office, asOf, scope),
    asks(meant, ITEMS) && rectificationFiguresByUnit(db, office, asOf, scope),
  ];
  const units = new Map<number, Rates>();
  for (const part of parts)
    for (const [unit, rates] of part || []) units.set(unit, { ...units.get(unit), ...rates });
  return units;
}

const STUDY = [
  'attendanceRate',
  'participationFirst',
  'participationWithMakeup',
  'coverage',
  'makeupCompletion',
];
const ITEMS = ['rectificationCompletion', 'closureRate', 'onTimeRate', 'onTimeRateExtended', 'reworkRate'];

function asks({ figures }: FiguresMeant, ids: readonly string[]): boolean {
  return figures.some((id) => ids.includes(id));
}
