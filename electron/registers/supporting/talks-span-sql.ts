import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';

/** Talks that took place from one day to another. */
export function talksSpan(db: Readable, office: number, from: CalendarDate, until: CalendarDate): number {
  const row = db.get<{ talks: number }>(
    'SELECT count(*) AS talks FROM talk WHERE office = ? AND deleted = 0 AND on_day BETWEEN ? AND ?',
    office,
    from,
    until,
  );
  return row?.talks ?? 0;
}
