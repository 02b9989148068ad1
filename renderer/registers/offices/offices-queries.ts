import { type Core, core } from '../../state/core.ts';

export type Offices = Awaited<ReturnType<Core['figures']['byOffice']>>;
export type Office = Offices['offices'][number];
export type Figure = Office['figures'][keyof Office['figures']];
export type Session = Awaited<ReturnType<Core['study']['sessions']>>['sessions'][number];
export type ItemRow = Awaited<ReturnType<Core['rectification']['items']>>['items'][number];
export type Item = Awaited<ReturnType<Core['rectification']['item']>>;
export type Feedback = Awaited<ReturnType<Core['exchange']['feedback']>>['feedback'][number];

/** Feedback rows of one page of the list. */
export const FEEDBACK_PAGE = 100;
/** Items offered at once; a longer list is narrowed by typing on. */
const FOUND = 50;

export const officesQueries = {
  byOffice: (asOf: string) => ({
    queryKey: ['figures', 'byOffice', asOf],
    queryFn: () => core.figures.byOffice({ asOf }),
  }),
  figures: (asOf: string, office: string) => ({
    queryKey: ['figures', 'asOf', asOf, office],
    queryFn: () => core.figures.asOf({ asOf, office }),
  }),
  sessions: (office: string) => ({
    key: ['study', 'sessions', office],
    ask: async (offset: number, limit: number) => {
      const { total, sessions } = await core.study.sessions({ office, offset, limit });
      return { total, rows: sessions };
    },
  }),
  /** What waits for the group and has no answer drafted yet: the rows of the work list's number. */
  waiting: (office: string | undefined) => ({
    key: ['rectification', 'waiting', office],
    ask: async (offset: number, limit: number) => {
      const filter = { office, matter: 'itemAtGroup', sort: 'due', offset, limit } as const;
      const { total, items } = await core.rectification.items(filter);
      return { total, rows: items };
    },
  }),
  found: (office: string, search: string, state?: 'closed') => ({
    queryKey: ['rectification', 'found', office, search, state],
    queryFn: () =>
      core.rectification.items({
        office,
        search: search || undefined,
        state,
        sort: 'number',
        limit: FOUND,
      }),
  }),
  item: (id: string) => ({
    queryKey: ['rectification', 'item', id],
    queryFn: () => core.rectification.item({ id }),
  }),
  matters: () => ({ queryKey: ['workList', 'matters'], queryFn: () => core.workList.matters() }),
  /** Its own copy where that has arrived, else ours. */
  campaignOf: (office: string) => ({
    queryKey: ['campaign', 'of', office],
    queryFn: () => core.campaign.current({ office }),
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
};
