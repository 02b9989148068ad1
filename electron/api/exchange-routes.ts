import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { allReceived, countSent, sentBundles } from '../exchange/bundle-log-sql.ts';
import { dumpRegisters } from '../exchange/dump.ts';
import { exportBundle } from '../exchange/export-bundle.ts';
import { previewBundle } from '../exchange/export-preview.ts';
import { loadBundles } from '../exchange/load-bundles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { bundleLedgerRoutes } from './bundle-ledger-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { importRoutes } from './import-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { namedRoutes } from './named-routes.ts';
import { placeRoutes } from './place-routes.ts';
import { type ApiContext, asContractError, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const exchangeRoutes = {
  ...keyRoutes,
  ...placeRoutes,
  ...feedbackRoutes,
  ...bundleLedgerRoutes,
  ...importRoutes,
  ...namedRoutes,

  exportBundle: routes.exportBundle.handler(async ({ input, context, signal }) => {
    const { host } = context;
    const asOf: CalendarDate = input.asOf ?? host.ports.clock.today();
    const { recipient, full, nil } = input;
    const namesReason = reasonForNames(openLedgerOf(host), input);
    const request = { recipient, full, asOf, nil, namesReason };
    const { manifest, ...sealed } = await working(host, 'exportBundle', signal, (advance) =>
      exportBundle(openLedgerOf(host), host.ports, request, advance),
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
  exportPreview: routes.exportPreview.handler(({ input, context: { host }, signal }) => {
    const asOf: CalendarDate = input.asOf ?? host.ports.clock.today();
    if (input.withNames) requireReviewer(openLedgerOf(host));
    const namesReason = input.withNames ? UNSAID : undefined;
    const request = { recipient: input.recipient, full: input.full, asOf, nil: false, namesReason };
    return working(host, 'exportPreview', signal, (advance) =>
      previewBundle(openLedgerOf(host), host.ports, request, advance),
    );
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

  dump: routes.dump.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.dump', (write) => {
      write.record({ reason: input.reason });
      return { registers: dumpRegisters(write, ledger.openText) };
    });
  }),
};

/** What a preview says in place of a reason: nothing of it is kept. */
const UNSAID = '-';

interface NamesAsked {
  readonly withNames: boolean;
  readonly namesReason?: string | undefined;
  readonly nil: boolean;
}

/** @throws Refusal `not_allowed`, `missing_field`, `invalid_input` for a reason without names, or names with 零报告 */
function reasonForNames(ledger: OpenLedger, { withNames, namesReason, nil }: NamesAsked): string | undefined {
  ensure(withNames || namesReason === undefined, 'invalid_input', { fields: ['namesReason'] });
  if (!withNames) return undefined;
  requireReviewer(ledger);
  ensure(!nil, 'invalid_input', { fields: ['nil'] });
  ensure(namesReason, 'missing_field', { field: 'namesReason' });
  return namesReason;
}

function requireReviewer({ account }: OpenLedger): void {
  ensure(account.roles.includes('reviewer'), 'not_allowed', { needs: ['reviewer'] });
}
