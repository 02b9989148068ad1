import { weekBesideTotal } from '../../../shared/rules/weeks.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { talksSpan } from './talks-span-sql.ts';

const EVER = calendarDate('1900-01-01');

/** Talks of a week, and all of them by its end. */
export function talksInWeek(db: Readable, office: number, monday: CalendarDate, until: CalendarDate) {
  const week = { talks: talksSpan(db, office, monday, until) };
  return weekBesideTotal(['talks'], week, { talks: talksSpan(db, office, EVER, until) });
}
