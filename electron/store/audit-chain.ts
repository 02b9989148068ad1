/**
 * The history as a hash chain. All hashes are SHA-256; integers are 8 bytes, signed, big endian; "framed" means a
 * length in 4 bytes big endian before the bytes, so that no two different rows encode alike.
 *
 *   digest   = SHA-256( salt (32 bytes) ‖ body (UTF-8 JSON) )
 *   hash     = SHA-256( framed tag ‖ framed previous ‖ framed seq ‖ framed epoch counter ‖ framed at
 *                       ‖ framed account ‖ framed action ‖ framed rev ‖ framed digest )
 *   tag      = "rectification-ledger audit 1"
 *   previous = hash of the row before; for seq 1 the origin, SHA-256( "rectification-ledger origin 1" ‖ data id )
 *
 * Rows number 1, 2, 3 … without gaps. A body may be purged together with its salt: the digest stays, so the
 * chain still verifies, and without the salt nobody can try texts against the digest.
 */
import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type AuditRow, auditRows, bodyWithoutRow, dataId } from './audit-sql.ts';
import type { Readable } from './handles.ts';

export interface AuditHead {
  readonly epochCounter: number;
  /** 0 before the first write. */
  readonly seq: number;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

const TAG = Buffer.from('rectification-ledger audit 1');
const ORIGIN_TAG = 'rectification-ledger origin 1';

/** What the first row of a ledger points back to. */
export function originHash(id: string): Buffer {
  return createHash('sha256').update(ORIGIN_TAG).update(id).digest();
}

export function bodyDigest(salt: Uint8Array, body: string): Buffer {
  return createHash('sha256').update(salt).update(body).digest();
}

/** The hash of a row, from all its other fields. */
export function rowHash(row: Omit<AuditRow, 'hash'>): Buffer {
  const hash = createHash('sha256');
  const fields = [
    TAG,
    row.previous,
    integer(row.seq),
    integer(row.epoch_counter),
    Buffer.from(row.at),
    integer(row.account),
    Buffer.from(row.action),
    integer(row.rev),
    row.digest,
  ];
  for (const field of fields) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    hash.update(length).update(field);
  }
  return hash.digest();
}

/**
 * Walks the chain and recomputes every hash, and every digest whose body is still there.
 * @param after begins behind this row, whose hash is taken as given
 * @returns how many rows were walked, and the head
 * @throws Refusal `history_broken` with the `seq` of the first row that does not fit
 */
export function verifyHistory(
  db: Readable,
  after: { seq: number; hash: Uint8Array; epochCounter: number } = {
    seq: 0,
    hash: originHash(dataId(db)),
    epochCounter: 1,
  },
): { entries: number; head: AuditHead } {
  let { seq, epochCounter } = after;
  let previous: Buffer = Buffer.from(after.hash);
  let entries = 0;
  for (const row of auditRows(db, after.seq)) {
    seq += 1;
    entries += 1;
    if (!follows(row, seq, previous, epochCounter)) throw new Refusal('history_broken', { seq });
    previous = row.hash;
    epochCounter = row.epoch_counter;
  }
  const stray = bodyWithoutRow(db, seq);
  if (stray !== undefined) throw new Refusal('history_broken', { seq: stray });
  return { entries, head: { epochCounter, seq, hash: previous.toString('hex') } };
}

function follows(
  row: AuditRow & { salt: Buffer | null; body: string | null },
  seq: number,
  previous: Buffer,
  epochCounter: number,
): boolean {
  const bodyFits =
    row.salt === null || row.body === null
      ? row.salt === row.body
      : bodyDigest(row.salt, row.body).equals(row.digest);
  return (
    row.seq === seq &&
    row.previous.equals(previous) &&
    row.epoch_counter >= epochCounter &&
    rowHash(row).equals(row.hash) &&
    bodyFits
  );
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
