import { coarseMark } from '../../../shared/rules/attendance.ts';
import { foldName } from '../../../shared/rules/names.ts';
import type { AttendanceRow } from './study-queries.ts';

export type SumTerm = 'present' | 'onLeave' | 'absent' | 'unmarked';

/** What of the sheet is looked at; what was typed elsewhere is saved all the same. */
export interface SheetFilter {
  readonly unit: string | null;
  readonly name: string;
  readonly term: SumTerm | null;
  /** Who was counted by the term when it was chosen: nobody slips away from under the next key. */
  readonly people: ReadonlySet<string> | null;
  /** 0: those in none. */
  readonly batch: number | null;
}

export const WHOLE_SHEET: SheetFilter = { unit: null, name: '', term: null, people: null, batch: null };

export function isWhole({ unit, name, people, batch }: SheetFilter): boolean {
  return unit === null && name === '' && people === null && batch === null;
}

export function byTerm(
  filter: SheetFilter,
  rows: readonly AttendanceRow[],
  term: SumTerm | null,
): SheetFilter {
  if (term === null) return { ...filter, term, people: null };
  const coarse = term === 'onLeave' ? 'leave' : term;
  const counted = rows.filter(({ mark }) => coarseMark(mark) === coarse);
  return { ...filter, term, people: new Set(counted.map(({ person }) => person)) };
}

export function filtered(rows: readonly AttendanceRow[], filter: SheetFilter): readonly AttendanceRow[] {
  if (isWhole(filter)) return rows;
  const { unit, people, batch } = filter;
  const part = foldName(filter.name);
  return rows.filter(
    (row) =>
      (unit === null || row.unit === unit) &&
      (people === null || people.has(row.person)) &&
      (batch === null || row.batch === batch) &&
      (part === '' || foldName(row.name ?? '').includes(part)),
  );
}
