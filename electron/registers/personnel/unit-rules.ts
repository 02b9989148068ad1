import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';

/** 调离 退休: they tell where somebody was last, so that the unit can be closed all the same. */
export const GONE_STATUSES: readonly PostingStatus[] = ['transferredOut', 'retired'];

interface Closable {
  readonly closed_on: string | null;
}

export interface Stay {
  readonly status: PostingStatus;
  readonly until: CalendarDate | null;
}

/** @throws Refusal `unit_closed` (`on`) where a posting would last beyond the unit's last day */
export function requireOpenFor(unit: Closable, { status, until }: Stay): void {
  const { closed_on: on } = unit;
  if (on === null || GONE_STATUSES.includes(status)) return;
  ensure(until !== null && until <= on, 'unit_closed', { on });
}

/** @throws Refusal `unit_closed` (`on`) for a parent that is closed before the unit below it */
export function requireOpenAbove(parent: Closable | null, unit: Closable): void {
  if (!parent || parent.closed_on === null) return;
  const lasts = unit.closed_on === null || unit.closed_on > parent.closed_on;
  ensure(!lasts, 'unit_closed', { on: parent.closed_on });
}
