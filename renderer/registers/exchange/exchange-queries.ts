import { type Core, core } from '../../state/core.ts';

export type Party = Awaited<ReturnType<Core['exchange']['parties']>>[number];
export type SentBundle = Awaited<ReturnType<Core['exchange']['sent']>>[number];
export type ReceivedBundle = Awaited<ReturnType<Core['exchange']['received']>>[number];
export type SealedBundle = Awaited<ReturnType<Core['exchange']['exportBundle']>>;
export type ImportReport = Awaited<ReturnType<Core['exchange']['importBundles']>>;
export type BundleRow = ImportReport['bundles'][number];

/** More than a campaign's weeks; older ones are asked for when there is a page for them. */
const SHOWN = 200;

export const exchangeQueries = {
  parties: () => ({ queryKey: ['exchange', 'parties'], queryFn: () => core.exchange.parties() }),
  ownKeys: () => ({ queryKey: ['exchange', 'ownKeys'], queryFn: () => core.exchange.ownKeys() }),
  sent: () => ({ queryKey: ['exchange', 'sent'], queryFn: () => core.exchange.sent({ limit: SHOWN }) }),
  received: () => ({
    queryKey: ['exchange', 'received'],
    queryFn: () => core.exchange.received({ limit: SHOWN }),
  }),
  feedback: () => ({
    queryKey: ['exchange', 'feedback'],
    queryFn: () => core.exchange.feedback({ limit: SHOWN }),
  }),
};
