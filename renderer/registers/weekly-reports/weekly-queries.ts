import { core } from '../../state/core.ts';

/** A year of weeks and more; the list is short. */
const WEEKS = 100;

export const weeklyQueries = {
  /** @param office the own one when absent */
  list: (office?: string) => ({
    queryKey: ['weeklyReports', 'list', office],
    queryFn: () => core.weeklyReports.list({ office, limit: WEEKS }),
  }),
  sheet: (weekBeginsOn: string, office?: string) => ({
    queryKey: ['weeklyReports', 'sheet', weekBeginsOn, office],
    queryFn: () => core.weeklyReports.sheet({ weekBeginsOn, office }),
  }),
};

export type WeeklySheet = Awaited<ReturnType<ReturnType<typeof weeklyQueries.sheet>['queryFn']>>;
export type FrozenWeek = WeeklySheet['versions'][number];
export type WeeklyContent = NonNullable<WeeklySheet['live']>;
