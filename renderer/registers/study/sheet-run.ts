import type { SheetLayout } from './sheet-layout.ts';

/** A selection is a run, as in text: from where it began to where the keys or the pointer went. */
export interface Run {
  readonly anchor: number;
  readonly focus: number;
}

export function runAt(at: number): Run {
  return { anchor: at, focus: at };
}

export function firstOf({ anchor, focus }: Run): number {
  return Math.min(anchor, focus);
}

export function lastOf({ anchor, focus }: Run): number {
  return Math.max(anchor, focus);
}

export function lengthOf(run: Run): number {
  return lastOf(run) - firstOf(run) + 1;
}

export function isInRun(run: Run, at: number): boolean {
  return firstOf(run) <= at && at <= lastOf(run);
}

export function chosenOf<Row>(rows: readonly Row[], run: Run): readonly Row[] {
  return rows.slice(firstOf(run), lastOf(run) + 1);
}

/** A run of a list that became shorter, or of another one. */
export function within(run: Run, count: number): Run {
  const most = Math.max(0, count - 1);
  return run.anchor <= most && run.focus <= most
    ? run
    : { anchor: Math.min(run.anchor, most), focus: Math.min(run.focus, most) };
}

const EDGES = ['top', 'right', 'bottom', 'left'] as const;
export type Edge = (typeof EDGES)[number];

/** The sides of a cell on which the run ends, so that the whole run is outlined as one shape. */
export function edgesOf(layout: SheetLayout, run: Run, at: number): Edge[] {
  if (!isInRun(run, at)) return [];
  return EDGES.filter((edge) => {
    const neighbour = neighbourOf(layout, at, edge);
    return neighbour === undefined || !isInRun(run, neighbour);
  });
}

/** Who stands beside, above or below in the same unit. */
function neighbourOf({ lines, places }: SheetLayout, at: number, edge: Edge): number | undefined {
  const place = places[at];
  if (!place) return undefined;
  const { line, column } = place;
  const [otherLine, otherColumn] = {
    top: [line - 1, column],
    bottom: [line + 1, column],
    left: [line, column - 1],
    right: [line, column + 1],
  }[edge];
  const names = lines[otherLine ?? -1];
  if (names?.kind !== 'names' || otherColumn === undefined) return undefined;
  return otherColumn >= 0 && otherColumn < names.count ? names.first + otherColumn : undefined;
}
