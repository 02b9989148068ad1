/** The sheet as lines on the screen: a heading for each unit, below it rows of names. */
export type SheetLine =
  | { readonly kind: 'unit'; readonly unit: string; readonly unitName: string }
  | { readonly kind: 'names'; readonly first: number; readonly count: number };

export interface Place {
  readonly line: number;
  readonly column: number;
  /** The person's number within the unit, from 1. */
  readonly number: number;
}

export interface SheetLayout {
  readonly lines: readonly SheetLine[];
  /** By the person's place in the list. */
  readonly places: readonly Place[];
}

/** What the layout needs of a row of the list. */
interface Placed {
  readonly unit: string;
  readonly unitName: string;
}

/** People stand row by row under their unit, as on the paper sign-in sheet. */
export function layOut(rows: readonly Placed[], columns: number): SheetLayout {
  const lines: SheetLine[] = [];
  const places: Place[] = [];
  let at = 0;
  while (at < rows.length) {
    const { unit, unitName } = rows[at] ?? { unit: '', unitName: '' };
    const end = endOfUnit(rows, at);
    lines.push({ kind: 'unit', unit, unitName });
    for (let first = at; first < end; first += columns) {
      const count = Math.min(columns, end - first);
      for (let column = 0; column < count; column += 1)
        places.push({ line: lines.length, column, number: first - at + column + 1 });
      lines.push({ kind: 'names', first, count });
    }
    at = end;
  }
  return { lines, places };
}

function endOfUnit(rows: readonly Placed[], first: number): number {
  let end = first + 1;
  while (end < rows.length && rows[end]?.unit === rows[first]?.unit) end += 1;
  return end;
}

/** The same column `steps` rows of names further down, or up; a shorter row ends earlier. */
export function placeBelow({ lines, places }: SheetLayout, at: number, steps: number): number {
  const place = places[at];
  if (!place) return at;
  let found = at;
  let left = Math.abs(steps);
  for (let line = place.line + Math.sign(steps); left > 0 && lines[line]; line += Math.sign(steps)) {
    const names = lines[line];
    if (names?.kind !== 'names') continue;
    found = names.first + Math.min(place.column, names.count - 1);
    left -= 1;
  }
  return found;
}

/** The next place that `isOpen` says yes to, going round the end. */
export function nextOpen(count: number, from: number, isOpen: (at: number) => boolean): number | undefined {
  for (let step = 1; step <= count; step += 1) {
    const at = (from + step) % count;
    if (isOpen(at)) return at;
  }
  return undefined;
}
