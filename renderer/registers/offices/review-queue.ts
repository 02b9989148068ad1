import { calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';

interface Listed {
  readonly id: string;
}

/** Since the office applied for the close-out. */
export function daysWaited(appliedOn: string | null, today: string): number | null {
  return appliedOn ? daysBetween(calendarDate(appliedOn), calendarDate(today)) : null;
}

/**
 * The item to open once one was decided, as that leaves the queue: the one below it, else the one above.
 * @param row the queue as shown; undefined where its page is not there
 */
export function neighbourOf(
  row: (index: number) => Listed | undefined,
  total: number,
  current: string,
): string | undefined {
  const ids = Array.from({ length: total }, (_, index) => row(index)?.id);
  const at = ids.indexOf(current);
  return ids[at + 1] ?? ids[at - 1];
}
