import { type Core, core } from '../../state/core.ts';

export type Unit = Awaited<ReturnType<Core['personnel']['units']>>[number];
export type PersonCard = Awaited<ReturnType<Core['personnel']['person']>>;
export type Person = Awaited<ReturnType<Core['personnel']['people']>>['people'][number];
export type References = Awaited<ReturnType<Core['personnel']['references']>>;
export type PeopleFilter = Omit<Parameters<Core['personnel']['people']>[0], 'offset' | 'limit'>;

export const personnelQueries = {
  /** @param asOf day of the counts; absent: today */
  units: (asOf?: string) => ({
    queryKey: ['personnel', 'units', asOf ?? ''],
    queryFn: () => core.personnel.units(asOf === undefined ? {} : { asOf }),
  }),
  person: (id: string) => ({
    queryKey: ['personnel', 'person', id],
    queryFn: () => core.personnel.person({ id }),
  }),
  /** For `usePagedRows`: the attendance of a person; one answer tells the make-ups and the filings too. */
  attendanceOf: (id: string) => ({
    key: ['personnel', 'attendance', id],
    ask: async (offset: number, limit: number) => {
      const { attendance } = await core.personnel.references({ id, offset, limit });
      return { total: attendance.total, rows: attendance.rows };
    },
  }),
  references: (id: string) => ({
    queryKey: ['personnel', 'references', id],
    queryFn: () => core.personnel.references({ id, limit: 1 }),
  }),
  headcount: (asOf: string) => ({
    queryKey: ['personnel', 'headcount', asOf],
    queryFn: () => core.personnel.headcount({ asOf }),
  }),
  /** How many people there are whatever the list is narrowed to. */
  total: (asOf: string) => ({
    queryKey: ['personnel', 'total', asOf],
    queryFn: async () => (await core.personnel.people({ asOf, limit: 1 })).total,
  }),
  /** For `usePagedRows`: the key, and a page of the list. */
  people: (filter: PeopleFilter) => ({
    key: ['personnel', 'people', filter],
    ask: async (offset: number, limit: number) => {
      const { total, people } = await core.personnel.people({ ...filter, offset, limit });
      return { total, rows: people };
    },
  }),
};
