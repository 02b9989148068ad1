import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { type SealedBundle, sealBundle } from '../bundle/bundle.ts';
import { bundleFileName } from '../bundle/file-name.ts';
import type { OfficeKeys } from '../bundle/keys.ts';
import type { Acknowledgement, BundleStatement } from '../bundle/manifest.ts';
import type { Tables } from '../bundle/tables.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ownRevision } from '../store/office-sql.ts';
import type { Ports } from '../store/ports.ts';
import { insertSent, lastAcknowledged, lastApplied, lastSent } from './bundle-log-sql.ts';
import { gatherFeedback } from './feedback-out.ts';
import { carriedRotations } from './key-records.ts';
import { ownKeyNumber, ownKeys } from './own-keys.ts';
import { chosenParty, ownIdentity, type Party } from './parties.ts';
import { gatherReport } from './report-out.ts';

export interface ExportRequest {
  /** Office id; the only party there is when undefined. */
  readonly recipient: string | undefined;
  /** Everything, though the recipient has acknowledged a base. */
  readonly full: boolean;
  /** Cut-off day that the bundle states. */
  readonly asOf: CalendarDate;
}

export interface ExportedBundle extends SealedBundle {
  readonly fileName: string;
}

/**
 * Seals what changed since the recipient's last acknowledgement: a report to the parent office, feedback to an
 * office. The number is taken in the write at the end, which is when the bundle exists: cut off before it,
 * nothing was sent; after it, the bundle counts as sent though it may never arrive.
 * @throws Refusal `party_missing`, `party_ambiguous`, `party_unknown`, `exchange_direction`, `conflict` when
 *   another export took the number meanwhile, and what sealing and `advance` throw
 */
export async function exportBundle(
  ledger: OpenLedger,
  clock: Ports['clock'],
  request: ExportRequest,
  advance?: Advance,
): Promise<ExportedBundle> {
  await advance?.('collect', 0, 3);
  const { statement, tables, keys, keyNumber, party } = ledger.read((db) =>
    gather(db, ledger, clock, request),
  );
  await advance?.('seal', 1, 3);
  const sealed = await sealBundle(statement, tables, {
    signingSeed: keys.signingSeed,
    recipient: party.keys.recipient,
  });
  await advance?.('write', 2, 3);
  ledger.write(ledger.account.pk, 'exchange.exportBundle', (write) => {
    ensure(ledger.epoch().id === statement.epoch.id, 'conflict');
    ensure(ownKeyNumber(write) === keyNumber, 'conflict');
    const last = lastSent(write, party.pk, statement.epoch.counter)?.sequence ?? 0;
    ensure(last === statement.sequence - 1, 'conflict', { sequence: statement.sequence });
    insertSent(write, party.pk, sealed.manifest, sealed.hash);
    write.record({ recipient: party.keys.officeId, sequence: statement.sequence, hash: sealed.hash });
  });
  const fileName = bundleFileName(statement.sender.code, statement.sequence, request.asOf);
  return { ...sealed, fileName };
}

interface Gathered {
  readonly statement: BundleStatement;
  readonly tables: Tables;
  readonly keys: OfficeKeys;
  readonly keyNumber: number;
  readonly party: Party;
}

function gather(
  db: Readable,
  ledger: OpenLedger,
  clock: Ports['clock'],
  { recipient, full, asOf }: ExportRequest,
): Gathered {
  const party = chosenParty(db, recipient);
  const keys = ownKeys(db);
  const { kind: ownKind, ...sender } = ownIdentity(db);
  ensure(ownKind !== party.keys.kind, 'exchange_direction');
  const epoch = ledger.epoch();
  const previous = lastSent(db, party.pk, epoch.counter);
  const base = full ? undefined : lastAcknowledged(db, party.pk, epoch.counter);
  const after = base?.head_rev ?? 0;
  const auditHead = ledger.auditHead();
  const statement: BundleStatement = {
    kind: ownKind === 'office' ? 'report' : 'feedback',
    sender,
    recipient: { officeId: party.keys.officeId },
    epoch,
    sequence: (previous?.sequence ?? 0) + 1,
    previousHash: previous?.hash ?? null,
    baseRev: after,
    headRev: ownRevision(db),
    full: base === undefined,
    pseudonymous: true,
    namesReason: null,
    period: { from: null, asOf },
    createdAt: clock.now(),
    auditHead: { seq: auditHead.seq, hash: auditHead.hash },
    acknowledges: acknowledgement(db, party),
    ...carriedRotations(db, party.pk),
  };
  const { office } = ledger;
  const tables =
    ownKind === 'office'
      ? gatherReport(db, { office, recipient: party.pk, after, pseudonymKey: keys.pseudonymKey })
      : gatherFeedback(db, { group: office, target: party.pk, after });
  return { statement, tables, keys, keyNumber: ownKeyNumber(db), party };
}

/** The last bundle applied from the recipient, so that it sees its own history countersigned. */
function acknowledgement(db: Readable, party: Party): Acknowledgement | null {
  const row = lastApplied(db, party.pk);
  if (!row) return null;
  return {
    officeId: party.keys.officeId as OfficeId,
    epoch: { id: row.epoch_id, counter: row.epoch },
    sequence: row.sequence,
    bundleHash: row.hash,
    auditHead: { seq: row.audit_seq, hash: row.audit_hash },
  };
}
