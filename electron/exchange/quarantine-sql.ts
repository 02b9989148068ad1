import type { Readable, Write } from '../store/handles.ts';
import type { ReceivedRow } from './bundle-log-sql.ts';

export interface KeptRow extends ReceivedRow {
  readonly received_by_name: string | null;
  readonly settled_because: string | null;
  readonly settled_at: string | null;
}

const KEPT = `SELECT bundle.pk, bundle.sender, bundle.kind, bundle.epoch_id, bundle.epoch, bundle.sequence,
    bundle.base_rev, bundle.head_rev, bundle.hash, bundle.previous_hash, bundle.audit_seq, bundle.audit_hash,
    bundle.as_of, bundle.state, bundle.received_at, bundle.settled_because, bundle.settled_at,
    account.name AS received_by_name
  FROM received_bundle AS bundle LEFT JOIN account ON account.pk = bundle.received_by`;
const ORDER = 'ORDER BY bundle.epoch, bundle.sequence, bundle.pk';

/** Senders of whom a fork waits. */
export function forkedSenders(db: Readable): number[] {
  const rows = db.all<{ sender: number }>(
    "SELECT DISTINCT sender FROM received_bundle WHERE state = 'quarantined' ORDER BY sender",
  );
  return rows.map(({ sender }) => sender);
}

/** Every bundle kept of a sender, by epoch and number. */
export function keptOf(db: Readable, sender: number): KeptRow[] {
  return db.all<KeptRow>(`${KEPT} WHERE bundle.sender = ? ${ORDER}`, sender);
}

/** Bundles that a fallen key signed and that nobody has laid aside yet, newest first. */
export function fallenBundles(db: Readable, limit: number): KeptRow[] {
  return db.all<KeptRow>(
    `${KEPT} WHERE bundle.state = 'revoked' AND bundle.settled_because IS NULL ORDER BY bundle.pk DESC LIMIT ?`,
    limit,
  );
}

export function keptContent(db: Readable, hash: string): Uint8Array | undefined {
  return db.get<{ content: Uint8Array }>('SELECT content FROM received_bundle WHERE hash = ?', hash)?.content;
}

export interface DoneRow {
  readonly hash: string;
  /** Of a file that was turned away; of a bundle its office and number. */
  readonly file_name: string | null;
  readonly sender: string | null;
  readonly sequence: number | null;
  readonly what: string;
  readonly at: string;
  readonly by_name: string | null;
  readonly reason: string;
}

/** What was laid aside with a reason, newest first. */
export function laidAside(db: Readable, limit: number): DoneRow[] {
  return db.all<DoneRow>(
    `SELECT done.hash, done.file_name, done.sender, done.sequence, done.what, done.at, account.name AS by_name, done.reason
     FROM (
       SELECT bundle.hash, NULL AS file_name, office.name AS sender, bundle.sequence, bundle.state AS what,
         bundle.settled_at AS at, bundle.settled_by AS by, bundle.settled_because AS reason
       FROM received_bundle AS bundle JOIN office ON office.pk = bundle.sender
       WHERE bundle.state IN ('settled', 'revoked') AND bundle.settled_at IS NOT NULL
       UNION ALL
       SELECT hash, file_name, NULL, NULL, code, laid_aside_at, laid_aside_by, laid_aside_because
       FROM turned_away WHERE laid_aside_at IS NOT NULL
     ) AS done LEFT JOIN account ON account.pk = done.by ORDER BY done.at DESC, done.hash LIMIT ?`,
    limit,
  );
}

/** @returns whether it waited */
export function layFallenAside(write: Write, hash: string, reason: string): boolean {
  return (
    write.run(
      `UPDATE received_bundle SET settled_because = ?, settled_at = ?, settled_by = ?
       WHERE hash = ? AND state = 'revoked' AND settled_because IS NULL`,
      reason,
      write.at,
      write.account,
      hash,
    ).changes === 1
  );
}
