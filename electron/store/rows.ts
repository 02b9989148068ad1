import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { authorOfRevision } from './audit-sql.ts';
import type { Readable, SqlValue, Write } from './handles.ts';

/** Columns that every register row carries; see migrations/020-registers.ts. */
export interface StoredRow {
  readonly pk: number;
  readonly office: number;
  readonly id: string;
  readonly rev: number;
  readonly deleted: number;
  /** Surrogate of the account; 0 is the program itself. */
  readonly changed_by: number;
  readonly changed_at: string;
}

type Values = Readonly<Record<string, SqlValue>>;

/** Inserts one row of the own office, stamped with the write's revision, author and time. @returns its pk */
export function insertRow(write: Write, table: string, id: string, values: Values): number {
  const row: Values = { office: write.office, id, ...values, ...stamp(write) };
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`;
  const pk = write.run(sql, ...Object.values(row)).lastInsertRowid;
  write.undo.created(table, pk);
  return pk;
}

/** Changes the named columns of one own row and stamps it. The caller has checked its version. */
export function updateRow(write: Write, table: string, pk: number, values: Values): void {
  write.undo.changing(table, pk, Object.keys(values));
  const row: Values = { ...values, ...stamp(write) };
  const assignments = Object.keys(row).map((column) => `${column} = ?`);
  const sql = `UPDATE ${table} SET ${assignments.join(', ')} WHERE pk = ? AND office = ?`;
  const { changes } = write.run(sql, ...Object.values(row), pk, write.office);
  ensure(changes === 1, 'not_found');
}

/** @throws Refusal `not_found` when the office has no such row or it is a tombstone */
export function findRow<Row extends StoredRow>(db: Readable, table: string, office: number, id: string): Row {
  const row = db.get<Row>(`SELECT * FROM ${table} WHERE office = ? AND id = ? AND deleted = 0`, office, id);
  ensure(row, 'not_found', { register: table });
  return row;
}

/**
 * Surrogate of the office that a row belongs to, for reads that name a row alone. Units and people stand in closed
 * books under the same ids: of those the living ones are meant, which are older offices.
 * @throws Refusal `not_found`
 */
export function officeOfRow(db: Readable, table: string, id: string): number {
  const row = db.get<{ office: number }>(
    `SELECT office FROM ${table} WHERE id = ? AND deleted = 0 ORDER BY office LIMIT 1`,
    id,
  );
  ensure(row, 'not_found', { register: table });
  return row.office;
}

/**
 * Asks the history who made the row's revision: an undone row carries its earlier author.
 * @throws Refusal `conflict` (`by`, `at`) when an own row was changed after the caller had read it at `rev`
 */
export function guardVersion(db: Readable, row: StoredRow, rev: number): void {
  if (row.rev === rev) return;
  throw new Refusal('conflict', { expected: rev, found: row.rev, ...authorOfRevision(db, row.rev) });
}

function stamp(write: Write): Values {
  return { rev: write.rev, changed_by: write.account, changed_at: write.at };
}
