import { weekBesideTotal } from '../../../shared/rules/weeks.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { filingsSpan } from './filings-span-sql.ts';

const EVER = calendarDate('1900-01-01');
const COUNTS = ['filed', 'declared', 'declaredItems'] as const;

/** Filings 已填报 or later by the day they were filed, whatever the round: of a week, and by its end. */
export function filingsInWeek(db: Readable, office: number, monday: CalendarDate, until: CalendarDate) {
  return weekBesideTotal(
    COUNTS,
    filingsSpan(db, office, monday, until),
    filingsSpan(db, office, EVER, until),
  );
}
