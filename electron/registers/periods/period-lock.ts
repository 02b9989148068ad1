import { firstDay } from '../../../shared/rules/months.ts';
import { lastDay } from '../../../shared/rules/periods.ts';
import { addDays } from '../../../shared/vocabulary/dates.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { closedPeriodAt } from './periods-sql.ts';

/**
 * Business dates of what a write is about to change, before and after: none of them may lie in a closed period.
 * What a group says of it does not ask.
 * @param days null and undefined: no date, nothing to ask
 * @throws Refusal `period_closed` with the last day of the period
 */
export function requireOpenDay(
  write: Pick<Write, 'get' | 'all' | 'iterate' | 'office'>,
  ...days: readonly (string | null | undefined)[]
): void {
  for (const day of new Set(days)) {
    const period = day ? closedPeriodAt(write, write.office, day) : undefined;
    if (period) throw new Refusal('period_closed', { until: period.until_on, on: day ?? null });
  }
}

/** A month is closed when all its days are, by one period or by several. @throws Refusal `period_closed` */
export function requireOpenMonth(write: Write, month: string): void {
  const until = lastDay(month);
  let day = firstDay(month);
  let period = closedPeriodAt(write, write.office, day);
  while (period && period.until_on < until) {
    day = addDays(period.until_on, 1);
    period = closedPeriodAt(write, write.office, day);
  }
  if (period) throw new Refusal('period_closed', { until: period.until_on, on: month });
}

/** Whether a move would be refused for the day that its row is of. */
export function isClosedDay(db: Readable, office: number, day: string | null): boolean {
  return day !== null && closedPeriodAt(db, office, day) !== undefined;
}
