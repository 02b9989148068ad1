import type { PackKind, PackState } from '../../../shared/vocabulary/pack-words.ts';
import { type Core, core } from '../../state/core.ts';

export type Unit = Awaited<ReturnType<Core['personnel']['units']>>[number];
export type Campaign = Awaited<ReturnType<Core['campaign']['current']>>;
export type Session = Awaited<ReturnType<Core['study']['sessions']>>['sessions'][number];
export type IssuedPack = Awaited<ReturnType<Core['packs']['issued']>>['packs'][number];
export type IssueAsked = Parameters<Core['packs']['issue']>[0];
export type IssuedFile = Awaited<ReturnType<Core['packs']['issue']>>['files'][number];

export interface PacksFilter {
  readonly kind: PackKind;
  readonly occasion?: string;
}

/** The most that one call gives. */
const AT_ONCE = 500;

export const packsQueries = {
  units: () => ({ queryKey: ['personnel', 'units'], queryFn: () => core.personnel.units({}) }),
  /** Whose list a clerk still works on: a sheet of any other one could not come home. */
  openSessions: (search: string) => ({
    queryKey: ['study', 'openSessions', search],
    queryFn: async () =>
      (await core.study.sessions({ view: 'mine', limit: 100, ...(search && { search }) })).sessions,
  }),
  session: (id: string) => ({
    queryKey: ['study', 'session', id],
    queryFn: () => core.study.session({ id }),
  }),
  rounds: () => ({
    queryKey: ['selfInspection', 'rounds', undefined],
    queryFn: () => core.selfInspection.rounds({}),
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
  /** For `usePagedRows`: the key, and a page of the list. */
  issued: (filter: PacksFilter, state: PackState) => ({
    key: ['packs', 'issued', filter, state],
    ask: async (offset: number, limit: number) => {
      const { total, packs } = await core.packs.issued({ ...filter, state, offset, limit });
      return { total, rows: packs };
    },
  }),
  count: (filter: PacksFilter, state: PackState) => ({
    queryKey: ['packs', 'count', filter, state],
    queryFn: async () => (await core.packs.issued({ ...filter, state, limit: 1 })).total,
  }),
  /** Ids of those that are still out. */
  outstanding: () => ({
    queryKey: ['packs', 'outstanding'],
    queryFn: async () => {
      const { packs } = await core.packs.issued({ state: 'outstanding', limit: AT_ONCE });
      return packs.map(({ pack }) => pack);
    },
  }),
};
