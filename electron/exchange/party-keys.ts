import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { fingerprint } from '../bundle/key-file.ts';
import { encodeRecord, type Revocation, type Rotation } from '../bundle/key-records.ts';
import {
  type ChainPosition,
  comparePositions,
  FIRST_POSITION,
  isSameKey,
  rotatedKey,
  type TrustedKey,
} from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';
import { ownOffice } from '../store/office-sql.ts';
import { closeReceived, countAppliedFrom, lastApplied, withdrawAcknowledgements } from './bundle-log-sql.ts';
import { partyRowById } from './parties-sql.ts';
import {
  type Fall,
  insertPartyKey,
  type PartyKeyRow,
  partyKeyRows,
  revokePartyKey,
} from './party-keys-sql.ts';

/** Whose keys are spoken of. */
export interface KeyHolder {
  /** surrogate */
  readonly pk: number;
  readonly officeId: OfficeId;
}

/** A party's keys in the order in which they followed each other. @param party surrogate */
export function trustedKeys(db: Readable, party: number): TrustedKey[] {
  return partyKeyRows(db, party).map(trustedKey);
}

/** Whether it is, or was, one of a party's keys. @param verifyingKey hex */
export function knowsKey(db: Readable, party: number, verifyingKey: string): boolean {
  return trustedKeys(db, party).some((key) => isSameKey(key, verifyingKey));
}

/**
 * Takes up a rotation that came as a file. The same again changes nothing.
 * @throws Refusal `party_unknown`, `keys_not_for_us`, `keys_do_not_follow`
 */
export function acceptRotation(write: Write, rotation: Rotation): void {
  follow(write, holderOf(write, rotation.officeId), rotation);
}

/** What a bundle carries of its sender's rotations; those that are not believed are passed over ([B43]). */
export function learnRotations(write: Write, party: KeyHolder, rotations: readonly Rotation[] = []): void {
  for (const rotation of rotations) {
    try {
      follow(write, party, rotation);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

function follow(write: Write, { pk, officeId }: KeyHolder, rotation: Rotation): void {
  if (knowsKey(write, pk, rotation.verifyingKey)) return;
  const { verifyingKey, recipient, from } = rotation;
  rotatedKey(trustedKeys(write, pk), rotation, officeId, ownOffice(write).id as OfficeId);
  const print = fingerprint({ officeId, verifyingKey, recipient });
  const record = Buffer.from(encodeRecord(rotation)).toString();
  insertPartyKey(write, pk, { verifyingKey, recipient, fingerprint: print, from, how: 'rotation', record });
  write.record({ rotated: officeId, fingerprint: print, from });
}

/**
 * Takes up a revocation that its own key signed. From a later number than one already known it changes nothing.
 * @returns how many of its bundles stand in the books though the key was good no more: a new epoch replaces them
 * @throws Refusal `party_unknown`, `keys_not_for_us`, `keys_do_not_follow` for a key that was never pinned
 */
export function acceptRevocation(write: Write, revocation: Revocation): number {
  const { officeId, towards, from, verifyingKey, reason } = revocation;
  const party = holderOf(write, officeId);
  ensure(towards === ownOffice(write).id, 'keys_not_for_us');
  const key = partyKeyRows(write, party.pk).find((row) => row.verifying_key === verifyingKey);
  ensure(key, 'keys_do_not_follow');
  const signed = Buffer.from(encodeRecord(revocation)).toString();
  return fall(write, party, key, { from, because: reason, revocation: signed });
}

/**
 * Revokes a party's newest key without its signature, after the other side was spoken to.
 * @param from the first number that is not good any more; after the last one applied when null
 * @returns as `acceptRevocation`
 */
export function revokeByHand(
  write: Write,
  party: KeyHolder,
  from: ChainPosition | null,
  because: string,
): number {
  const key = partyKeyRows(write, party.pk).at(-1);
  ensure(key, 'party_unknown');
  return fall(write, party, key, { from: from ?? afterApplied(write, party.pk), because, revocation: null });
}

/**
 * Ends what a party has sent until now: its keys fall, nothing goes on from its bundles, and what it acknowledged
 * of ours counts no more ([X53]). Its rows stay until its first full bundle replaces them.
 */
export function closeChain(write: Write, party: KeyHolder, reason: string): void {
  revokeByHand(write, party, FIRST_POSITION, reason);
  const closed = closeReceived(write, party.pk, reason);
  withdrawAcknowledgements(write, party.pk, null);
  write.record({ closed });
}

/** The position after the last bundle of a party that stands in the books. */
function afterApplied(db: Readable, party: number): ChainPosition {
  const last = lastApplied(db, party);
  return last ? { epoch: last.epoch, sequence: last.sequence + 1 } : FIRST_POSITION;
}

function fall(write: Write, { pk, officeId }: KeyHolder, row: PartyKeyRow, told: Fall): number {
  const known = trustedKey(row).revokedFrom;
  if (!known || comparePositions(told.from, known) < 0) {
    revokePartyKey(write, pk, row.number, told);
    write.record({ revoked: officeId, generation: row.number, from: told.from, reason: told.because });
  }
  write.undo.refuse('undo_not_possible');
  return countAppliedFrom(write, pk, told.from);
}

function trustedKey(row: PartyKeyRow): TrustedKey {
  const { revoked_epoch: epoch, revoked_sequence: sequence } = row;
  return {
    verifyingKey: Buffer.from(row.verifying_key, 'hex'),
    from: { epoch: row.from_epoch, sequence: row.from_sequence },
    revokedFrom: epoch === null || sequence === null ? null : { epoch, sequence },
  };
}

function holderOf(db: Readable, officeId: OfficeId): KeyHolder {
  const row = partyRowById(db, officeId);
  ensure(row, 'party_unknown');
  return { pk: row.office, officeId };
}
