import { type WeekAndTotal, weekUntil } from '../../shared/rules/weeks.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { type CategoryWeek, itemsInWeek } from '../registers/rectification/items-week.ts';
import { filingsInWeek } from '../registers/self-inspection/filings-week.ts';
import { studyInWeek } from '../registers/study/study-week.ts';
import { talksInWeek } from '../registers/supporting/talks-week.ts';
import type { WeeklyContent } from '../registers/weekly-reports/weekly-reports-register.ts';
import type { Readable } from '../store/handles.ts';
import { officeFigures } from './figures.ts';

/** A week of the own office as it is now, under today's knowledge; null before it begins. */
export function weeklyContent(
  db: Readable,
  office: number,
  weekBeginsOn: CalendarDate,
  today: CalendarDate,
): WeeklyContent | null {
  const asOf = weekUntil(weekBeginsOn, today);
  if (asOf === null) return null;
  const items = itemsInWeek(db, office, weekBeginsOn, asOf);
  return {
    weekBeginsOn,
    asOf,
    figures: officeFigures(db, office, { asOf }).figures,
    counts: {
      ...studyInWeek(db, office, weekBeginsOn, asOf),
      ...filingsInWeek(db, office, weekBeginsOn, asOf),
      ...talksInWeek(db, office, weekBeginsOn, asOf),
      itemsIssued: summed(items.map(({ issued }) => issued)),
      itemsClosed: summed(items.map(({ closed }) => closed)),
    },
    categories: withNames(db, office, items),
  };
}

/** Under the names that the categories have today: a later change of a list does not reach a frozen week. */
function withNames(db: Readable, office: number, items: readonly CategoryWeek[]) {
  const lists = currentCampaign(db, office).content.categoryLists;
  const names = new Map(lists.flatMap(({ categories }) => categories).map(({ id, name }) => [id, name]));
  return items.map(({ category, issued, closed }) => ({
    category,
    name: category === null ? null : (names.get(category) ?? category),
    issued,
    closed,
  }));
}

function summed(counts: readonly WeekAndTotal[]): WeekAndTotal {
  const sum = (of: keyof WeekAndTotal) => counts.reduce((all, one) => all + one[of], 0);
  return { week: sum('week'), total: sum('total') };
}
