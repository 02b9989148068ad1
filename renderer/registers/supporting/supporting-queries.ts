import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { type Core, core } from '../../state/core.ts';

export type Talk = Awaited<ReturnType<Core['supporting']['talks']>>['talks'][number];
export type Untalked = Awaited<ReturnType<Core['supporting']['untalked']>>['people'][number];
export type TalkInput = Parameters<Core['supporting']['addTalk']>[0];

/** People offered at once; a longer list is narrowed by typing on. */
const FOUND = 20;

export const supportingQueries = {
  talks: (filter: { readonly search: string | undefined; readonly unit: string | undefined }) => ({
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
  units: () => ({ queryKey: ['personnel', 'units', undefined], queryFn: () => core.personnel.units({}) }),
};
