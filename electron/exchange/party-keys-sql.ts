import type { KeyOrigin } from '../../shared/vocabulary/key-origins.ts';
import type { ChainPosition } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';

export interface PartyKeyRow {
  readonly number: number;
  readonly verifying_key: string;
  readonly from_epoch: number;
  readonly from_sequence: number;
  readonly revoked_epoch: number | null;
  readonly revoked_sequence: number | null;
}

export interface NewPartyKey {
  readonly verifyingKey: string;
  readonly recipient: string;
  readonly fingerprint: string;
  readonly from: ChainPosition;
  readonly how: KeyOrigin;
  readonly record: string;
}

/** @param party surrogate of the office. @returns its keys in the order in which they followed each other */
export function partyKeyRows(db: Readable, party: number): PartyKeyRow[] {
  return db.all<PartyKeyRow>(
    `SELECT number, verifying_key, from_epoch, from_sequence, revoked_epoch, revoked_sequence
     FROM party_key WHERE party = ? ORDER BY number`,
    party,
  );
}

export function insertPartyKey(write: Write, party: number, key: NewPartyKey): void {
  write.run(
    `INSERT INTO party_key (party, number, verifying_key, recipient, fingerprint, from_epoch, from_sequence, how,
       record, pinned_at, pinned_by)
     SELECT ?1, 1 + coalesce(max(number), 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM party_key WHERE party = ?1`,
    party,
    key.verifyingKey,
    key.recipient,
    key.fingerprint,
    key.from.epoch,
    key.from.sequence,
    key.how,
    key.record,
    write.at,
    write.account,
  );
}

export interface Fall {
  readonly from: ChainPosition;
  readonly because: string;
  /** The signed revocation; null by hand. */
  readonly revocation: string | null;
}

export function revokePartyKey(write: Write, party: number, number: number, fall: Fall): void {
  write.run(
    `UPDATE party_key SET revoked_epoch = ?, revoked_sequence = ?, revoked_because = ?, revoked_at = ?,
       revoked_by = ?, revocation = ? WHERE party = ? AND number = ?`,
    fall.from.epoch,
    fall.from.sequence,
    fall.because,
    write.at,
    write.account,
    fall.revocation,
    party,
    number,
  );
}
