import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { allReceived, countSent, sentBundles } from '../exchange/bundle-log-sql.ts';
import { dumpRegisters } from '../exchange/dump.ts';
import { exportBundle } from '../exchange/export-bundle.ts';
import { draftFeedback, listFeedback, releaseFeedback } from '../exchange/feedback-desk.ts';
import { importBundles } from '../exchange/import-bundles.ts';
import { loadBundles } from '../exchange/load-bundles.ts';
import { settleFork } from '../exchange/settle-fork.ts';
import { keyRoutes } from './key-routes.ts';
import { officeAsked } from './office-asked.ts';
import {
  type ApiContext,
  actorOf,
  asContractError,
  checkAccount,
  mapErrors,
  openLedgerOf,
} from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const exchangeRoutes = {
  ...keyRoutes,

  exportBundle: routes.exportBundle.handler(async ({ input, context, signal }) => {
    const { host } = context;
    const { clock } = host.ports;
    const asOf: CalendarDate = input.asOf ?? clock.today();
    const request = { recipient: input.recipient, full: input.full, asOf };
    const { manifest, ...sealed } = await working(host, 'exportBundle', signal, (advance) =>
      exportBundle(openLedgerOf(host), clock, request, advance),
    );
    return {
      fileName: sealed.fileName,
      content: Buffer.from(sealed.bytes).toString('base64'),
      kind: manifest.kind,
      recipient: manifest.recipient.officeId,
      sequence: manifest.sequence,
      full: manifest.full,
      baseRev: manifest.baseRev,
      headRev: manifest.headRev,
      counts: manifest.counts,
      hash: sealed.hash,
      bytes: sealed.bytes.length,
    };
  }),
  importBundles: routes.importBundles.handler(async ({ input, context, signal }) => {
    const files = input.files.map(({ fileName, content }) => ({
      fileName,
      content: Buffer.from(content, 'base64'),
    }));
    const ledger = openLedgerOf(context.host);
    const dropReason = input.dropReason ?? null;
    const mayDrop = ledger.account.roles.some((role) => role === 'leader' || role === 'administrator');
    ensure(dropReason === null || mayDrop, 'not_allowed', { needs: ['leader', 'administrator'] });
    const bundles = await working(context.host, 'importBundles', signal, (advance) =>
      importBundles(ledger, files, { apply: input.apply, dropReason, advance }),
    );
    return { applied: bundles.some(({ outcome }) => outcome === 'applied'), bundles };
  }),
  load: routes.load.handler(async function* ({ input, context }) {
    const files = input.files.map(({ fileName, content }) => ({
      fileName,
      content: Buffer.from(content, 'base64'),
    }));
    try {
      yield* loadBundles(openLedgerOf(context.host), files);
    } catch (error) {
      // by now the answer has begun, and what maps errors around a call is through
      throw asContractError(error);
    }
  }),
  settleFork: routes.settleFork.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.settleFork', (write) => ({
      settled: settleFork(write, officeAsked(write, ledger.office, input.office), input.reason),
    }));
  }),
  sent: routes.sent.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) => ({
      total: countSent(db, input.unacknowledged),
      bundles: sentBundles(db, input).map((row) => ({
        recipient: row.recipient_id,
        kind: row.kind,
        epoch: row.epoch,
        sequence: row.sequence,
        baseRev: row.base_rev,
        headRev: row.head_rev,
        hash: row.hash,
        createdAt: row.created_at,
        acknowledgedAt: row.acknowledged_at,
      })),
    })),
  ),
  received: routes.received.handler(({ input, context }) =>
    openLedgerOf(context.host).read((db) =>
      allReceived(db, input.offset, input.limit).map((row) => ({
        sender: row.sender_id,
        kind: row.kind,
        epoch: row.epoch,
        sequence: row.sequence,
        baseRev: row.base_rev,
        headRev: row.head_rev,
        hash: row.hash,
        state: row.state,
        at: row.received_at,
      })),
    ),
  ),

  draftFeedback: routes.draftFeedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { office, ...draft } = input;
    return ledger.write(ledger.account.pk, 'exchange.draftFeedback', (write) =>
      draftFeedback(write, { ...draft, target: officeAsked(write, ledger.office, office) }),
    );
  }),
  releaseFeedback: routes.releaseFeedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.releaseFeedback', (write) => ({
      released: releaseFeedback(write, actorOf(ledger), input.ids),
    }));
  }),
  feedback: routes.feedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const target = input.office ? officeAsked(db, ledger.office, input.office) : null;
      return listFeedback(db, { target, state: input.state ?? null }, input);
    });
  }),

  dump: routes.dump.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.dump', (write) => {
      write.record({ reason: input.reason });
      return { registers: dumpRegisters(write, ledger.openText) };
    });
  }),
};
