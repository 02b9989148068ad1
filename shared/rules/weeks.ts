import { addDays, type CalendarDate, calendarDate, daysBetween } from '../vocabulary/dates.ts';

/** A Monday. */
const SOME_MONDAY = calendarDate('2021-01-04');

/** The Monday of a day's week. */
export function weekOf(day: CalendarDate): CalendarDate {
  const days = daysBetween(SOME_MONDAY, day) % 7;
  return addDays(day, days < 0 ? -days - 7 : -days);
}

/** A week's days as far as they have come: its Sunday, or `today` while the week lasts; null before it begins. */
export function weekUntil(monday: CalendarDate, today: CalendarDate): CalendarDate | null {
  if (today < monday) return null;
  const sunday = addDays(monday, 6);
  return sunday < today ? sunday : today;
}

/** What came in a week, and all there was by its end. */
export interface WeekAndTotal {
  readonly week: number;
  readonly total: number;
}

/** Counts of one week beside the same counts from the first day on, key by key. */
export function weekBesideTotal<Key extends string>(
  keys: readonly Key[],
  week: Readonly<Record<Key, number>>,
  total: Readonly<Record<Key, number>>,
): Record<Key, WeekAndTotal> {
  const entries = keys.map((key) => [key, { week: week[key], total: total[key] }]);
  return Object.fromEntries(entries) as Record<Key, WeekAndTotal>;
}
