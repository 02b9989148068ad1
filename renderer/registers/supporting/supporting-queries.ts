import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { type Core, core } from '../../state/core.ts';

export type Talk = Awaited<ReturnType<Core['supporting']['talks']>>['talks'][number];
export type Untalked = Awaited<ReturnType<Core['supporting']['untalked']>>['people'][number];
type MonthSheet = Awaited<ReturnType<Core['supporting']['counters']>>;
export type CounterUnit = MonthSheet['units'][number];
export type CounterYearRow = Awaited<ReturnType<Core['supporting']['counterYear']>>['rows'][number];
export type Institution = Awaited<ReturnType<Core['supporting']['institutions']>>['institutions'][number];
export type InstitutionInput = Parameters<Core['supporting']['addInstitution']>[0];
export type InstitutionFilter = Omit<
  NonNullable<Parameters<Core['supporting']['institutions']>[0]>,
  'offset' | 'limit'
>;
export type YearAsked = Omit<Parameters<Core['supporting']['counterYear']>[0], 'offset' | 'limit'>;
export type TalkInput = Parameters<Core['supporting']['addTalk']>[0];

/** People offered at once; a longer list is narrowed by typing on. */
const FOUND = 20;

/** Units of a month's sheet asked for at once. */
const SHEET_PAGE = 500;

export const supportingQueries = {
  /** A month's sheet, whole: a paste or a fill may reach any of its rows. @param office the own one when absent */
  counters: (month: string, office?: string) => ({
    queryKey: ['supporting', 'counters', month, office],
    queryFn: () => sheetOf(month, office),
  }),
  counterYear: (asked: YearAsked) => ({
    key: ['supporting', 'counterYear', asked],
    ask: (offset: number, limit: number) => core.supporting.counterYear({ ...asked, offset, limit }),
  }),
  yearSums: (asked: YearAsked) => ({
    queryKey: ['supporting', 'yearSums', asked],
    queryFn: async () => (await core.supporting.counterYear({ ...asked, limit: 1 })).sums,
  }),
  institutions: (filter: InstitutionFilter) => ({
    key: ['supporting', 'institutions', filter],
    ask: async (offset: number, limit: number) => {
      const { total, institutions } = await core.supporting.institutions({ ...filter, offset, limit });
      return { total, rows: institutions };
    },
  }),
  institutionCounts: ({ kind: _, ...filter }: InstitutionFilter) => ({
    queryKey: ['supporting', 'institutionCounts', filter],
    queryFn: async () => (await core.supporting.institutions({ ...filter, limit: 1 })).counts,
  }),
  talks: (filter: Omit<NonNullable<Parameters<Core['supporting']['talks']>[0]>, 'offset' | 'limit'>) => ({
    key: ['supporting', 'talks', filter],
    ask: async (offset: number, limit: number) => {
      const { total, talks } = await core.supporting.talks({ ...filter, offset, limit });
      return { total, rows: talks };
    },
  }),
  untalked: (asOf: CalendarDate) => ({
    key: ['supporting', 'untalked', asOf],
    ask: async (offset: number, limit: number) => {
      const { total, people } = await core.supporting.untalked({ asOf, offset, limit });
      return { total, rows: people };
    },
  }),
  /** How many of E were talked with. */
  coverage: (asOf: CalendarDate) => ({
    queryKey: ['supporting', 'coverage', asOf],
    queryFn: () => core.supporting.untalked({ asOf, limit: 1 }),
  }),
  /** Found by name, pinyin or initials among those who were there on the day. */
  people: (search: string, asOf: CalendarDate | undefined) => ({
    queryKey: ['supporting', 'people', search, asOf],
    queryFn: () => core.personnel.people({ search: search || undefined, asOf, limit: FOUND }),
  }),
  person: (id: string) => ({
    queryKey: ['supporting', 'person', id],
    queryFn: () => core.personnel.person({ id }),
  }),
  campaign: (office?: string) => ({
    queryKey: office === undefined ? ['campaign'] : ['campaign', 'of', office],
    queryFn: () => core.campaign.current({ office }),
  }),
  units: (office?: string) => ({
    queryKey: ['personnel', 'units', office],
    queryFn: () => core.personnel.units({ office }),
  }),
};

async function sheetOf(month: string, office: string | undefined): Promise<readonly CounterUnit[]> {
  const units: CounterUnit[] = [];
  for (;;) {
    const { total, units: page } = await core.supporting.counters({
      office,
      month,
      offset: units.length,
      limit: SHEET_PAGE,
    });
    units.push(...page);
    if (units.length >= total || page.length === 0) return units;
  }
}
