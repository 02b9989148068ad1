import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Readable, SqlValue, Write } from './handles.ts';
import type { StoredRow } from './rows.ts';

/** What an arriving row did to the books: the counts of a rehearsal. */
export type RowFate = 'added' | 'changed' | 'unchanged';

/** A row of another office as it arrived; `rev` is its owner's. */
export interface ReceivedRow {
  readonly id: string;
  readonly rev: number;
  /** It travels without a revision: `rev` follows from its bundle, and stays until the row changes. */
  readonly stamped?: true;
  readonly deleted: number;
  /** What a row is born with and never changes. */
  readonly fixed?: Readonly<Record<string, SqlValue>>;
  readonly values: Readonly<Record<string, SqlValue>>;
}

/**
 * Puts one row of another office into a table: its owner is the only writer, so it is taken as it is.
 * `changed_by` 0 says that no account of this installation wrote it.
 * @throws Refusal `bundle_row_invalid` when it would change what is fixed
 */
export function putReceivedRow(write: Write, table: string, office: number, row: ReceivedRow): RowFate {
  const held = write.get<StoredRow & Record<string, SqlValue>>(
    `SELECT * FROM ${table} WHERE office = ? AND id = ?`,
    office,
    row.id,
  );
  const columns = { ...row.values, deleted: row.deleted, rev: row.rev };
  const fixed = row.fixed ?? {};
  if (!held) {
    insert(write, table, { office, id: row.id, ...fixed, ...columns, changed_by: 0, changed_at: write.at });
    return 'added';
  }
  const column = Object.keys(fixed).find((name) => held[name] !== fixed[name]);
  ensure(column === undefined, 'bundle_row_invalid', { register: table, column: column ?? '' });
  const differs = Object.entries(columns).some(
    ([column, value]) => column !== 'rev' && held[column] !== value,
  );
  if (!differs && (row.stamped || held.rev === row.rev)) return 'unchanged';
  const assignments = Object.keys(columns).map((column) => `${column} = ?`);
  write.run(
    `UPDATE ${table} SET ${assignments.join(', ')}, changed_by = 0, changed_at = ? WHERE pk = ?`,
    ...Object.values(columns),
    write.at,
    held.pk,
  );
  return differs ? 'changed' : 'unchanged';
}

/** Surrogates of an office's rows in the order of their ids: a row's place in it is how bundles refer to it. */
export function rankedRows(db: Readable, table: string, office: number): { pk: number; id: string }[] {
  return db.all(`SELECT pk, id FROM ${table} WHERE office = ? ORDER BY id`, office);
}

function insert(write: Write, table: string, row: Readonly<Record<string, SqlValue>>): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  write.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
}
