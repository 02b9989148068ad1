import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import {
  countReceivedLines,
  countSentLines,
  type ReceivedLine,
  receivedLines,
  receivedStandings,
  type SentLine,
  sentLines,
  sentStandings,
  standingGaps,
} from '../exchange/bundle-ledger-sql.ts';
import { allParties } from '../exchange/parties.ts';
import { enterReceipt, paperReceipt } from '../exchange/receipts.ts';
import type { Readable } from '../store/handles.ts';
import { ownEpoch } from '../store/office-sql.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

/** Of the exchange: what was sent and received by number, and the paper that confirms it. */
export const bundleLedgerRoutes = {
  ledger: routes.ledger.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => standings(db, partyAsked(db, ledger.office, input.party)));
  }),
  ledgerSent: routes.ledgerSent.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const asked = { ...input, party: partyAsked(db, ledger.office, input.party) };
      const lines = sentLines(db, asked, input.offset, input.limit);
      return { total: countSentLines(db, asked), lines: lines.map(sentLineOf) };
    });
  }),
  ledgerReceived: routes.ledgerReceived.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.read((db) => {
      const party = partyAsked(db, ledger.office, input.party);
      const lines = receivedLines(db, party, input.offset, input.limit);
      return { total: countReceivedLines(db, party), lines: lines.map(receivedLineOf) };
    });
  }),
  receipt: routes.receipt.handler(async ({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { manifest, hash, state, receivedAt, code } = await paperReceipt(ledger, {
      ...input,
      party: input.sender,
    });
    const { sender, epoch, sequence, kind, full, createdAt, period, counts } = manifest;
    const { id, code: ownCode, name } = ledger.ownOffice;
    return {
      sender: { id: input.sender, code: sender.code, name: sender.name },
      recipient: { id, code: ownCode, name },
      ...{ epoch: epoch.counter, sequence, kind, full, asOf: period.asOf, sealedAt: createdAt },
      ...{ receivedAt, state, hash, code },
      rows: Object.values(counts).reduce((sum, rows) => sum + rows, 0),
    };
  }),
  enterReceipt: routes.enterReceipt.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { recipient, sequence, epoch, code } = input;
    return ledger.write(ledger.account.pk, 'exchange.enterReceipt', (write) => ({
      recipient,
      sequence,
      ...enterReceipt(write, { party: recipient, sequence, epoch }, code),
    }));
  }),
};

function partyAsked(db: Readable, own: number, named: string | undefined): number | undefined {
  return named === undefined ? undefined : officeAsked(db, own, named);
}

const MOST_GAPS = 20;
const NONE_SENT = { last: null, written: null, delivered: null, acknowledged: null };
const NONE_RECEIVED = { applied: null, superseded: 0, quarantined: 0 };

function standings(db: Readable, asked: number | undefined) {
  const sent = new Map(sentStandings(db, ownEpoch(db).counter).map((row) => [row.party, row]));
  const received = new Map(receivedStandings(db).map((row) => [row.party, row]));
  const gaps = Map.groupBy(standingGaps(db, asked), ({ party }) => party);
  const parties = allParties(db).filter(({ pk }) => asked === undefined || pk === asked);
  return parties.map(({ pk, keys }) => {
    const { last, written, delivered, acknowledged } = sent.get(pk) ?? NONE_SENT;
    const { applied, superseded, quarantined } = received.get(pk) ?? NONE_RECEIVED;
    const missing = gaps.get(pk) ?? [];
    return {
      party: keys.officeId,
      sent: { last, written, delivered, acknowledged },
      received: {
        applied,
        missing: missing.reduce((sum, { sequence, until }) => sum + until - sequence + 1, 0),
        gaps: missing.slice(-MOST_GAPS).map(({ sequence: from, until }) => ({ from, until })),
        superseded,
        quarantined,
      },
    };
  });
}

function sentLineOf(line: SentLine) {
  const { party, epoch, sequence, kind, state, hash, bytes, medium } = line;
  return {
    ...{ party, epoch, sequence, kind, state, hash, bytes, medium },
    full: line.full === 1,
    asOf: line.as_of,
    fileName: line.file_name,
    sealedAt: line.created_at,
    sealedBy: line.sealed_by,
    writtenAt: line.written_at,
    deliveredAt: line.delivered_at,
    acknowledgedAt: line.acknowledged_at,
    kept: line.kept === 1,
    namesReason: line.names_reason,
  };
}

function receivedLineOf(line: ReceivedLine) {
  const { party, epoch, sequence, until, state, kind, hash } = line;
  return {
    ...{ party, epoch, sequence, until, state, kind, hash },
    covered: line.covered === 1,
    full: line.full === null ? null : line.full === 1,
    asOf: line.as_of,
    at: line.received_at,
    names: line.names_reason === null ? null : { reason: line.names_reason, erased: line.names_erased === 1 },
  };
}
