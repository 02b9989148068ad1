import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { fingerprint, type KeyFile, type OfficeIdentity, parseKeyFile } from '../bundle/key-file.ts';
import { FIRST_POSITION, type TrustLookup } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';
import { ownOffice } from '../store/office-sql.ts';
import {
  insertOffice,
  insertParty,
  officeWithCode,
  type PartyRow,
  partyRowById,
  partyRowByOffice,
  partyRows,
} from './parties-sql.ts';

/** An office whose public keys were pinned. */
export interface Party {
  readonly pk: number;
  readonly keys: KeyFile;
  readonly fingerprint: string;
}

/** Who this installation is, as its key file tells. */
export function ownIdentity(db: Readable): OfficeIdentity {
  const { id, ...told } = ownOffice(db);
  return { officeId: id as OfficeId, ...told };
}

/**
 * Pins the public keys of another office, after a person compared the fingerprint on paper. The same keys
 * again change nothing.
 * @throws Refusal keys_*, `party_is_self`, `demo_mismatch`, `party_keys_differ` when others are pinned already,
 *   `party_code_taken`: offices are asked for by their codes too
 */
export function pinParty(write: Write, content: Uint8Array): Party {
  const keys = parseKeyFile(content);
  const own = ownIdentity(write);
  ensure(keys.officeId !== own.officeId, 'party_is_self');
  ensure(keys.demo === own.demo, 'demo_mismatch');
  const print = fingerprint(keys);
  const held = partyById(write, keys.officeId);
  ensure(!held || held.fingerprint === print, 'party_keys_differ', { code: keys.code });
  if (held) return held;
  ensure(!officeWithCode(write, keys.code), 'party_code_taken', { code: keys.code });
  const pk = insertOffice(write, keys);
  insertParty(write, pk, content, print);
  write.record({ party: keys.officeId, fingerprint: print });
  return { pk, keys, fingerprint: print };
}

/**
 * What a key file says, before anybody trusts it.
 * @throws Refusal keys_*
 */
export function readKeys(
  db: Readable,
  content: Uint8Array,
): { keys: KeyFile; fingerprint: string; trusted: boolean } {
  const keys = parseKeyFile(content);
  const print = fingerprint(keys);
  return { keys, fingerprint: print, trusted: partyById(db, keys.officeId)?.fingerprint === print };
}

/** By code. */
export function allParties(db: Readable): Party[] {
  return partyRows(db).map(partyOf);
}

/** @param officeId the office's UUID, not its surrogate */
export function partyById(db: Readable, officeId: string): Party | undefined {
  const row = partyRowById(db, officeId);
  return row && partyOf(row);
}

/** @param office surrogate */
export function partyByOffice(db: Readable, office: number): Party | undefined {
  const row = partyRowByOffice(db, office);
  return row && partyOf(row);
}

/** The party named, or the only one there is. @throws Refusal `party_unknown`, `party_missing`, `party_ambiguous` */
export function chosenParty(db: Readable, officeId: string | undefined): Party {
  if (officeId !== undefined) {
    const party = partyById(db, officeId);
    ensure(party, 'party_unknown');
    return party;
  }
  const [only, another] = allParties(db);
  ensure(only, 'party_missing');
  ensure(!another, 'party_ambiguous');
  return only;
}

/** The pinned keys as the bundle format asks for them; one generation each until a rotation is known. */
export function trustOf(db: Readable): TrustLookup {
  return (officeId) => {
    const party = partyById(db, officeId);
    if (!party) return [];
    const verifyingKey = Buffer.from(party.keys.verifyingKey, 'hex');
    return [{ verifyingKey, from: FIRST_POSITION, revokedFrom: null }];
  };
}

function partyOf(row: PartyRow): Party {
  const keys = parseKeyFile(Buffer.from(row.key_file, 'utf8'));
  return { pk: row.office, keys, fingerprint: row.fingerprint };
}
