import { type Core, core } from '../../state/core.ts';

export type Party = Awaited<ReturnType<Core['exchange']['parties']>>[number];
export type OwnKeys = Awaited<ReturnType<Core['exchange']['ownKeys']>>;
export type KeyRecord = Awaited<ReturnType<Core['exchange']['keyRecords']>>[number];
export type SentBundle = Awaited<ReturnType<Core['exchange']['sent']>>['bundles'][number];
export type Feedback = Awaited<ReturnType<Core['exchange']['feedback']>>['feedback'][number];
export type ReceivedBundle = Awaited<ReturnType<Core['exchange']['received']>>[number];
export type SealedBundle = Awaited<ReturnType<Core['exchange']['exportBundle']>>;
export type ImportReport = Awaited<ReturnType<Core['exchange']['importBundles']>>;
export type BundleRow = ImportReport['bundles'][number];

/** More than a campaign's weeks; older ones are asked for when there is a page for them. */
const SHOWN = 200;

export const exchangeQueries = {
  parties: () => ({ queryKey: ['exchange', 'parties'], queryFn: () => core.exchange.parties() }),
  ownKeys: () => ({ queryKey: ['exchange', 'ownKeys'], queryFn: () => core.exchange.ownKeys() }),
  keyRecords: () => ({
    queryKey: ['exchange', 'keyRecords'],
    queryFn: () => core.exchange.keyRecords(),
  }),
  sent: (unacknowledged: boolean) => ({
    key: ['exchange', 'sent', unacknowledged],
    ask: async (offset: number, limit: number) => {
      const { total, bundles } = await core.exchange.sent({ unacknowledged, offset, limit });
      return { total, rows: bundles };
    },
  }),
  received: () => ({
    queryKey: ['exchange', 'received'],
    queryFn: () => core.exchange.received({ limit: SHOWN }),
  }),
  feedback: () => ({
    key: ['exchange', 'feedback'],
    ask: async (offset: number, limit: number) => {
      const { total, feedback } = await core.exchange.feedback({ offset, limit });
      return { total, rows: feedback };
    },
  }),
};
