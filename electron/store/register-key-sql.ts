import type { Readable, Write } from './handles.ts';

export interface RegisterKeyRow {
  readonly number: number;
  readonly suite: string;
  readonly public: Buffer;
}

export interface GrantRow {
  readonly key: number;
  /** Surrogate; 0: the recovery code. */
  readonly account: number;
  readonly recipient: Buffer;
  readonly box: Buffer;
}

/** The generation that is sealed to now; undefined before the first holder came. */
export function registerKey(db: Readable): RegisterKeyRow | undefined {
  return db.get('SELECT number, suite, public FROM register_key ORDER BY number DESC LIMIT 1');
}

export function insertRegisterKey(write: Write, key: RegisterKeyRow): void {
  write.run(
    'INSERT INTO register_key (number, suite, public, created_at, created_by) VALUES (?, ?, ?, ?, ?)',
    key.number,
    key.suite,
    key.public,
    write.at,
    write.account,
  );
}

export function grantsOf(db: Readable, key: number): GrantRow[] {
  return db.all(
    'SELECT key, account, recipient, box FROM register_key_grant WHERE key = ? ORDER BY account',
    key,
  );
}

export function putGrant(write: Write, { key, account, recipient, box }: GrantRow): void {
  write.run(
    `INSERT OR REPLACE INTO register_key_grant (key, account, recipient, box, granted_at, granted_by)
     VALUES (?, ?, ?, ?, ?, ?)`,
    key,
    account,
    recipient,
    box,
    write.at,
    write.account,
  );
}

export function dropGrantsOf(write: Write, account: number): void {
  write.run('DELETE FROM register_key_grant WHERE account = ?', account);
}

export function dropGrant(write: Write, { key, account, recipient }: GrantRow): void {
  write.run(
    'DELETE FROM register_key_grant WHERE key = ? AND account = ? AND recipient = ?',
    key,
    account,
    recipient,
  );
}

/** Summaries that were written before there was a key to seal them to. */
export function plainSummaries(db: Readable): { pk: number; id: string; summary: string }[] {
  return db.all('SELECT pk, id, summary FROM filing_item WHERE summary IS NOT NULL');
}

export function countPlainSummaries(db: Readable): number {
  return (
    db.get<{ count: number }>('SELECT count(*) AS count FROM filing_item WHERE summary IS NOT NULL')?.count ??
    0
  );
}

/** Leaves the row's version alone: what it says is the same. */
export function replaceBySealed(write: Write, pk: number, sealed: string): void {
  write.run('UPDATE filing_item SET summary = NULL, sealed = ? WHERE pk = ?', sealed, pk);
}

export interface Erasure {
  readonly cause: 'sealed' | 'purged';
  readonly purgeOn: string | null;
  readonly before: number;
  readonly after: number;
}

export function recordErasure(write: Write, { cause, purgeOn, before, after }: Erasure): void {
  write.run(
    'INSERT INTO erasure (cause, purge_on, before, after, at, account) VALUES (?, ?, ?, ?, ?, ?)',
    cause,
    purgeOn,
    before,
    after,
    write.at,
    write.account,
  );
}

export function unscrubbed(db: Readable): number {
  return (
    db.get<{ count: number }>('SELECT count(*) AS count FROM erasure WHERE scrubbed_at IS NULL')?.count ?? 0
  );
}

export function markScrubbed(write: Write): number {
  return write.run('UPDATE erasure SET scrubbed_at = ? WHERE scrubbed_at IS NULL', write.at).changes;
}
