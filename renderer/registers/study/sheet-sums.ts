import { coarseMark } from '../../../shared/rules/attendance.ts';
import type { AttendanceRow } from './study-queries.ts';

export interface SheetSums {
  readonly expected: number;
  readonly exempt: number;
  readonly due: number;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
  readonly unmarked: number;
}

/** The sums of what the sheet shows, so that they follow each key at once; 应到 = 名单 − 免到. */
export function sumsOf(rows: readonly Pick<AttendanceRow, 'mark'>[]): SheetSums {
  const count = (kind: ReturnType<typeof coarseMark>) =>
    rows.filter(({ mark }) => coarseMark(mark) === kind).length;
  const exempt = count('exempt');
  return {
    expected: rows.length,
    exempt,
    due: rows.length - exempt,
    present: count('present'),
    onLeave: count('leave'),
    absent: count('absent'),
    unmarked: count('unmarked'),
  };
}

export interface UnitSums {
  readonly unit: string;
  readonly unitName: string;
  readonly sums: SheetSums;
}

/** By unit, in the order of the list. */
export function sumsByUnit(rows: readonly AttendanceRow[]): UnitSums[] {
  const units = new Map<string, AttendanceRow[]>();
  for (const row of rows) {
    const unit = units.get(row.unit);
    if (unit) unit.push(row);
    else units.set(row.unit, [row]);
  }
  return [...units].map(([unit, people]) => ({
    unit,
    unitName: people[0]?.unitName ?? '',
    sums: sumsOf(people),
  }));
}
