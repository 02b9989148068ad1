import { type Rate, rate } from '../../shared/rules/rates.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';

/** Days a week apart, oldest first; never none. */
export type TrendDays = readonly [CalendarDate, ...CalendarDate[]];

/** One rate for each of the days. */
export type Trends = Partial<Record<FigureId, readonly Rate[]>>;

/** What came and what went between the day before and the day at that place; see `placeOf`. */
export type Changes<Key extends string> = { readonly [Name in Key | 'place']: number };

/** All there was by each day: the changes added up from the first day on. */
export function runningSums<Key extends string>(
  keys: readonly Key[],
  days: TrendDays,
  changes: readonly Changes<Key>[],
): Record<Key, number>[] {
  const sum = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  const byPlace = Map.groupBy(changes, ({ place }) => place);
  return days.map((_, place) => {
    for (const change of byPlace.get(place) ?? []) for (const key of keys) sum[key] += change[key];
    return { ...sum };
  });
}

export function ratesOf<Sums>(
  sums: readonly Sums[],
  numerator: (one: Sums) => number,
  denominator: (one: Sums) => number,
): Rate[] {
  return sums.map((one) => rate(numerator(one), denominator(one)));
}
