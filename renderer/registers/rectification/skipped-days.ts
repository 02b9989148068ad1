import { addDays, type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';

interface HolidayDays {
  readonly daysOff: readonly string[];
  readonly workdays: readonly string[];
}

export interface SkippedDays {
  /** Runs of holidays between the two days, each by its first and last day. */
  readonly off: readonly (readonly [CalendarDate, CalendarDate])[];
  /** Saturdays and Sundays between them that are worked. */
  readonly worked: readonly CalendarDate[];
}

/** What a count of working days from one day to another passed over, and what it counted beside Monday to Friday. */
export function skippedDays(from: string, until: string, years: readonly HolidayDays[]): SkippedDays {
  const between = (day: string) => from < day && day <= until;
  const off = years.flatMap(({ daysOff }) => daysOff).filter(between);
  const worked = years.flatMap(({ workdays }) => workdays).filter(between);
  return { off: runsOf(off.map(calendarDate).sort()), worked: worked.map(calendarDate).sort() };
}

function runsOf(days: readonly CalendarDate[]): [CalendarDate, CalendarDate][] {
  const runs: [CalendarDate, CalendarDate][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
