import type { AttendanceRow } from './study-queries.ts';

/** The sheet as lines on the screen: a heading for each unit, below it rows of names. */
export type SheetLine =
  | { readonly kind: 'unit'; readonly unit: string; readonly unitName: string }
  | { readonly kind: 'names'; readonly first: number; readonly count: number };

export interface SheetLayout {
  readonly lines: readonly SheetLine[];
  /** Line and column of every person, by the place in the list. */
  readonly places: readonly { readonly line: number; readonly column: number }[];
}

/** People stand row by row under their unit, as on the paper sign-in sheet. */
export function layOut(
  rows: readonly Pick<AttendanceRow, 'unit' | 'unitName'>[],
  columns: number,
): SheetLayout {
  const lines: SheetLine[] = [];
  const places: { line: number; column: number }[] = [];
  let at = 0;
  while (at < rows.length) {
    const unit = rows[at]?.unit ?? '';
    lines.push({ kind: 'unit', unit, unitName: rows[at]?.unitName ?? '' });
    let end = at;
    while (rows[end]?.unit === unit && end < rows.length) end += 1;
    for (let first = at; first < end; first += columns) {
      const count = Math.min(columns, end - first);
      for (let column = 0; column < count; column += 1) places.push({ line: lines.length, column });
      lines.push({ kind: 'names', first, count });
    }
    at = end;
  }
  return { lines, places };
}

/** The place that a key leads to from another one; undefined for a key that leads nowhere. */
export function placeAfter(layout: SheetLayout, at: number, key: string): number | undefined {
  const last = layout.places.length - 1;
  if (key === 'ArrowRight') return Math.min(last, at + 1);
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowDown' || key === 'ArrowUp') return verticalFrom(layout, at, key === 'ArrowDown' ? 1 : -1);
  return undefined;
}

/** The same column in the next row of names; a shorter row ends earlier. */
function verticalFrom({ lines, places }: SheetLayout, at: number, step: 1 | -1): number {
  const place = places[at];
  if (!place) return at;
  for (let line = place.line + step; line >= 0 && line < lines.length; line += step) {
    const names = lines[line];
    if (names?.kind === 'names') return names.first + Math.min(place.column, names.count - 1);
  }
  return at;
}

/** The next place that `isOpen` says yes to, going round the end. */
export function nextOpen(count: number, from: number, isOpen: (at: number) => boolean): number | undefined {
  for (let step = 1; step <= count; step += 1) {
    const at = (from + step) % count;
    if (isOpen(at)) return at;
  }
  return undefined;
}

/** A selection is a run, as in text. */
export interface Run {
  readonly anchor: number;
  readonly focus: number;
}

export function isInRun({ anchor, focus }: Run, at: number): boolean {
  return Math.min(anchor, focus) <= at && at <= Math.max(anchor, focus);
}
