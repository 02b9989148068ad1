import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';

/** Whole days from the day of an instant, by this PC's calendar, to today. */
export function daysSince(instant: string, today: string): number {
  const at = new Date(instant);
  const pad = (number: number) => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return daysBetween(calendarDate(day), calendarDate(today));
}

/** Monday and Sunday of the week that a day lies in. */
export function weekOf(today: string): readonly [CalendarDate, CalendarDate] {
  const day = calendarDate(today);
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(day, -sinceMonday);
  return [monday, addDays(monday, 6)];
}
