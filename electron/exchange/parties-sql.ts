import type { KeyFile } from '../bundle/key-file.ts';
import type { Readable, Write } from '../store/handles.ts';

export interface PartyRow {
  /** Surrogate of the office whose keys they are. */
  readonly office: number;
  readonly key_file: string;
  readonly fingerprint: string;
}

const PARTIES = 'SELECT party.* FROM party JOIN office ON office.pk = party.office';

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

export function insertParty(write: Write, office: number, content: Uint8Array, fingerprint: string): void {
  write.run(
    'INSERT INTO party (office, key_file, fingerprint, pinned_at, pinned_by) VALUES (?, ?, ?, ?, ?)',
    office,
    Buffer.from(content).toString('utf8'),
    fingerprint,
    write.at,
    write.account,
  );
}
