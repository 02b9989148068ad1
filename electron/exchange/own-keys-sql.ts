import type { Instant } from '../../shared/vocabulary/dates.ts';
import type { KeyRecordKind } from '../../shared/vocabulary/key-origins.ts';
import type { OfficeKeys } from '../bundle/keys.ts';
import type { ChainPosition } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';

export interface OwnKeyRow {
  readonly number: number;
  /** JSON: the secret half and the open one */
  readonly signing: string;
  readonly identity: string;
  readonly pseudonym: Uint8Array;
  readonly created_at: Instant;
}

/** The newest generation first. */
export function ownKeyRows(db: Readable): OwnKeyRow[] {
  return db.all<OwnKeyRow>(
    'SELECT number, signing, identity, pseudonym, created_at FROM own_key ORDER BY number DESC',
  );
}

interface NewOwnKeys {
  readonly keys: OfficeKeys;
  readonly signing: string;
  readonly identity: string;
  /** The lowest over the parties: numbers run per party, and each was told its own. */
  readonly firstSequence: number;
  readonly because: string | null;
}

/** @returns the number of the generation */
export function insertOwnKeys(write: Write, { keys, ...row }: NewOwnKeys): number {
  return write.run(
    `INSERT INTO own_key (number, suite, signing, identity, pseudonym, first_sequence, created_at, because, created_by)
     SELECT 1 + coalesce(max(number), 0), ?, ?, ?, ?, ?, ?, ?, ? FROM own_key`,
    keys.suite,
    row.signing,
    row.identity,
    keys.pseudonymKey,
    row.firstSequence,
    write.at,
    row.because,
    write.account,
  ).lastInsertRowid;
}

interface NewKeyRecord {
  readonly number: number;
  readonly kind: KeyRecordKind;
  readonly recipient: number;
  readonly from: ChainPosition;
  readonly record: string;
}

export function insertKeyRecord(write: Write, row: NewKeyRecord): void {
  write.run(
    `INSERT INTO own_key_record (number, kind, recipient, from_epoch, from_sequence, record, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.number,
    row.kind,
    row.recipient,
    row.from.epoch,
    row.from.sequence,
    row.record,
    write.at,
  );
}

export interface KeyRecordRow {
  readonly number: number;
  readonly kind: KeyRecordKind;
  readonly recipient: number;
  readonly from_epoch: number;
  readonly from_sequence: number;
  readonly record: string;
  readonly at: Instant;
  /** 1: the recipient has acknowledged a bundle from that number on */
  readonly heard: number;
}

const RECORDS = `SELECT said.*, EXISTS (SELECT 1 FROM sent_bundle AS sent
    WHERE sent.recipient = said.recipient AND sent.acknowledged_at IS NOT NULL
      AND (sent.epoch, sent.sequence) >= (said.from_epoch, said.from_sequence)) AS heard
  FROM own_key_record AS said`;

/** The newest first. */
export function keyRecordRows(db: Readable): KeyRecordRow[] {
  return db.all<KeyRecordRow>(`${RECORDS} ORDER BY said.pk DESC`);
}

/** What a recipient has not shown to have heard, in the order in which it was signed; nothing follows a revoked key. */
export function unheardRotations(db: Readable, recipient: number): KeyRecordRow[] {
  const rotations = `${RECORDS} WHERE said.kind = 'rotation' AND said.recipient = ?1 AND said.number > (
      SELECT coalesce(max(number), 0) FROM own_key_record WHERE kind = 'revocation' AND recipient = ?1)
    ORDER BY said.pk`;
  return db.all<KeyRecordRow>(rotations, recipient).filter(({ heard }) => heard === 0);
}
