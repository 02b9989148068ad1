import {
  addDays,
  type CalendarDate,
  calendarDate,
  isCalendarDate,
} from '../../../shared/vocabulary/dates.ts';

/** Spans of due dates that have a name; any other is told by its first and last day. */
export const NAMED_SPANS = ['week', 'month', 'nextMonth'] as const;

export interface DueSpan {
  readonly dueFrom: CalendarDate | undefined;
  readonly dueUntil: CalendarDate | undefined;
}

/** Seven days, today the first of them. */
const WEEK = 7;

/** As it stands in the address: a name, or the days, of which one may be open. */
const DAYS = /^d(\d{4}-\d{2}-\d{2})?\.(\d{4}-\d{2}-\d{2})?$/;

export function spanWord(from: string | undefined, until: string | undefined): string | undefined {
  return from || until ? `d${from ?? ''}.${until ?? ''}` : undefined;
}

/** The days that a word of the address means today; undefined where it means none. */
export function dueSpanOf(word: string | undefined, today: string): DueSpan | undefined {
  const day = calendarDate(today);
  if (word === 'week') return { dueFrom: day, dueUntil: addDays(day, WEEK - 1) };
  if (word === 'month') return monthOf(firstOfMonth(day));
  if (word === 'nextMonth') return monthOf(monthAfter(firstOfMonth(day)));
  const [, from, until] = DAYS.exec(word ?? '') ?? [];
  if (!from && !until) return undefined;
  return { dueFrom: dateOf(from), dueUntil: dateOf(until) };
}

function dateOf(text: string | undefined): CalendarDate | undefined {
  return text && isCalendarDate(text) ? text : undefined;
}

function monthOf(first: CalendarDate): DueSpan {
  return { dueFrom: first, dueUntil: addDays(monthAfter(first), -1) };
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return calendarDate(`${day.slice(0, 7)}-01`);
}

/** No month is longer than 31 days, so 32 after its first day it is the next one. */
function monthAfter(first: CalendarDate): CalendarDate {
  return firstOfMonth(addDays(first, 32));
}
