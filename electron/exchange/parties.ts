import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { fingerprint, type KeyFile, type OfficeIdentity, parseKeyFile } from '../bundle/key-file.ts';
import { FIRST_POSITION, type TrustLookup } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';

/** An office whose public keys were pinned. */
export interface Party {
  readonly pk: number;
  readonly keys: KeyFile;
  readonly fingerprint: string;
}

interface PartyRow {
  readonly office: number;
  readonly key_file: string;
  readonly fingerprint: string;
}

interface OfficeRow {
  readonly pk: number;
  readonly id: OfficeId;
  readonly code: string;
  readonly name: string;
  readonly kind: 'office' | 'group';
  readonly demo: number;
}

/** Who this installation is, as its key file tells. */
export function ownIdentity(db: Readable, office: number): OfficeIdentity {
  const row = db.get<OfficeRow>('SELECT pk, id, code, name, kind, demo FROM office WHERE pk = ?', office);
  ensure(row, 'not_found', { register: 'office' });
  return { officeId: row.id, code: row.code, name: row.name, kind: row.kind, demo: row.demo === 1 };
}

/**
 * Pins the public keys of another office, after a person compared the fingerprint on paper. The same keys
 * again change nothing.
 * @throws Refusal keys_*, `party_is_self`, `demo_mismatch`, `party_keys_differ` when others are pinned already
 */
export function pinParty(write: Write, content: Uint8Array): Party {
  const keys = parseKeyFile(content);
  const own = ownIdentity(write, write.office);
  ensure(keys.officeId !== own.officeId, 'party_is_self');
  ensure(keys.demo === own.demo, 'demo_mismatch');
  const print = fingerprint(keys);
  const held = partyById(write, keys.officeId);
  ensure(!held || held.fingerprint === print, 'party_keys_differ', { code: keys.code });
  if (held) return held;
  const pk = officeSurrogate(write, keys);
  write.run(
    'INSERT INTO party (office, key_file, fingerprint, pinned_at, pinned_by) VALUES (?, ?, ?, ?, ?)',
    pk,
    Buffer.from(content).toString('utf8'),
    print,
    write.at,
    write.account,
  );
  write.record({ party: keys.officeId, fingerprint: print });
  return { pk, keys, fingerprint: print };
}

export function allParties(db: Readable): Party[] {
  return db
    .all<PartyRow>(
      `SELECT party.* FROM party JOIN office ON office.pk = party.office ORDER BY office.code, office.pk`,
    )
    .map(partyOf);
}

export function partyById(db: Readable, officeId: string): Party | undefined {
  const row = db.get<PartyRow>(
    'SELECT party.* FROM party JOIN office ON office.pk = party.office WHERE office.id = ?',
    officeId,
  );
  return row && partyOf(row);
}

/** @param office surrogate */
export function partyByOffice(db: Readable, office: number): Party | undefined {
  const row = db.get<PartyRow>('SELECT * FROM party WHERE office = ?', office);
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

function officeSurrogate(write: Write, keys: KeyFile): number {
  return write.run(
    'INSERT INTO office (id, code, name, kind, demo) VALUES (?, ?, ?, ?, ?)',
    keys.officeId,
    keys.code,
    keys.name,
    keys.kind,
    keys.demo ? 1 : 0,
  ).lastInsertRowid;
}
