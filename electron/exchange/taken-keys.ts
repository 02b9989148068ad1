import { ensure } from '../../shared/vocabulary/refusal.ts';
import { fingerprint, type KeyFile } from '../bundle/key-file.ts';
import { type KeyMessage, parseKeyMessage } from '../bundle/key-message.ts';
import { type ChainPosition, comparePositions } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';
import { type Ceremony, type Party, partyById, pinParty } from './parties.ts';
import { acceptRevocation, acceptRotation, knowsKey } from './party-keys.ts';

/** What a file about keys says, before anybody acts on it. */
export interface ReadKeys {
  readonly says: KeyMessage['says'];
  readonly keys: KeyFile;
  readonly fingerprint: string;
  /** A record: the first number that it speaks of. */
  readonly from: ChainPosition | null;
  readonly reason: string | null;
  /** There is nothing left to do about it. */
  readonly trusted: boolean;
  /** Keys: others of this office are in force, and fall when these are pinned. */
  readonly replaces: boolean;
}

/** @throws Refusal keys_*, `party_unknown` for a record of an office that was never pinned */
export function readKeys(db: Readable, content: Uint8Array): ReadKeys {
  const message = parseKeyMessage(content);
  if (message.says === 'keys') return readKeyFile(db, message.keys);
  const record = message.says === 'rotation' ? message.rotation : message.revocation;
  const party = partyById(db, record.officeId);
  ensure(party, 'party_unknown');
  const { from, verifyingKey } = record;
  if (message.says === 'revocation') {
    const { revoked } = party.pinning;
    const isKnown = revoked !== null && comparePositions(revoked, from) <= 0;
    const { keys, fingerprint: print } = party;
    return {
      says: 'revocation',
      keys,
      fingerprint: print,
      from,
      reason: message.revocation.reason,
      trusted: isKnown,
      replaces: false,
    };
  }
  const keys = { ...party.keys, verifyingKey, recipient: message.rotation.recipient };
  const trusted = knowsKey(db, party.pk, verifyingKey);
  return {
    says: 'rotation',
    keys,
    fingerprint: fingerprint(keys),
    from,
    reason: null,
    trusted,
    replaces: false,
  };
}

function readKeyFile(db: Readable, keys: KeyFile): ReadKeys {
  const print = fingerprint(keys);
  const held = partyById(db, keys.officeId);
  const isInForce = held !== undefined && held.pinning.revoked === null;
  return {
    says: 'keys',
    keys,
    fingerprint: print,
    from: null,
    reason: null,
    trusted: isInForce && held.fingerprint === print,
    replaces: isInForce && held.fingerprint !== print,
  };
}

/**
 * Pins keys after the ceremony, or does what a signed record says.
 * @returns the party, and how many of its bundles stand in the books though a key was good no more
 * @throws Refusal keys_*, and what `pinParty`, `acceptRotation` and `acceptRevocation` throw
 */
export function takeKeys(
  write: Write,
  content: Uint8Array,
  ceremony: Ceremony,
): { party: Party; standing: number } {
  const message = parseKeyMessage(content);
  if (message.says === 'keys') return { party: pinParty(write, content, ceremony), standing: 0 };
  const standing = message.says === 'revocation' ? acceptRevocation(write, message.revocation) : 0;
  if (message.says === 'rotation') acceptRotation(write, message.rotation);
  const record = message.says === 'rotation' ? message.rotation : message.revocation;
  const party = partyById(write, record.officeId);
  ensure(party, 'party_unknown');
  return { party, standing };
}
