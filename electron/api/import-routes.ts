import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { BundleSource } from '../exchange/bundle-report.ts';
import { chooseBranch } from '../exchange/choose-branch.ts';
import { importBundles } from '../exchange/import-bundles.ts';
import { bundlesIn } from '../exchange/import-folder.ts';
import { allParties } from '../exchange/parties.ts';
import { layAside, quarantine } from '../exchange/quarantine.ts';
import { settleFork } from '../exchange/settle-fork.ts';
import { lastImport, undoImport } from '../exchange/undo-import.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

/** Bundles taken in, taken back, and put aside. */
export const importRoutes = {
  importBundles: routes.importBundles.handler(({ input, context, signal }) => {
    const sources = input.files.map(({ fileName, content }) => ({
      fileName,
      read: () => Buffer.from(content, 'base64'),
    }));
    return imported(context.host, signal, sources, input);
  }),
  importFolder: routes.importFolder.handler(async ({ input, context, signal }) => {
    openLedgerOf(context.host);
    const { sources, ...left } = bundlesIn(input.path, input.names);
    return { ...(await imported(context.host, signal, sources, input)), ...left };
  }),
  undoableImports: routes.undoableImports.handler(({ context }) =>
    openLedgerOf(context.host).read((db) =>
      allParties(db).flatMap(({ pk, keys }) => {
        const last = lastImport(db, pk);
        if (last?.bundle.kind !== 'report') return [];
        const { epoch, sequence, as_of: asOf, received_at: receivedAt } = last.bundle;
        const sender = { sender: keys.officeId, code: keys.code, name: keys.name };
        return [{ ...sender, epoch, sequence, asOf, receivedAt, why: last.why }];
      }),
    ),
  ),
  undoImport: routes.undoImport.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.undoImport', (write) => {
      const rows = undoImport(write, officeAsked(write, ledger.office, input.sender), input.sequence);
      return { ...input, rows };
    });
  }),
  quarantine: routes.quarantine.handler(({ context }) => quarantine(openLedgerOf(context.host))),
  settleFork: routes.settleFork.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.settleFork', (write) => ({
      settled: settleFork(write, officeAsked(write, ledger.office, input.office), input.reason),
    }));
  }),
  chooseBranch: routes.chooseBranch.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const sender = ledger.read((db) => officeAsked(db, ledger.office, input.office));
    const dropReason = input.dropReason ?? null;
    return chooseBranch(ledger, { sender, reason: input.reason, dropReason });
  }),
  layAside: routes.layAside.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.layAside', (write) => {
      layAside(write, input.hash, input.reason);
      return { hash: input.hash };
    });
  }),
};

async function imported(
  host: Host,
  signal: AbortSignal | undefined,
  sources: readonly BundleSource[],
  { apply, dropReason = null }: { readonly apply: boolean; readonly dropReason?: string | null | undefined },
) {
  const ledger = openLedgerOf(host);
  ensure(dropReason === null || mayDrop(ledger), 'not_allowed', { needs: ['leader', 'administrator'] });
  const bundles = await working(host, 'importBundles', signal, (advance) =>
    importBundles(ledger, sources, { apply, dropReason, advance }),
  );
  return { applied: bundles.some(({ outcome }) => outcome === 'applied'), bundles };
}

function mayDrop({ account }: OpenLedger): boolean {
  return account.roles.some((role) => role === 'leader' || role === 'administrator');
}
