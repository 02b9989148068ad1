import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { type Core, core } from '../../state/core.ts';

export type Session = Awaited<ReturnType<Core['study']['sessions']>>['sessions'][number];
export type SessionCard = Awaited<ReturnType<Core['study']['session']>>;
export type AttendanceList = Awaited<ReturnType<Core['study']['attendance']>>;
export type AttendanceRow = AttendanceList['rows'][number];
export type MakeupRow = Awaited<ReturnType<Core['study']['makeups']>>['rows'][number];
type SessionFilter = Omit<Parameters<Core['study']['sessions']>[0], 'offset' | 'limit'>;

/** What of the backlog is listed. */
export type MakeupState = 'open' | 'pending' | 'done';

/** The most that one call gives. */
const PEOPLE_AT_ONCE = 5000;
const MAKEUPS_AT_ONCE = 500;

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
    queryFn: () => wholeList(id),
    // Looking for what stayed the same in thousands of rows takes longer than drawing the few on the screen.
    structuralSharing: false,
  }),
  makeups: (state: MakeupState) => ({
    queryKey: ['study', 'makeups', state],
    queryFn: ({ pageParam }: { readonly pageParam: number }) =>
      core.study.makeups({ state, offset: pageParam, limit: MAKEUPS_AT_ONCE }),
    initialPageParam: 0,
    getNextPageParam: ({ total }: { readonly total: number }, pages: readonly unknown[]) =>
      pages.length * MAKEUPS_AT_ONCE < total ? pages.length * MAKEUPS_AT_ONCE : undefined,
  }),
  makeupCount: (state: MakeupState) => ({
    queryKey: ['study', 'makeupCount', state],
    queryFn: async () => (await core.study.makeups({ state, limit: 1 })).total,
  }),
  figures: (asOf: string) => ({
    queryKey: ['figures', asOf],
    queryFn: () => core.figures.asOf({ asOf: asOf as CalendarDate }),
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
  units: () => ({ queryKey: ['personnel', 'units'], queryFn: () => core.personnel.units({}) }),
};

/** A session's list comes whole: its sums and its sheet are of one piece. */
async function wholeList(session: string) {
  const list = await core.study.attendance({ session, limit: PEOPLE_AT_ONCE });
  while (list.rows.length < list.total) {
    const offset = list.rows.length;
    const { rows } = await core.study.attendance({ session, offset, limit: PEOPLE_AT_ONCE });
    if (rows.length === 0) break;
    list.rows.push(...rows);
  }
  return list;
}
