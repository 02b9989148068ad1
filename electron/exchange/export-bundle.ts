import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { InstallationRole } from '../../shared/vocabulary/words.ts';
import { type SealedBundle, sealBundle } from '../bundle/bundle.ts';
import { bundleFileName } from '../bundle/file-name.ts';
import type { OfficeKeys } from '../bundle/keys.ts';
import type { Acknowledgement, BundleStatement } from '../bundle/manifest.ts';
import type { Tables } from '../bundle/tables.ts';
import { keepStated, type StatedPeriod, statedPeriod } from '../registers/periods/period-statement.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ownRevision } from '../store/office-sql.ts';
import type { Ports } from '../store/ports.ts';
import {
  insertSent,
  isApplied,
  lastAcknowledged,
  lastApplied,
  lastReported,
  lastSent,
  type SentRow,
} from './bundle-log-sql.ts';
import { type HeldRows, heldRows, keepHeldRows } from './export-preview-sql.ts';
import { type Echo, echoFor, withEcho } from './feedback-echo-out.ts';
import { gatherFeedback } from './feedback-out.ts';
import { gatherFigures } from './figures-out.ts';
import { keepSentFile } from './handing-over-sql.ts';
import { carriedRotations } from './key-records.ts';
import { gatherNamed } from './named-out.ts';
import { ownKeyNumber, ownKeys } from './own-keys.ts';
import { chosenParty, ownIdentity, type Party } from './parties.ts';
import { gatherReport, type ReportScope } from './report-out.ts';
import { rowsTouchedAfter } from './unsent.ts';

export interface ExportRequest {
  /** Office id; the only party there is when undefined. */
  readonly recipient: string | undefined;
  /** Everything, though the recipient has acknowledged a base. */
  readonly full: boolean;
  /** Cut-off day that the bundle states. */
  readonly asOf: CalendarDate;
  /** 零报告: nothing has changed since the last bundle. */
  readonly nil: boolean;
  /** Why a named list leaves in place of what is in the books; undefined: no name leaves. */
  readonly namesReason?: string | undefined;
}

export type ExportPorts = Pick<Ports, 'clock' | 'newId'>;

export interface ExportedBundle extends SealedBundle {
  readonly fileName: string;
}

/**
 * Seals what changed since the recipient's last acknowledgement: a report to the parent office, feedback to an
 * office; or, with a reason, a named list, on which nothing is built. The number is taken in the write at the end, which is when the bundle exists: cut off before it,
 * nothing was sent; after it, the bundle counts as sent though it may never arrive.
 * @throws Refusal `party_missing`, `party_ambiguous`, `party_unknown`, `exchange_direction`, `period_not_nil`,
 *   `names_need_report`,   `conflict` when another export took the number meanwhile, and what sealing and `advance` throw
 */
export async function exportBundle(
  ledger: OpenLedger,
  ports: ExportPorts,
  request: ExportRequest,
  advance?: Advance,
): Promise<ExportedBundle> {
  await advance?.('collect', 0, 3);
  const { statement, tables, echo, keys, keyNumber, party, stated, held } = ledger.read((db) =>
    gather(db, ledger, ports, request),
  );
  await advance?.('seal', 1, 3);
  const sealed = await sealBundle(statement, await withEcho(ledger, tables, echo), {
    signingSeed: keys.signingSeed,
    recipient: party.keys.recipient,
  });
  const fileName = bundleFileName(statement.sender.code, statement.sequence, request.asOf);
  await advance?.('write', 2, 3);
  ledger.write(ledger.account.pk, 'exchange.exportBundle', (write) => {
    ensure(ledger.epoch().id === statement.epoch.id, 'conflict');
    ensure(ownKeyNumber(write) === keyNumber, 'conflict');
    // an import that was taken back meanwhile is acknowledged by nobody
    const { acknowledges } = statement;
    ensure(acknowledges === null || isApplied(write, party.pk, acknowledges.bundleHash), 'conflict');
    const last = lastSent(write, party.pk, statement.epoch.counter)?.sequence ?? 0;
    ensure(last === statement.sequence - 1, 'conflict', { sequence: statement.sequence });
    insertSent(write, party.pk, sealed.manifest, sealed.hash);
    keepHeldRows(write, party.pk, held);
    if (stated) keepStated(write, stated, statement.headRev);
    keepSentFile(write, party.pk, { ...sealed, fileName });
    const { sequence, namesReason } = statement;
    const why = namesReason === null ? {} : { namesReason };
    write.record({ recipient: party.keys.officeId, sequence, hash: sealed.hash, ...why });
  });
  return { ...sealed, fileName };
}

export interface Gathered {
  readonly statement: BundleStatement;
  /** Without what is given back, which has to be opened first. */
  readonly tables: Tables;
  /** Null where no registers leave. */
  readonly echo: Echo | null;
  readonly keys: OfficeKeys;
  readonly keyNumber: number;
  readonly party: Party;
  /** The bundle whose rows the recipient has; undefined: everything leaves. */
  readonly base: SentRow | undefined;
  /** The bundle before this one. */
  readonly previous: SentRow | undefined;
  /** The last one before it that says what is in the books. */
  readonly reported: SentRow | undefined;
  /** Null where no registers leave. */
  readonly stated: StatedPeriod | null;
  readonly held: HeldRows;
  readonly scope: ReportScope;
}

/** Everything that a bundle needs, as it stands now. @throws Refusal as `exportBundle` */
export function gather(
  db: Readable,
  ledger: OpenLedger,
  { clock, newId }: ExportPorts,
  { recipient, full, asOf, nil, namesReason }: ExportRequest,
): Gathered {
  const party = chosenParty(db, recipient);
  const keys = ownKeys(db);
  const { kind: ownKind, ...sender } = ownIdentity(db);
  ensure(party.relation !== null, 'exchange_direction');
  const epoch = ledger.epoch();
  const previous = lastSent(db, party.pk, epoch.counter);
  const isNamed = namesReason !== undefined;
  const base = full || isNamed ? undefined : lastAcknowledged(db, party.pk, epoch.counter);
  const after = base?.head_rev ?? 0;
  const auditHead = ledger.auditHead();
  const { office } = ledger;
  const reports = ownKind === 'office' && party.relation === 'parent';
  ensure(reports || !(nil || isNamed), 'exchange_direction');
  ensure(previous || !isNamed, 'names_need_report');
  const stated = reports && !isNamed ? statedPeriod(db, office, { asOf, nil, newId }) : null;
  const scope = {
    ...{ office, recipient: party.pk, after, pseudonymKey: keys.pseudonymKey },
    stated: stated && !stated.isSaid ? stated : undefined,
  };
  const statement: BundleStatement = {
    kind: party.relation === 'parent' ? 'report' : 'feedback',
    sender,
    recipient: { officeId: party.keys.officeId },
    epoch,
    sequence: (previous?.sequence ?? 0) + 1,
    previousHash: previous?.hash ?? null,
    // a named list neither rests on a base nor is one
    baseRev: isNamed ? ownRevision(db) : after,
    headRev: ownRevision(db),
    full: base === undefined && !isNamed,
    pseudonymous: !isNamed,
    namesReason: namesReason ?? null,
    period: { from: stated?.from ?? null, asOf },
    createdAt: clock.now(),
    auditHead: { seq: auditHead.seq, hash: auditHead.hash },
    acknowledges: isNamed ? null : acknowledgement(db, party),
    ...carriedRotations(db, party.pk),
  };
  const tables = isNamed ? gatherNamed(db, { office, asOf }) : tablesFor(db, { scope, party, asOf, ownKind });
  const held = heldRows(db, office, stated?.isNew ? 1 : 0);
  const gathered = {
    statement,
    tables,
    echo: reports && !isNamed ? echoFor(db, party, after) : null,
    keys,
    keyNumber: ownKeyNumber(db),
    party,
    base,
    previous,
    reported: lastReported(db, party.pk, epoch.counter),
    stated,
    held,
  };
  const rows = nil ? rowsSinceLast(db, { ...gathered, scope }) : 0;
  ensure(rows === 0, 'period_not_nil', { rows });
  return { ...gathered, scope };
}

/** How many rows that leave have changed since the last bundle without names, acknowledged or not. */
export function rowsSinceLast(
  db: Readable,
  { scope, reported }: Pick<Gathered, 'scope' | 'reported'>,
): number {
  return rowsTouchedAfter(db, { ...scope, after: reported?.head_rev ?? 0 });
}

interface Leaving {
  readonly scope: ReportScope;
  readonly ownKind: InstallationRole;
  readonly party: Party;
  readonly asOf: CalendarDate;
}

/** Registers from an office, figures from a group to the one above it, feedback to whoever reports to us. */
function tablesFor(db: Readable, { scope, ownKind, party, asOf }: Leaving): Tables {
  const { office: group, recipient: target, after } = scope;
  if (party.relation === 'child') return gatherFeedback(db, { group, target, after });
  return ownKind === 'group' ? gatherFigures(db, asOf) : gatherReport(db, scope);
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
