import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { type Core, core } from '../../state/core.ts';

export type Party = Awaited<ReturnType<Core['exchange']['parties']>>[number];
export type OwnKeys = Awaited<ReturnType<Core['exchange']['ownKeys']>>;
export type KeyRecord = Awaited<ReturnType<Core['exchange']['keyRecords']>>[number];
export type Standing = Awaited<ReturnType<Core['exchange']['ledger']>>[number];
export type SentLine = Awaited<ReturnType<Core['exchange']['ledgerSent']>>['lines'][number];
export type ReceivedLine = Awaited<ReturnType<Core['exchange']['ledgerReceived']>>['lines'][number];
export type Place = Awaited<ReturnType<Core['exchange']['places']>>[number];
export type Feedback = Awaited<ReturnType<Core['exchange']['feedback']>>['feedback'][number];
export type SealedBundle = Awaited<ReturnType<Core['exchange']['exportBundle']>>;
export type ImportReport = Awaited<ReturnType<Core['exchange']['importBundles']>>;
export type Template = Awaited<ReturnType<Core['exchange']['template']>>;
export type BundleRow = ImportReport['bundles'][number];

/** More than a group has offices. */
const UNWRITTEN = 500;
/** Newest bundles to one party: cut-off days go on as the numbers do, but for a few. */
const LATELY = 100;

export type ExportPreview = Awaited<ReturnType<Core['exchange']['exportPreview']>>;
export type Period = Awaited<ReturnType<Core['periods']['list']>>['periods'][number];

export interface ExportQuestion {
  recipient: string | undefined;
  full: boolean;
  asOf: string;
  withNames?: boolean;
}

export const exchangeQueries = {
  /** Sealed for real to know its size: given up when the question changes, and asked anew each time. */
  preview: (question: ExportQuestion) => ({
    queryKey: ['exchange', 'preview', question],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      core.exchange.exportPreview(question, { signal }),
    enabled: question.asOf !== '' && question.asOf !== null,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  }),
  periods: () => ({ queryKey: ['periods', 'state'], queryFn: () => core.periods.list({ limit: 1 }) }),
  periodRows: () => ({
    key: ['periods', 'list'],
    ask: async (offset: number, limit: number) => {
      const { total, periods } = await core.periods.list({ offset, limit });
      return { total, rows: periods };
    },
  }),
  closing: (until: string) => ({
    queryKey: ['periods', 'closing', until],
    queryFn: () => core.periods.closing({ until }),
    enabled: until !== '',
  }),
  parties: () => ({ queryKey: ['exchange', 'parties'], queryFn: () => core.exchange.parties() }),
  ownKeys: () => ({ queryKey: ['exchange', 'ownKeys'], queryFn: () => core.exchange.ownKeys() }),
  keyRecords: () => ({
    queryKey: ['exchange', 'keyRecords'],
    queryFn: () => core.exchange.keyRecords(),
  }),
  standing: () => ({ queryKey: ['exchange', 'standing'], queryFn: () => core.exchange.ledger({}) }),
  sent: (party: string | undefined, unacknowledged: boolean) => ({
    key: ['exchange', 'sent', party, unacknowledged],
    ask: async (offset: number, limit: number) => {
      const { total, lines } = await core.exchange.ledgerSent({ party, unacknowledged, offset, limit });
      return { total, rows: lines };
    },
  }),
  /** The last day that a report to the party has reached; null: none was made. */
  reportedUntil: (party: string | undefined) => ({
    queryKey: ['exchange', 'reportedUntil', party],
    queryFn: async () => {
      const { lines } = await core.exchange.ledgerSent({ party, limit: LATELY });
      const reports = lines.filter(({ kind, namesReason }) => kind === 'report' && namesReason === null);
      return reports.map(({ asOf }) => calendarDate(asOf)).reduce(later, null);
    },
    enabled: party !== undefined,
  }),
  /** What was sealed last for each party, as far as it has not been written yet. */
  unwritten: () => ({
    queryKey: ['exchange', 'unwritten'],
    queryFn: async () => {
      const { lines } = await core.exchange.ledgerSent({ unacknowledged: true, limit: UNWRITTEN });
      return lines.filter(({ state, kept }) => state === 'sealed' && kept);
    },
  }),
  received: (party: string | undefined) => ({
    key: ['exchange', 'received', party],
    ask: async (offset: number, limit: number) => {
      const { total, lines } = await core.exchange.ledgerReceived({ party, offset, limit });
      return { total, rows: lines };
    },
  }),
  receipt: (sender: string, epoch: number, sequence: number) => ({
    queryKey: ['exchange', 'receipt', sender, epoch, sequence],
    queryFn: () => core.exchange.receipt({ sender, epoch, sequence }),
  }),
  places: (folder?: string) => ({
    queryKey: ['exchange', 'places', folder],
    queryFn: () => core.exchange.places(folder === undefined ? {} : { folder }),
    // a stick is plugged in without anybody telling the page
    staleTime: 0,
  }),
  feedback: (matter: 'remarkUnread' | 'templateWaiting' | undefined) => ({
    key: ['exchange', 'feedback', matter],
    ask: async (offset: number, limit: number) => {
      const { total, feedback } = await core.exchange.feedback({ matter, offset, limit });
      return { total, rows: feedback };
    },
  }),
  template: (id: string) => ({
    queryKey: ['exchange', 'template', id],
    queryFn: () => core.exchange.template({ id }),
  }),
  outbox: () => ({ queryKey: ['exchange', 'outbox'], queryFn: () => core.exchange.outbox() }),
};

function later(one: CalendarDate | null, other: CalendarDate): CalendarDate {
  return one !== null && one > other ? one : other;
}
