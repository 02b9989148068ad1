import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { countByDay } from './burn-down-sql.ts';

/** 待市级复核 is not closed yet. */
export const OPEN_STATES: readonly ItemState[] = ['issued', 'inProgress', 'officeReview', 'groupReview'];
const ASIDE_STATES: readonly ItemState[] = ['longTerm', 'suspended'];

const MOST_POINTS = 400;
const DAYS = { day: 1, week: 7 } as const;

/** How many items stood open, closed and aside at the end of each day asked for. @throws Refusal `invalid_input` */
export function burnDown(
  db: Readable,
  office: number,
  { from, until, step }: Given<typeof rectification.burnDown>,
) {
  ensure(from <= until, 'invalid_input', { field: 'until' });
  const days: CalendarDate[] = [];
  for (let day = from; day < until; day = addDays(day, DAYS[step])) {
    days.push(day);
    ensure(days.length < MOST_POINTS, 'invalid_input', { field: 'from' });
  }
  const rows = countByDay(db, office, [...days, until], { open: OPEN_STATES, aside: ASIDE_STATES });
  return {
    points: rows.map(({ on_day: on, open, closed, aside }) => ({
      ...{ on, listed: open + closed + aside, open, closed, aside },
    })),
  };
}
