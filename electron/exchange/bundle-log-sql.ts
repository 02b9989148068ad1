import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { ChainPosition } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { ChainLink, KnownLink } from './chain.ts';

export interface SentRow {
  readonly pk: number;
  readonly recipient: number;
  readonly kind: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly base_rev: number;
  readonly head_rev: number;
  readonly hash: string;
  readonly audit_seq: number;
  readonly audit_hash: string;
  readonly created_at: string;
  readonly acknowledged_at: string | null;
  /** Why it carries names; null: it does not. */
  readonly names_reason: string | null;
  /** Hash of the bundle of the recipient that it acknowledges. */
  readonly acknowledges: string | null;
}

/** The bundle sealed last for a recipient in an epoch. */
export function lastSent(db: Readable, recipient: number, epoch: number): SentRow | undefined {
  return db.get<SentRow>(
    'SELECT * FROM sent_bundle WHERE recipient = ? AND epoch = ? ORDER BY sequence DESC LIMIT 1',
    recipient,
    epoch,
  );
}

/** The same, of those that say what is in the books: without names. */
export function lastReported(db: Readable, recipient: number, epoch: number): SentRow | undefined {
  return db.get<SentRow>(
    `SELECT * FROM sent_bundle WHERE recipient = ? AND epoch = ? AND names_reason IS NULL
     ORDER BY sequence DESC LIMIT 1`,
    recipient,
    epoch,
  );
}

/** The newest bundle that the recipient has countersigned: the base of the next incremental one. */
export function lastAcknowledged(db: Readable, recipient: number, epoch: number): SentRow | undefined {
  return db.get<SentRow>(
    `SELECT * FROM sent_bundle WHERE recipient = ? AND epoch = ? AND acknowledged_at IS NOT NULL
     ORDER BY sequence DESC LIMIT 1`,
    recipient,
    epoch,
  );
}

/** The bundle of that number. */
export function sentAt(
  db: Readable,
  recipient: number,
  epoch: number,
  sequence: number,
): SentRow | undefined {
  return db.get<SentRow>(
    'SELECT * FROM sent_bundle WHERE recipient = ? AND epoch = ? AND sequence = ?',
    recipient,
    epoch,
    sequence,
  );
}

export function insertSent(write: Write, recipient: number, manifest: Manifest, hash: string): void {
  write.run(
    `INSERT INTO sent_bundle (recipient, kind, epoch, sequence, base_rev, head_rev, hash, previous_hash,
       audit_seq, audit_hash, as_of, names_reason, receipt_key, created_at, created_by, acknowledges)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    recipient,
    manifest.kind,
    manifest.epoch.counter,
    manifest.sequence,
    manifest.baseRev,
    manifest.headRev,
    hash,
    manifest.previousHash,
    manifest.auditHead.seq,
    manifest.auditHead.hash,
    manifest.period.asOf,
    manifest.namesReason,
    manifest.receiptKey,
    manifest.createdAt,
    write.account,
    manifest.acknowledges?.bundleHash ?? null,
  );
}

/** The recipient has countersigned it; it can be the base of an incremental one from now on. */
export function markAcknowledged(write: Write, sent: SentRow): void {
  write.run('UPDATE sent_bundle SET acknowledged_at = ? WHERE pk = ?', write.at, sent.pk);
}

/**
 * Takes back what was acknowledged after a bundle of ours: the recipient began anew, and whatever it had
 * countersigned beyond that bundle it no longer has.
 * @param last the newest bundle of ours that it still has; null when it has none
 */
export function withdrawAcknowledgements(
  write: Write,
  recipient: number,
  last: { readonly epoch: number; readonly sequence: number } | null,
): void {
  write.run(
    `UPDATE sent_bundle SET acknowledged_at = NULL
     WHERE recipient = ? AND acknowledged_at IS NOT NULL AND (epoch, sequence) > (?, ?)`,
    recipient,
    last?.epoch ?? 0,
    last?.sequence ?? 0,
  );
}

/** All of them, or of each recipient the last one without names, where it has not been acknowledged. */
const CHOSEN = `(?1 = 0 OR acknowledged_at IS NULL
  AND sent.pk = (SELECT max(pk) FROM sent_bundle WHERE recipient = sent.recipient AND names_reason IS NULL))`;

interface SentPage {
  readonly unacknowledged: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Newest first. */
export function sentBundles(db: Readable, page: SentPage): (SentRow & { recipient_id: string })[] {
  return db.all(
    `SELECT sent.*, office.id AS recipient_id FROM sent_bundle AS sent
     JOIN office ON office.pk = sent.recipient WHERE ${CHOSEN} ORDER BY sent.pk DESC LIMIT ?2 OFFSET ?3`,
    Number(page.unacknowledged),
    page.limit,
    page.offset,
  );
}

export function countSent(db: Readable, unacknowledged: boolean): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM sent_bundle AS sent WHERE ${CHOSEN}`,
    Number(unacknowledged),
  );
  return row?.count ?? 0;
}

export interface ReceivedRow {
  readonly pk: number;
  readonly sender: number;
  readonly kind: string;
  readonly epoch_id: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly base_rev: number;
  readonly head_rev: number;
  readonly hash: string;
  readonly previous_hash: string | null;
  readonly audit_seq: number;
  readonly audit_hash: string;
  readonly as_of: CalendarDate;
  readonly state: KnownLink['state'];
  readonly received_at: string;
}

/** All but the file itself, which is long. */
const RECEIVED = `pk, sender, kind, epoch_id, epoch, sequence, base_rev, head_rev, hash, previous_hash, audit_seq,
  audit_hash, as_of, state, received_at`;

function receivedFrom(db: Readable, sender: number): ReceivedRow[] {
  return db.all<ReceivedRow>(
    `SELECT ${RECEIVED} FROM received_bundle WHERE sender = ? ORDER BY epoch, sequence, pk`,
    sender,
  );
}

/** Every bundle of a sender that is one of its chain, as `judge` needs them. */
export function knownLinks(db: Readable, sender: number): KnownLink[] {
  const ofChain = receivedFrom(db, sender).filter(({ state }) => state !== 'revoked');
  return ofChain.map(linkOfRow);
}

export function linkOfRow(row: ReceivedRow): KnownLink {
  return {
    epochId: row.epoch_id,
    epoch: row.epoch,
    sequence: row.sequence,
    previousHash: row.previous_hash,
    baseRev: row.base_rev,
    headRev: row.head_rev,
    full: row.base_rev === 0,
    hash: row.hash,
    state: row.state,
  };
}

export function linkOf(manifest: Manifest, hash: string): ChainLink {
  return {
    epochId: manifest.epoch.id,
    epoch: manifest.epoch.counter,
    sequence: manifest.sequence,
    previousHash: manifest.previousHash,
    baseRev: manifest.baseRev,
    headRev: manifest.headRev,
    full: manifest.full,
    hash,
    named: !manifest.pseudonymous,
  };
}

/**
 * Notes a bundle; one that was put aside, or whose import was taken back, keeps the day on which it came first.
 * @returns the surrogate of the row
 */
export function insertReceived(
  write: Write,
  sender: number,
  manifest: Manifest,
  bundle: { readonly hash: string; readonly content: Uint8Array },
  state: KnownLink['state'],
): number {
  const held = write.get<{ pk: number }>(
    "SELECT pk FROM received_bundle WHERE hash = ? AND state IN ('quarantined', 'undone')",
    bundle.hash,
  );
  if (held) {
    setReceivedState(write, held.pk, state, null);
    return held.pk;
  }
  return write.run(
    `INSERT INTO received_bundle (sender, kind, epoch_id, epoch, sequence, base_rev, head_rev, hash,
       previous_hash, audit_seq, audit_hash, as_of, state, content, received_at, received_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    sender,
    manifest.kind,
    manifest.epoch.id,
    manifest.epoch.counter,
    manifest.sequence,
    manifest.baseRev,
    manifest.headRev,
    bundle.hash,
    manifest.previousHash,
    manifest.auditHead.seq,
    manifest.auditHead.hash,
    manifest.period.asOf,
    state,
    bundle.content,
    write.at,
    write.account,
  ).lastInsertRowid;
}

/** @param because why it is laid aside; null for a state that needs no reason */
export function setReceivedState(
  write: Write,
  pk: number,
  state: KnownLink['state'],
  because: string | null,
): void {
  const [at, by] = because === null ? [null, null] : [write.at, write.account];
  write.run(
    'UPDATE received_bundle SET state = ?, settled_because = ?, settled_at = ?, settled_by = ? WHERE pk = ?',
    state,
    because,
    at,
    by,
    pk,
  );
}

export function deleteWithheld(write: Write, received: number): void {
  write.run('DELETE FROM withheld_register WHERE bundle = ?', received);
}

/** Notes a register of a received bundle that this version does not know, with its count of rows. */
export function insertWithheld(write: Write, received: number, register: string, rows: number): void {
  write.run(
    'INSERT INTO withheld_register (bundle, register, rows) VALUES (?, ?, ?)',
    received,
    register,
    rows,
  );
}

/** @returns how many of the sender's bundles were quarantined until now */
export function settleQuarantined(write: Write, sender: number, reason: string): number {
  return write.run(
    `UPDATE received_bundle SET state = 'settled', settled_because = ?, settled_at = ?, settled_by = ?
     WHERE sender = ? AND state = 'quarantined'`,
    reason,
    write.at,
    write.account,
    sender,
  ).changes;
}

/** Nothing goes on from what a sender has sent until now; what was put aside for its key stays as it is. */
export function closeReceived(write: Write, sender: number, reason: string): number {
  return write.run(
    `UPDATE received_bundle SET state = 'closed', settled_because = ? WHERE sender = ? AND state <> 'revoked'`,
    reason,
    sender,
  ).changes;
}

/** Whether a fork of a sender still waits to be cleared up. */
export function isQuarantined(db: Readable, sender: number): boolean {
  return (
    db.get("SELECT 1 FROM received_bundle WHERE sender = ? AND state = 'quarantined' LIMIT 1", sender) !==
    undefined
  );
}

/** The bundle of a sender that the books stand on: what the next one to it acknowledges. */
export function lastApplied(db: Readable, sender: number): ReceivedRow | undefined {
  return db.get<ReceivedRow>(
    `SELECT ${RECEIVED} FROM received_bundle
     WHERE sender = ? AND state = 'applied' ORDER BY epoch DESC, sequence DESC LIMIT 1`,
    sender,
  );
}

/** Whether a bundle of a sender stands in the books. */
export function isApplied(db: Readable, sender: number, hash: string): boolean {
  const sql = "SELECT 1 FROM received_bundle WHERE sender = ? AND hash = ? AND state = 'applied'";
  return db.get(sql, sender, hash) !== undefined;
}

/** Whether the very same file was kept, in whatever state. */
export function isKept(db: Readable, hash: string): boolean {
  return db.get('SELECT 1 FROM received_bundle WHERE hash = ?', hash) !== undefined;
}

/** How many bundles of a sender stand in the books from a number on. */
export function countAppliedFrom(db: Readable, sender: number, from: ChainPosition): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM received_bundle
     WHERE sender = ? AND state = 'applied' AND (epoch, sequence) >= (?, ?)`,
    sender,
    from.epoch,
    from.sequence,
  );
  return row?.count ?? 0;
}

/** Newest first. */
export function allReceived(
  db: Readable,
  offset: number,
  limit: number,
): (ReceivedRow & { sender_id: string })[] {
  return db.all(
    `SELECT received_bundle.*, office.id AS sender_id FROM received_bundle
     JOIN office ON office.pk = received_bundle.sender ORDER BY received_bundle.pk DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  );
}
