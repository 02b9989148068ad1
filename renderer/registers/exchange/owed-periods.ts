import { type Period, periodOf, periodsBetween } from '../../../shared/rules/periods.ts';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Rhythm } from '../../../shared/vocabulary/period-words.ts';

interface Reported {
  readonly rhythm: Rhythm;
  readonly today: CalendarDate;
  /** The last day that a report has reached; null: none was made. */
  readonly until: CalendarDate | null;
  /** Since when there is somebody to report to. */
  readonly since: CalendarDate;
}

/** The last day of the period before today's: what an office reports on the day after. */
export function lastEnd({ rhythm, today }: Pick<Reported, 'rhythm' | 'today'>): CalendarDate {
  return addDays(periodOf(rhythm, today).from, -1);
}

/** Periods that are over and whose last day no report has reached, as the group counts them ([X91], [X92]). */
export function owedPeriods({ rhythm, today, until, since }: Reported): Period[] {
  const from = until === null ? since : addDays(until, 1);
  return periodsBetween(rhythm, from, lastEnd({ rhythm, today }));
}
