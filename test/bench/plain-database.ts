import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type County, ledgerOf } from './county.ts';
import { run } from './measure.ts';

/** The attendance table without encryption, history or summary, as SQLite's own command line writes it. */
export interface PlainDatabase {
  readonly file: string;
  readonly csv: string;
}

export function plainDatabase(folder: string, county: County): PlainDatabase {
  mkdirSync(folder, { recursive: true });
  const plain = { file: join(folder, 'plain.db'), csv: join(folder, 'rows.csv') };
  run('sqlite3', [plain.file, schemaOf(county, 'table')]);
  return plain;
}

/** What CSV cannot say is made good: empty is NULL, and the index on make-ups is there. */
export function completeTable(plain: PlainDatabase, county: County): void {
  const nulls = ['reason', 'makeup_on', 'makeup_document'].map((name) => `${name} = nullif(${name}, '')`);
  run('sqlite3', [
    plain.file,
    `UPDATE attendance SET ${nulls.join(', ')}; ${schemaOf(county, 'index')}; VACUUM`,
  ]);
}

export function copyOf(plain: PlainDatabase, name: string): string {
  const copy = `${plain.file}.${name}`;
  copyFileSync(plain.file, copy);
  return copy;
}

/** Brings rows of the ledger that are newer than `rev` into the plain table too. */
export function addNewer(plain: PlainDatabase, county: County, rev: number): void {
  const rows = ledgerOf(county).read((db) =>
    db.all<Record<string, string | number | null>>('SELECT * FROM attendance WHERE rev > ?', rev),
  );
  const literal = (value: string | number | null) =>
    value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;
  const inserts = rows.map(
    (row) => `INSERT INTO attendance VALUES (${Object.values(row).map(literal).join(',')});`,
  );
  run('sqlite3', [plain.file], `BEGIN;${inserts.join('')}COMMIT;`);
}

function schemaOf(county: County, type: 'table' | 'index'): string {
  const found = ledgerOf(county).read((db) =>
    db.get<{ sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE tbl_name = 'attendance' AND type = ? AND sql > ''",
      type,
    ),
  );
  if (!found) throw new Error(`attendance has no ${type}`);
  return found.sql;
}
