import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { nilRows } from './nil-periods-sql.ts';

/** Days of which an office said that nothing had changed in them. */
export interface NilDays {
  /** Null: every day until then. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
}

/** By the surrogate of the office. */
export function nilDays(db: Readable): ReadonlyMap<number, readonly NilDays[]> {
  return Map.groupBy(nilRows(db), ({ office }) => office);
}
