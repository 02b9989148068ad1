import { core } from '../../state/core.ts';

/** A year of weeks and more; the list is short. */
const WEEKS = 100;

export const weeklyQueries = {
  list: () => ({
    queryKey: ['weeklyReports', 'list'],
    queryFn: () => core.weeklyReports.list({ limit: WEEKS }),
  }),
  sheet: (weekBeginsOn: string) => ({
    queryKey: ['weeklyReports', 'sheet', weekBeginsOn],
    queryFn: () => core.weeklyReports.sheet({ weekBeginsOn }),
  }),
};

export type WeeklySheet = Awaited<ReturnType<ReturnType<typeof weeklyQueries.sheet>['queryFn']>>;
export type FrozenWeek = WeeklySheet['versions'][number];
export type WeeklyContent = NonNullable<WeeklySheet['live']>;
