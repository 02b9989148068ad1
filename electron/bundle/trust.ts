import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { verifyEd25519 } from './ed25519.ts';
import { isSignedRotation, type Rotation } from './key-records.ts';
import type { Claim } from './manifest.ts';

/** Where a bundle stands in the sender's numbering: positions are ordered by epoch, then by sequence. */
export interface ChainPosition {
  readonly epoch: number;
  readonly sequence: number;
}

/** A pinned signing key and the positions it holds for. */
export interface TrustedKey {
  /** 32 bytes, Ed25519 */
  readonly verifyingKey: Uint8Array;
  readonly from: ChainPosition;
  /** the first position at which the key is no longer good; null while it is */
  readonly revokedFrom: ChainPosition | null;
}

/** The pinned keys of an office, in the order in which they followed each other; none when it was never pinned. */
export type TrustLookup = (officeId: OfficeId) => readonly TrustedKey[];

export interface Trusting {
  readonly trust: TrustLookup;
  /** this installation: what a sender says of its keys to another one counts for nothing here */
  readonly self: OfficeId;
}

/** The position before every bundle: a key pinned from here holds for all of them. */
export const FIRST_POSITION: ChainPosition = { epoch: 1, sequence: 1 };

/** Negative when `a` comes before `b`. */
export function comparePositions(a: ChainPosition, b: ChainPosition): number {
  return a.epoch - b.epoch || a.sequence - b.sequence;
}

/**
 * Decides by position, never by date, whether the claimed sender signed `message` ([B11] to [B14]).
 * @throws Refusal bundle_sender_unknown, bundle_signature_wrong, bundle_key_out_of_turn, bundle_sender_revoked
 */
export function verifySender(
  claim: Claim,
  message: Uint8Array,
  signature: Uint8Array,
  { trust, self }: Trusting,
): void {
  const { officeId } = claim.sender;
  const position = { epoch: claim.epoch.counter, sequence: claim.sequence };
  const pinned = trust(officeId);
  ensure(pinned.length > 0, 'bundle_sender_unknown', { officeId });
  const keys = (claim.rotations ?? []).reduce((known, one) => followed(known, one, officeId, self), pinned);
  const signs = (key: TrustedKey) => verifyEd25519(key.verifyingKey, message, signature);
  const holding = keyHoldingAt(keys, position);
  const signer = holding && signs(holding) ? holding : keys.find(signs);
  ensure(signer, 'bundle_signature_wrong', { officeId });
  ensure(!isRevokedAt(signer, position), 'bundle_sender_revoked', { officeId, ...position });
  ensure(signer === holding, 'bundle_key_out_of_turn', { officeId, ...position });
}

/**
 * The key that a rotation brings ([B43]), by the record alone.
 * @param known the sender's keys in their order
 * @throws Refusal keys_not_for_us, keys_signature_wrong, keys_do_not_follow: another key than the last one known
 *   has handed over, or from a number before that one's own, or it was revoked: who stole it could sign this too
 */
export function rotatedKey(
  known: readonly TrustedKey[],
  rotation: Rotation,
  officeId: OfficeId,
  self: OfficeId,
): TrustedKey {
  ensure(rotation.officeId === officeId && rotation.towards === self, 'keys_not_for_us');
  ensure(isSignedRotation(rotation), 'keys_signature_wrong');
  const last = known.at(-1);
  const follows =
    last !== undefined &&
    isSameKey(last, rotation.previousKey) &&
    comparePositions(last.from, rotation.from) <= 0 &&
    last.revokedFrom === null;
  ensure(follows, 'keys_do_not_follow');
  return { verifyingKey: Buffer.from(rotation.verifyingKey, 'hex'), from: rotation.from, revokedFrom: null };
}

/** @param verifyingKey hex */
export function isSameKey(key: TrustedKey, verifyingKey: string): boolean {
  return Buffer.from(key.verifyingKey).toString('hex') === verifyingKey;
}

function isRevokedAt({ revokedFrom }: TrustedKey, position: ChainPosition): boolean {
  return revokedFrom !== null && comparePositions(revokedFrom, position) <= 0;
}

/** A record that does not hold is passed over: the signature of the bundle then tells. */
function followed(
  known: readonly TrustedKey[],
  rotation: Rotation,
  officeId: OfficeId,
  self: OfficeId,
): readonly TrustedKey[] {
  if (known.some((key) => isSameKey(key, rotation.verifyingKey))) return known;
  try {
    return [...known, rotatedKey(known, rotation, officeId, self)];
  } catch (error) {
    if (error instanceof Refusal) return known;
    throw error;
  }
}

/** Keys follow each other: the latest one that holds by then. */
function keyHoldingAt(keys: readonly TrustedKey[], position: ChainPosition): TrustedKey | undefined {
  return keys.findLast((key) => comparePositions(key.from, position) <= 0);
}
