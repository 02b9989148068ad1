import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { clearPlace, type Desk, writeBundles, writeKeyFiles } from '../exchange/place-writing.ts';
import { findPlaces } from '../exchange/places.ts';
import type { Host } from './host.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

/** Of the exchange: the medium that files leave on. */
export const placeRoutes = {
  places: routes.places.handler(async ({ input, context: { host } }) => {
    const places = await findPlaces(openLedgerOf(host), host.ports.volumes, input.folder);
    return places.map(({ bundles, ...told }) => ({ ...told, bundles: [...bundles] }));
  }),
  writeBundle: routes.writeBundle.handler(async ({ input, context: { host }, signal }) => {
    const order = { ...input, medium: input.medium ?? null };
    const files = await working(host, 'writeBundle', signal, (advance) =>
      writeBundles(deskOf(host), order, advance),
    );
    return { safeToRemove: true as const, files };
  }),
  writeKeys: routes.writeKeys.handler(async ({ input, context: { host } }) => ({
    safeToRemove: true as const,
    ...(await writeKeyFiles(deskOf(host), input.place)),
  })),
  clearPlace: routes.clearPlace.handler(async ({ input, context: { host } }) => ({
    cleared: await clearPlace(deskOf(host), input.place, input.files),
  })),
};

/** How the host looks for media. */
function deskOf(host: Host): Desk {
  const { volumes, applicationData } = host.ports;
  return { ledger: openLedgerOf(host), volumes, books: [host.folder, applicationData] };
}
