import { type CalendarDate, daysBetween } from '../vocabulary/dates.ts';
import type { ItemState } from '../vocabulary/words.ts';

/** An item's deadlines and where it stood on the day asked about. */
export interface Deadline {
  readonly state: ItemState;
  /** The due date in force that day (`dueInForce`); null while there is none. */
  readonly due: CalendarDate | null;
  /** The day on which the present application was made; null when none stands. */
  readonly appliedOn: CalendarDate | null;
}

/**
 * 逾期 as of the end of `day`: computed, never stored. “The deadline's day is on time.” Work that is still in
 * the owner's hands is overdue after it; an application under review only when it came late, because an
 * item is on time or not by the day it was applied for. What waits for the group, is closed, kept long term,
 * suspended, merged or voided is not overdue.
 */
export function isOverdue({ state, due, appliedOn }: Deadline, day: CalendarDate): boolean {
  if (due === null) return false;
  if (state === 'issued' || state === 'inProgress') return day > due;
  return state === 'officeReview' && appliedOn !== null && appliedOn > due;
}

/** Whole days from `day` to the due date: 0 on the due day itself, negative once it is past. */
export function daysLeft(due: CalendarDate, day: CalendarDate): number {
  return daysBetween(day, due);
}
