import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FiguresBy } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';

export type Session = Awaited<ReturnType<Core['study']['sessions']>>['sessions'][number];
export type SessionCard = Awaited<ReturnType<Core['study']['session']>>;
export type AttendanceList = Awaited<ReturnType<Core['study']['attendance']>>;
export type AttendanceRow = AttendanceList['rows'][number];
export type MakeupRow = Awaited<ReturnType<Core['study']['makeups']>>['rows'][number];
export type Matrix = Awaited<ReturnType<Core['study']['matrix']>>;
export type Statistics = Awaited<ReturnType<Core['study']['figures']>>;
type MatrixFilter = Omit<Parameters<Core['study']['matrix']>[0], 'offset' | 'limit'>;
type StatisticsFilter = Pick<Parameters<Core['study']['figures']>[0], 'phase' | 'type' | 'organKind'>;
type SessionFilter = Omit<Parameters<Core['study']['sessions']>[0], 'offset' | 'limit'>;

/** What of the backlog is listed. */
export type MakeupState = 'open' | 'pending' | 'done' | 'leavers';

/** The most that one call gives. */
const PEOPLE_AT_ONCE = 5000;
const MAKEUPS_AT_ONCE = 500;
const SESSIONS_AT_ONCE = 500;
const PEOPLE_OF_A_PAGE = 500;

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
  /** Of whole weeks: more sessions than one call gives do not fit into a calendar anyway. */
  month: (from: string, until: string, phase: string | undefined) => ({
    queryKey: ['study', 'month', from, until, phase],
    queryFn: async () => {
      const days = { from: from as CalendarDate, until: until as CalendarDate };
      return (await core.study.sessions({ ...days, ...(phase && { phase }), limit: SESSIONS_AT_ONCE }))
        .sessions;
    },
  }),
  differences: (session: string) => ({
    queryKey: ['study', 'differences', session],
    queryFn: () => core.study.differences({ session, limit: PEOPLE_AT_ONCE }),
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
  makeups: (state: MakeupState, phase: string | undefined) => ({
    queryKey: ['study', 'makeups', state, phase],
    queryFn: ({ pageParam }: { readonly pageParam: number }) =>
      core.study.makeups({ state, ...(phase && { phase }), offset: pageParam, limit: MAKEUPS_AT_ONCE }),
    initialPageParam: 0,
    getNextPageParam: ({ total }: { readonly total: number }, pages: readonly unknown[]) =>
      pages.length * MAKEUPS_AT_ONCE < total ? pages.length * MAKEUPS_AT_ONCE : undefined,
  }),
  makeupCount: (state: MakeupState, phase: string | undefined) => ({
    queryKey: ['study', 'makeupCount', state, phase],
    queryFn: async () => (await core.study.makeups({ state, ...(phase && { phase }), limit: 1 })).total,
  }),
  figures: (asOf: string) => ({
    queryKey: ['figures', asOf],
    queryFn: () => core.figures.asOf({ asOf: asOf as CalendarDate }),
  }),
  matrix: (filter: MatrixFilter) => ({
    key: ['study', 'matrix', filter],
    ask: async (offset: number, limit: number) => {
      const { total, people } = await core.study.matrix({ ...filter, offset, limit });
      return { total, rows: people };
    },
  }),
  /** The sessions alone: the columns stand before the first row. */
  matrixHead: (filter: MatrixFilter) => ({
    queryKey: ['study', 'matrixHead', filter],
    queryFn: () => core.study.matrix({ ...filter, limit: 1 }),
  }),
  statistics: (asOf: string, by: FiguresBy, filter: StatisticsFilter) => ({
    queryKey: ['study', 'statistics', asOf, by, filter],
    queryFn: () => core.study.figures({ asOf: asOf as CalendarDate, by, ...filter, limit: PEOPLE_AT_ONCE }),
  }),
  /** What a session can be made for. */
  actions: () => ({ queryKey: ['actions', 'definitions'], queryFn: () => core.actions.definitions({}) }),
  actionsOf: (session: string) => ({
    queryKey: ['actions', 'ofSession', session],
    queryFn: () => core.actions.ofSession({ session }),
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
  /** Everybody who may be named as expected; a county's roster is a few calls. */
  roster: () => ({
    queryKey: ['personnel', 'everybody'],
    queryFn: async () => {
      const ask = (offset: number) => core.personnel.people({ offset, limit: PEOPLE_OF_A_PAGE });
      const { total, people } = await ask(0);
      const offsets = Array.from(
        { length: Math.ceil(total / PEOPLE_OF_A_PAGE) - 1 },
        (_, page) => (page + 1) * PEOPLE_OF_A_PAGE,
      );
      const others = await Promise.all(offsets.map(async (offset) => (await ask(offset)).people));
      return [people, ...others].flat();
    },
  }),
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
