import { addDays, type CalendarDate, calendarDate } from '../vocabulary/dates.ts';
import type { Rhythm } from '../vocabulary/period-words.ts';
import { firstDay, monthOf } from './months.ts';
import { weekOf } from './weeks.ts';

/** Days that are reported together, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** How an office reports, and how long after a period's last day its bundle may come. */
export interface ReportingRhythm {
  readonly kind: Rhythm;
  readonly graceDays: number;
}

/** Until somebody says otherwise. */
export const DEFAULT_RHYTHM: ReportingRhythm = { kind: 'weekly', graceDays: 1 };

/** The calendar week or month that a day lies in. */
export function periodOf(rhythm: Rhythm, day: CalendarDate): Period {
  if (rhythm === 'monthly') {
    const month = monthOf(day);
    return { from: firstDay(month), until: lastDay(month) };
  }
  const monday = weekOf(day);
  return { from: monday, until: addDays(monday, 6) };
}

/** Every period that has a day from `from` to `until`, both included; the oldest first, none where `until` is earlier. */
export function periodsBetween(rhythm: Rhythm, from: CalendarDate, until: CalendarDate): Period[] {
  if (until < from) return [];
  const periods = [periodOf(rhythm, from)];
  for (let last = periods[0]; last && last.until < until; last = periods.at(-1))
    periods.push(periodOf(rhythm, addDays(last.until, 1)));
  return periods;
}

/** The last day on which the report of a period is on time. */
export function dueOf(period: Period, { graceDays }: Pick<ReportingRhythm, 'graceDays'>): CalendarDate {
  return addDays(period.until, graceDays);
}

/** The last day of a month `YYYY-MM`. */
export function lastDay(month: string): CalendarDate {
  const inNext = addDays(calendarDate(`${month}-28`), 4);
  return addDays(inNext, -Number(inNext.slice(8)));
}
