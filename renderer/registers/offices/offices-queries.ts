import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { type Core, core } from '../../state/core.ts';
import { newFeedbackText } from '../../text/offices-page.ts';
import type { SpokenOf } from './record-field.tsx';

export type Offices = Awaited<ReturnType<Core['figures']['byOffice']>>;
export type Office = Offices['offices'][number];
export type Figure = Office['figures'][keyof Office['figures']];
export type Session = Awaited<ReturnType<Core['study']['sessions']>>['sessions'][number];
export type ItemRow = Awaited<ReturnType<Core['rectification']['items']>>['items'][number];
export type Item = Awaited<ReturnType<Core['rectification']['item']>>;
export type Feedback = Awaited<ReturnType<Core['exchange']['feedback']>>['feedback'][number];

export type Grid = Awaited<ReturnType<Core['oversight']['grid']>>;
export type GridRow = Grid['offices'][number];
export type GridCell = GridRow['cells'][number];
export type Period = Grid['periods'][number];
export type KeptBundle = Awaited<ReturnType<Core['oversight']['bundles']>>['bundles'][number];
export type Changes = Awaited<ReturnType<Core['oversight']['changes']>>;
type Position = Pick<KeptBundle, 'epoch' | 'sequence'>;

/** Bundles that are offered to be compared, the newest. */
const BUNDLES = 200;

/** Feedback rows of one page of the list. */
export const FEEDBACK_PAGE = 100;
/** More remarks on sessions than an office gets. */
const REMARKS = 500;
/** Items offered at once; a longer list is narrowed by typing on. */
const FOUND = 50;

export const officesQueries = {
  byOffice: (asOf: string) => ({
    queryKey: ['figures', 'byOffice', asOf],
    queryFn: () => core.figures.byOffice({ asOf }),
  }),
  grid: (until: CalendarDate | undefined) => ({
    queryKey: ['oversight', 'grid', until],
    queryFn: () => core.oversight.grid({ until }),
  }),
  bundles: (office: string) => ({
    queryKey: ['oversight', 'bundles', office],
    queryFn: () => core.oversight.bundles({ office, limit: BUNDLES }),
  }),
  changes: (office: string, from: Position, to: Position) => ({
    queryKey: ['oversight', 'changes', office, from, to],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      core.oversight.changes({ office, from, to }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
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
  /** By session, how often it was remarked on. */
  sessionRemarks: (office: string) => ({
    queryKey: ['exchange', 'remarks', 'ofSessions', office],
    queryFn: async (): Promise<ReadonlyMap<string, number>> => {
      const { feedback } = await core.exchange.feedback({ office, kind: 'remark', limit: REMARKS });
      const onSessions = feedback.filter(({ register }) => register === 'session');
      const bySession = Map.groupBy(onSessions, ({ subject }) => subject ?? '');
      return new Map([...bySession].map(([session, { length }]) => [session, length]));
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
  /** Records of an office that can be spoken of, as choices. */
  records: (of: SpokenOf, office: string, search: string) => ({
    queryKey: ['exchange', 'records', of, office, search],
    queryFn: () => RECORDS[of](office, search),
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

interface RecordChoice {
  readonly value: string;
  readonly label: string;
}
type Find = (office: string, search: string) => Promise<RecordChoice[]>;

const RECORDS: Readonly<Record<SpokenOf, Find>> = {
  item: (office, search) => numberedItems(office, search),
  closedItem: (office, search) => numberedItems(office, search, 'closed'),
  session: async (office, search) => {
    const { sessions } = await core.study.sessions({ office, search: search || undefined, limit: FOUND });
    return sessions.map(({ id, day, title }) => ({ value: id, label: `${day ?? ''} ${title}` }));
  },
  round: async (office) => {
    const rounds = await core.selfInspection.rounds({ office });
    return rounds.map(({ id, name }) => ({ value: id, label: name }));
  },
  action: async (office, search) => {
    const { actions } = await core.actions.list({ office, search: search || undefined, limit: FOUND });
    return actions.map(({ id, name }) => ({ value: id, label: name }));
  },
  period: async (office) => {
    const { periods } = await core.periods.list({ office, limit: FOUND });
    const closed = periods.filter(({ state }) => state === 'closed');
    return closed.map(({ id, from, until }) => ({ value: id, label: newFeedbackText.period(from, until) }));
  },
};

async function numberedItems(office: string, search: string, state?: 'closed'): Promise<RecordChoice[]> {
  const filter = { office, search: search || undefined, state, sort: 'number', limit: FOUND } as const;
  const { items } = await core.rectification.items(filter);
  const numbered = items.filter(({ number }) => number !== null);
  return numbered.map(({ id, number, problem }) => ({ value: id, label: `${number} ${problem}` }));
}
