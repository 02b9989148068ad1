import type { Instant } from '../../shared/vocabulary/dates.ts';
import type { InstallationRole } from '../../shared/vocabulary/words.ts';
import type { Readable, Writable } from './handles.ts';

/** Surrogate of the own office in every ledger. */
export const OWN_OFFICE = 1;

export interface NewOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: InstallationRole;
  readonly demo: boolean;
}

export interface Epoch {
  readonly id: string;
  readonly counter: number;
}

export interface Installation {
  readonly dataId: string;
  readonly createdAt: Instant;
  /** Whether the office was made for practice; for ever. */
  readonly demo: boolean;
  /** Whether the first account has every role; for ever. */
  readonly singleAccount: boolean;
  /** undefined: 未验证 */
  readonly recoveryConfirmedAt: Instant | undefined;
}

export function insertOwnOffice(db: Writable, office: NewOffice, epochId: string): void {
  db.run(
    'INSERT INTO office (pk, id, code, name, kind, demo, epoch_id, epoch_counter) VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
    OWN_OFFICE,
    office.id,
    office.code,
    office.name,
    office.kind,
    Number(office.demo),
    epochId,
  );
}

export function ownOffice(db: Readable): NewOffice {
  const row = db.get<Omit<NewOffice, 'demo'> & { demo: number }>(
    'SELECT id, code, name, kind, demo FROM office WHERE pk = ?',
    OWN_OFFICE,
  );
  if (!row) throw new Error('a ledger without its office row');
  return { ...row, demo: row.demo === 1 };
}

export function ownRevision(db: Readable): number {
  return db.get<{ rev: number }>('SELECT rev FROM office WHERE pk = ?', OWN_OFFICE)?.rev ?? 0;
}

/** Whether an office's rows are of this installation: its books, or books of it that were closed. */
export function isOfOurs(db: Readable, office: number): boolean {
  return (
    db.get('SELECT 1 FROM office WHERE pk = ?1 AND (pk = ?2 OR book_of = ?2)', office, OWN_OFFICE) !==
    undefined
  );
}

/** Whether these are books that were closed, of any office. */
export function isClosedBook(db: Readable, office: number): boolean {
  return db.get('SELECT 1 FROM office WHERE pk = ? AND book_of IS NOT NULL', office) !== undefined;
}

/** Surrogate of the office of that id or code, own or not. */
export function officeNamed(db: Readable, idOrCode: string): number | undefined {
  return db.get<{ pk: number }>('SELECT pk FROM office WHERE id = ?1 OR code = ?1 ORDER BY pk', idOrCode)?.pk;
}

/** @param office surrogate */
export function officeCode(db: Readable, office: number): string | undefined {
  return db.get<{ code: string }>('SELECT code FROM office WHERE pk = ?', office)?.code;
}

/** Notes where another office's books stand here: at the head of the bundle applied last. */
export function moveHead(db: Writable, office: number, headRev: number, epoch: Epoch): void {
  db.run(
    'UPDATE office SET rev = ?, epoch_id = ?, epoch_counter = ? WHERE pk = ?',
    headRev,
    epoch.id,
    epoch.counter,
    office,
  );
}

/** The revision of another office's books that stands here. */
export function headOf(db: Readable, office: number): number {
  return db.get<{ rev: number }>('SELECT rev FROM office WHERE pk = ?', office)?.rev ?? 0;
}

export function nextRevision(db: Writable): number {
  db.run('UPDATE office SET rev = rev + 1 WHERE pk = ?', OWN_OFFICE);
  return ownRevision(db);
}

export function ownEpoch(db: Readable): Epoch {
  const row = db.get<Epoch>(
    'SELECT epoch_id AS id, epoch_counter AS counter FROM office WHERE pk = ?',
    OWN_OFFICE,
  );
  if (!row) throw new Error('a ledger without its office row');
  return row;
}

export function setOwnEpoch(db: Writable, epoch: Epoch): void {
  db.run(
    'UPDATE office SET epoch_id = ?, epoch_counter = ? WHERE pk = ?',
    epoch.id,
    epoch.counter,
    OWN_OFFICE,
  );
}

export function insertInstallation(db: Writable, installation: Installation): void {
  db.run(
    'INSERT INTO installation (one, data_id, created_at, demo, single_account) VALUES (1, ?, ?, ?, ?)',
    installation.dataId,
    installation.createdAt,
    Number(installation.demo),
    Number(installation.singleAccount),
  );
}

export function installation(db: Readable): Installation {
  const row = db.get<{
    data_id: string;
    created_at: Instant;
    demo: number;
    single_account: number;
    recovery_confirmed_at: Instant | null;
  }>('SELECT * FROM installation');
  if (!row) throw new Error('a ledger without its installation row');
  return {
    dataId: row.data_id,
    createdAt: row.created_at,
    demo: row.demo === 1,
    singleAccount: row.single_account === 1,
    recoveryConfirmedAt: row.recovery_confirmed_at ?? undefined,
  };
}

/** @param at null after the recovery code was replaced */
export function setRecoveryConfirmed(db: Writable, at: Instant | null): void {
  db.run('UPDATE installation SET recovery_confirmed_at = ?', at);
}
