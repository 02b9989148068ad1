import type { Instant } from '../../shared/vocabulary/dates.ts';
import type { KeyOrigin } from '../../shared/vocabulary/key-origins.ts';
import type { PartyRelation } from '../../shared/vocabulary/party-relations.ts';
import type { KeyFile } from '../bundle/key-file.ts';
import type { Readable, Write } from '../store/handles.ts';

export interface PartyRow {
  /** Surrogate of the office whose keys they are. */
  readonly office: number;
  /** As it was pinned first; the keys of today stand beside it. */
  readonly key_file: string;
  readonly relation: PartyRelation | null;
  readonly number: number;
  readonly verifying_key: string;
  readonly recipient: string;
  readonly fingerprint: string;
  readonly how: KeyOrigin;
  readonly pinned_at: Instant;
  /** NULL: the program itself */
  readonly pinned_by: string | null;
  readonly revoked_epoch: number | null;
  readonly revoked_sequence: number | null;
  readonly revoked_because: string | null;
}

/** With the newest generation of their keys. */
const PARTIES = `SELECT party.office, party.key_file, party.relation, held.number, held.verifying_key, held.recipient,
    held.fingerprint, held.how, held.pinned_at, account.name AS pinned_by, held.revoked_epoch,
    held.revoked_sequence, held.revoked_because
  FROM party JOIN office ON office.pk = party.office
  JOIN party_key AS held ON held.party = party.office
    AND held.number = (SELECT max(number) FROM party_key WHERE party = party.office)
  LEFT JOIN account ON account.pk = held.pinned_by`;

export function partyRows(db: Readable): PartyRow[] {
  return db.all<PartyRow>(`${PARTIES} ORDER BY office.code, office.pk`);
}

export function partyRowById(db: Readable, officeId: string): PartyRow | undefined {
  return db.get<PartyRow>(`${PARTIES} WHERE office.id = ?`, officeId);
}

/** @param office surrogate */
export function partyRowByOffice(db: Readable, office: number): PartyRow | undefined {
  return db.get<PartyRow>(`${PARTIES} WHERE office.pk = ?`, office);
}

/** Whether an office, the own one included, goes by this code. */
export function officeWithCode(db: Readable, code: string): boolean {
  return db.get('SELECT pk FROM office WHERE code = ?', code) !== undefined;
}

/** @returns the surrogate that the office gets here */
export function insertOffice(write: Write, keys: KeyFile): number {
  return write.run(
    'INSERT INTO office (id, code, name, kind, demo) VALUES (?, ?, ?, ?, ?)',
    keys.officeId,
    keys.code,
    keys.name,
    keys.kind,
    keys.demo ? 1 : 0,
  ).lastInsertRowid;
}

export interface NewParty {
  /** Surrogate. */
  readonly office: number;
  /** The key file as it came. */
  readonly content: Uint8Array;
  readonly fingerprint: string;
  readonly relation: PartyRelation | null;
}

export function insertParty(write: Write, { office, content, fingerprint, relation }: NewParty): void {
  write.run(
    'INSERT INTO party (office, key_file, fingerprint, relation, pinned_at, pinned_by) VALUES (?, ?, ?, ?, ?, ?)',
    office,
    Buffer.from(content).toString('utf8'),
    fingerprint,
    relation,
    write.at,
    write.account,
  );
}

/** Whether it has countersigned a bundle of ours, or we have taken in one of it. @param office surrogate */
export function hasExchanged(db: Readable, office: number): boolean {
  const found = db.get(
    `SELECT 1 FROM sent_bundle WHERE recipient = ?1 AND acknowledged_at IS NOT NULL
     UNION ALL SELECT 1 FROM received_bundle WHERE sender = ?1 LIMIT 1`,
    office,
  );
  return found !== undefined;
}

/** @param office surrogate */
export function setRelation(write: Write, office: number, relation: PartyRelation): void {
  write.run('UPDATE party SET relation = ? WHERE office = ?', relation, office);
}

/** The office goes on under another identity: it was set up anew. */
export function renameOffice(write: Write, office: number, keys: KeyFile, content: Uint8Array): void {
  write.run(
    'UPDATE office SET id = ?, code = ?, name = ? WHERE pk = ?',
    keys.officeId,
    keys.code,
    keys.name,
    office,
  );
  write.run('UPDATE party SET key_file = ? WHERE office = ?', Buffer.from(content).toString('utf8'), office);
}
