import { attendanceText } from '../../text/attendance-page.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { firstOf, lastOf, type Run } from './sheet-run.ts';
import type { AttendanceRow } from './study-queries.ts';

/** Where a run of the sheet stands, by unit and number. */
export function whereOf(rows: readonly AttendanceRow[], { places }: SheetLayout, run: Run): string {
  const [first, last] = [firstOf(run), lastOf(run)];
  const [from, to] = [rows[first], rows[last]];
  if (!from || !to) return '';
  const numbers = [places[first]?.number ?? 0, places[last]?.number ?? 0] as const;
  return from.unit === to.unit
    ? attendanceText.inUnit(from.unitName, ...numbers)
    : attendanceText.acrossUnits(from.unitName, numbers[0], to.unitName, numbers[1]);
}
