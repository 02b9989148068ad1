import { addDays, type CalendarDate, calendarDate } from '../vocabulary/dates.ts';
import { weekOf } from './weeks.ts';

/** A month as `YYYY-MM`; months compare correctly as strings. @param day a calendar date, as the contract gives it */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function firstDay(month: string): CalendarDate {
  return calendarDate(`${month}-01`);
}

/** The month `months` after it (before it, when negative). */
export function addMonths(month: string, months: number): string {
  const count = indexOf(month) + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Whole months from one to the other; negative when the other is earlier. */
export function monthsBetween(from: string, to: string): number {
  return indexOf(to) - indexOf(from);
}

/** The twelve of a year. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(`${year}-01`, at));
}

/** Whole weeks, Monday first, that hold the month. */
export function weeksOf(month: string): CalendarDate[][] {
  const weeks: CalendarDate[][] = [];
  for (let monday = weekOf(firstDay(month)); monthOf(monday) <= month; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)));
  return weeks;
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
