import { type CoarseMark, coarseMark } from '../../../shared/rules/attendance.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';

export interface SheetSums {
  readonly expected: number;
  readonly exempt: number;
  /** 应到 = 名单 − 免到. */
  readonly due: number;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
  readonly unmarked: number;
}

interface Marked {
  readonly mark: Mark;
}

/** The sums of what the sheet shows, so that they follow each key at once. */
export function sumsOf(rows: readonly Marked[]): SheetSums {
  const counts: Record<CoarseMark, number> = { present: 0, leave: 0, absent: 0, exempt: 0, unmarked: 0 };
  for (const { mark } of rows) counts[coarseMark(mark)] += 1;
  const { exempt, present, leave, absent, unmarked } = counts;
  const due = rows.length - exempt;
  return { expected: rows.length, exempt, due, present, onLeave: leave, absent, unmarked };
}

export interface UnitSums {
  readonly unit: string;
  readonly unitName: string;
  /** The place of the unit's first person in the list. */
  readonly first: number;
  readonly sums: SheetSums;
}

/** By unit, in the order of the list, in which a unit's people stand together. */
export function sumsByUnit(
  rows: readonly (Marked & { readonly unit: string; readonly unitName: string })[],
): UnitSums[] {
  const units: UnitSums[] = [];
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    const row = rows[first];
    if (!row || rows[at]?.unit === row.unit) continue;
    units.push({ unit: row.unit, unitName: row.unitName, first, sums: sumsOf(rows.slice(first, at)) });
    first = at;
  }
  return units;
}
