import type { Readable, Writable } from './handles.ts';

/** A row of `audit`, named as its columns. */
export interface AuditRow {
  readonly seq: number;
  readonly epoch_counter: number;
  readonly at: string;
  readonly account: number;
  readonly action: string;
  readonly rev: number;
  readonly digest: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

export function auditRows(
  db: Readable,
  after: number,
): IterableIterator<AuditRow & { salt: Buffer | null; body: string | null }> {
  return db.iterate(
    `SELECT seq, epoch_counter, at, account, action, rev, digest, previous, hash, salt, body
     FROM audit LEFT JOIN audit_body USING (seq) WHERE seq > ? ORDER BY seq`,
    after,
  );
}

export function auditRow(db: Readable, seq: number): AuditRow | undefined {
  return db.get('SELECT * FROM audit WHERE seq = ?', seq);
}

export function lastAuditRow(db: Readable): AuditRow | undefined {
  return db.get('SELECT * FROM audit ORDER BY seq DESC LIMIT 1');
}

/** Who made a revision of the own office, and when; `by` is null for the program itself. */
export function authorOfRevision(db: Readable, rev: number): { by: string | null; at: string } | undefined {
  return db.get(
    `SELECT account.name AS by, audit.at FROM audit LEFT JOIN account ON account.pk = audit.account
     WHERE audit.rev = ? ORDER BY seq LIMIT 1`,
    rev,
  );
}

export function bodyWithoutRow(db: Readable, lastSeq: number): number | undefined {
  return db.get<{ seq: number }>(
    'SELECT seq FROM audit_body WHERE seq > ? OR seq < 1 ORDER BY seq LIMIT 1',
    lastSeq,
  )?.seq;
}

export function insertAuditRow(db: Writable, row: AuditRow, salt: Uint8Array, body: string): void {
  db.run(
    `INSERT INTO audit (seq, epoch_counter, at, account, action, rev, digest, previous, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.seq,
    row.epoch_counter,
    row.at,
    row.account,
    row.action,
    row.rev,
    row.digest,
    row.previous,
    row.hash,
  );
  db.run('INSERT INTO audit_body (seq, salt, body) VALUES (?, ?, ?)', row.seq, salt, body);
}

export function dataId(db: Readable): string {
  const row = db.get<{ data_id: string }>('SELECT data_id FROM installation');
  if (!row) throw new Error('a ledger without its installation row');
  return row.data_id;
}
