import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { verifyEd25519 } from './ed25519.ts';
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

/** The pinned keys of an office; none when it was never pinned. */
export type TrustLookup = (officeId: OfficeId) => readonly TrustedKey[];

/** The position before every bundle: a key pinned from here holds for all of them. */
export const FIRST_POSITION: ChainPosition = { epoch: 1, sequence: 1 };

/** Negative when `a` comes before `b`. */
function comparePositions(a: ChainPosition, b: ChainPosition): number {
  return a.epoch - b.epoch || a.sequence - b.sequence;
}

/**
 * Decides by position, never by date, whether the claimed sender signed `message` ([B11] to [B14]).
 * @throws Refusal bundle_sender_unknown, bundle_signature_wrong, bundle_sender_revoked
 */
export function verifySender(
  claim: Claim,
  message: Uint8Array,
  signature: Uint8Array,
  trust: TrustLookup,
): void {
  const position = { epoch: claim.epoch.counter, sequence: claim.sequence };
  const keys = trust(claim.sender.officeId);
  ensure(keys.length > 0, 'bundle_sender_unknown', { officeId: claim.sender.officeId });
  const key = keyHoldingAt(keys, position);
  const signed = key !== undefined && verifyEd25519(key.verifyingKey, message, signature);
  ensure(signed, 'bundle_signature_wrong', { officeId: claim.sender.officeId });
  const revoked = key.revokedFrom !== null && comparePositions(key.revokedFrom, position) <= 0;
  ensure(!revoked, 'bundle_sender_revoked', { officeId: claim.sender.officeId, ...position });
}

function keyHoldingAt(keys: readonly TrustedKey[], position: ChainPosition): TrustedKey | undefined {
  return keys
    .filter((key) => comparePositions(key.from, position) <= 0)
    .sort((a, b) => comparePositions(b.from, a.from))[0];
}
