import { type Core, core } from '../../state/core.ts';

export type Session = Awaited<ReturnType<Core['study']['sessions']>>['sessions'][number];
export type SessionCard = Awaited<ReturnType<Core['study']['session']>>;
export type AttendanceList = Awaited<ReturnType<Core['study']['attendance']>>;
export type AttendanceRow = AttendanceList['rows'][number];
export type MakeupRow = Awaited<ReturnType<Core['study']['makeups']>>['rows'][number];
export type SessionFilter = Omit<Parameters<Core['study']['sessions']>[0], 'offset' | 'limit'>;

/** A session's list comes whole: its sums and its sheet are of one piece. */
const WHOLE_LIST = 5000;

export const studyQueries = {
  sessions: (filter: SessionFilter) => ({
    key: ['study', 'sessions', filter],
    ask: async (offset: number, limit: number) => {
      const { total, sessions } = await core.study.sessions({ ...filter, offset, limit });
      return { total, rows: sessions };
    },
  }),
  counts: (filter: Pick<SessionFilter, 'phase' | 'search'>) => ({
    queryKey: ['study', 'counts', filter],
    queryFn: () => core.study.sessionCounts(filter),
  }),
  session: (id: string) => ({
    queryKey: ['study', 'session', id],
    queryFn: () => core.study.session({ id }),
  }),
  attendance: (id: string) => ({
    queryKey: ['study', 'attendance', id],
    queryFn: () => core.study.attendance({ session: id, limit: WHOLE_LIST }),
  }),
  makeups: (state: 'open' | 'pending' | 'done') => ({
    queryKey: ['study', 'makeups', state],
    queryFn: () => core.study.makeups({ state, limit: 500 }),
  }),
  figures: (asOf: string) => ({
    queryKey: ['figures', asOf],
    queryFn: () => core.figures.asOf({ asOf: asOf as never }),
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
  units: () => ({ queryKey: ['personnel', 'units'], queryFn: () => core.personnel.units({}) }),
};
