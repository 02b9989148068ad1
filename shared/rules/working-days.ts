import { addDays, type CalendarDate } from '../vocabulary/dates.ts';

/** One year's days as the State Council publishes them, or an office was told. */
export interface HolidayYear {
  readonly year: number;
  /** Holidays, whatever weekday they fall on. */
  readonly daysOff: readonly CalendarDate[];
  /** Saturdays and Sundays that are worked in return. */
  readonly workdays: readonly CalendarDate[];
}

/** Working days of the years that are known; in all others Monday to Friday. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly daysOff: ReadonlySet<CalendarDate>;
  readonly workdays: ReadonlySet<CalendarDate>;
}

export function workingCalendar(known: readonly HolidayYear[]): WorkingCalendar {
  return {
    years: new Set(known.map(({ year }) => year)),
    daysOff: new Set(known.flatMap(({ daysOff }) => daysOff)),
    workdays: new Set(known.flatMap(({ workdays }) => workdays)),
  };
}

/** A make-up working day is one, a holiday is none, all others go by their weekday. */
export function isWorkingDay(day: CalendarDate, { daysOff, workdays }: WorkingCalendar): boolean {
  if (workdays.has(day)) return true;
  return !daysOff.has(day) && !isWeekend(day);
}

export interface DueDay {
  readonly dueOn: CalendarDate;
  /** Years passed through of which no calendar is known, ascending. */
  readonly unknownYears: readonly number[];
}

/**
 * The day that lies `count` working days after `from`: `from` itself is not counted, the last one is the deadline,
 * which is on time.
 * @param count at least 1
 */
export function dueAfterWorkingDays(from: CalendarDate, count: number, calendar: WorkingCalendar): DueDay {
  const unknown = new Set<number>();
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const year = yearOf(day);
    if (!calendar.years.has(year)) unknown.add(year);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return { dueOn: day, unknownYears: [...unknown] };
}

/**
 * The first day that cannot stand in a year's calendar: of another year, named twice, or a make-up working day that
 * is no Saturday or Sunday; null when all fit.
 */
export function wrongHoliday({ year, daysOff, workdays }: HolidayYear): CalendarDate | null {
  const seen = new Set<CalendarDate>();
  for (const [index, day] of [...daysOff, ...workdays].entries()) {
    const isMakeUp = index >= daysOff.length;
    if (yearOf(day) !== year || seen.has(day) || (isMakeUp && !isWeekend(day))) return day;
    seen.add(day);
  }
  return null;
}

function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

function isWeekend(day: CalendarDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
