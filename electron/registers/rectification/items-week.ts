import type { WeekAndTotal } from '../../../shared/rules/weeks.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { categoryOrder } from './item-lists.ts';
import { type CategorySpan, itemsSpan } from './items-span-sql.ts';

const EVER = calendarDate('1900-01-01');

export interface CategoryWeek {
  readonly category: string | null;
  readonly issued: WeekAndTotal;
  readonly closed: WeekAndTotal;
}

/** Items issued and closed by category, in the order of the campaign's lists: of a week, and by its end. */
export function itemsInWeek(
  db: Readable,
  office: number,
  monday: CalendarDate,
  until: CalendarDate,
): CategoryWeek[] {
  const week = itemsSpan(db, office, monday, until);
  const order = categoryOrder(db, { office });
  const place = ({ category }: CategorySpan) =>
    category !== null && order.includes(category) ? order.indexOf(category) : order.length;
  return itemsSpan(db, office, EVER, until)
    .sort(
      (one, other) => place(one) - place(other) || (one.category ?? '').localeCompare(other.category ?? ''),
    )
    .map(({ category, issued, closed }) => {
      const now = week.find((one) => one.category === category);
      return {
        category,
        issued: { week: now?.issued ?? 0, total: issued },
        closed: { week: now?.closed ?? 0, total: closed },
      };
    });
}
