import type { Readable, SqlValue, Write } from '../store/handles.ts';

/** A table as the images tell of it. */
export interface WatchedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** What imports leave beside the books: their own log, and what is taken back by itself or never. */
const UNWATCHED: readonly string[] = [
  'import_image',
  'import_step',
  'turned_away',
  'withheld_register',
  'undo_step',
  'undo_image',
];

/** Rows that an import adds to it bear the bundle's head as their rev: 600,000 images fewer. */
const TOLD_BY_REV = 'attendance';

interface ColumnRow {
  readonly tbl: string;
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** Every table that an import may write; tables with bytes in them (history, keys, kept files) it does not change. */
function watchedTables(db: Readable): WatchedTable[] {
  return tablesOf(
    db.all<ColumnRow>(
      `SELECT tbl.name AS tbl, col.name, col.type, col.pk
       FROM sqlite_schema AS tbl JOIN pragma_table_info(tbl.name) AS col
       WHERE tbl.type = 'table' AND tbl.name NOT LIKE 'sqlite_%' ORDER BY tbl.name, col.cid`,
    ),
  ).filter(({ name, isPlain }) => isPlain && !UNWATCHED.includes(name));
}

/** The same of some tables. @param names JSON list */
export function tablesNamed(db: Readable, names: string): WatchedTable[] {
  return tablesOf(
    db.all<ColumnRow>(
      `SELECT tbl.value AS tbl, col.name, col.type, col.pk
       FROM json_each(?) AS tbl JOIN pragma_table_info(tbl.value) AS col ORDER BY tbl.value, col.cid`,
      names,
    ),
  );
}

function tablesOf(columns: readonly ColumnRow[]): (WatchedTable & { readonly isPlain: boolean })[] {
  return [...Map.groupBy(columns, ({ tbl }) => tbl)].map(([name, of]) => ({
    name,
    isPlain: !of.some(({ type }) => /BLOB|ANY/.test(type)),
    columns: of.map((column) => column.name),
    key: of
      .filter(({ pk }) => pk > 0)
      .toSorted((one, other) => one.pk - other.pk)
      .map((column) => column.name),
  }));
}

const INSERT = 'INSERT INTO import_image (tbl, key, before, after) VALUES';
const list = (row: 'old' | 'new', columns: readonly string[]) =>
  `json_array(${columns.map((column) => `${row}."${column}"`).join(', ')})`;

/** By the event, the image that it leaves. */
function triggersOf({ name, columns, key }: WatchedTable): [string, string][] {
  const added = `${INSERT} ('${name}', ${list('new', key)}, NULL, NULL)`;
  const changed = `${INSERT} ('${name}', ${list('new', key)}, ${list('old', columns)}, ${list('new', columns)})`;
  const removed = `${INSERT} ('${name}', ${list('old', key)}, ${list('old', columns)}, NULL)`;
  const all: [string, string][] = [
    ['INSERT', added],
    ['UPDATE', changed],
    ['DELETE', removed],
  ];
  return name === TOLD_BY_REV ? all.slice(1) : all;
}

/**
 * SQLite writes the images, whoever changes the rows. The triggers are this connection's alone and sleep until an
 * import wakes them: made anew for each, they would have every statement prepared again.
 */
export function watch(write: Write): void {
  const known = write.get("SELECT 1 FROM sqlite_temp_schema WHERE name = 'import_watch'");
  if (!known) install(write);
  write.run('INSERT INTO temp.import_watch (awake) VALUES (1)');
}

function install(write: Write): void {
  write.run('CREATE TEMP TABLE import_watch (awake INTEGER NOT NULL)');
  for (const table of watchedTables(write)) {
    for (const [event, image] of triggersOf(table))
      write.run(
        `CREATE TEMP TRIGGER import_${table.name}_${event} AFTER ${event} ON main.${table.name}
         WHEN EXISTS (SELECT 1 FROM import_watch) BEGIN ${image}; END`,
      );
  }
}

export function unwatch(write: Write): void {
  write.run('DELETE FROM temp.import_watch');
}

/** The image written last; 0 while there is none. */
export function lastImage(db: Readable): number {
  return db.get<{ pk: number | null }>('SELECT max(pk) AS pk FROM import_image')?.pk ?? 0;
}

export interface ImportStep {
  readonly bundle: number;
  readonly first: number;
  readonly last: number;
  /** JSON; null: the import closed books, and nothing was kept */
  readonly columns: string | null;
  /** The own revision at which the bundle was taken in. */
  readonly rev: number;
}

export function insertStep(write: Write, step: Omit<ImportStep, 'rev'>): void {
  write.run(
    'INSERT INTO import_step (bundle, first, last, columns, rev) VALUES (?, ?, ?, ?, ?)',
    step.bundle,
    step.first,
    step.last,
    step.columns,
    write.rev,
  );
}

export function stepOf(db: Readable, bundle: number): ImportStep | undefined {
  return db.get<ImportStep>('SELECT * FROM import_step WHERE bundle = ?', bundle);
}

export function tablesBetween(db: Readable, first: number, last: number): string[] {
  const rows = db.all<{ tbl: string }>(
    'SELECT DISTINCT tbl FROM import_image WHERE pk BETWEEN ? AND ?',
    first,
    last,
  );
  return rows.map(({ tbl }) => tbl);
}

/** Steps of a sender's bundles beyond the newest ones. */
export function oldSteps(db: Readable, sender: number, kept: number): ImportStep[] {
  return db.all<ImportStep>(
    `SELECT step.* FROM import_step AS step JOIN received_bundle AS bundle ON bundle.pk = step.bundle
     WHERE bundle.sender = ? ORDER BY step.rev DESC, step.bundle DESC LIMIT -1 OFFSET ?`,
    sender,
    kept,
  );
}

export function dropStep(write: Write, { bundle, first, last }: ImportStep): void {
  write.run('DELETE FROM import_image WHERE pk BETWEEN ? AND ?', first, last);
  write.run('DELETE FROM import_step WHERE bundle = ?', bundle);
}

export interface ImageRow {
  readonly pk: number;
  readonly tbl: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Rows of `attendance` that were changed; those that were taken out; rows of every other table. */
export const PLAYED = {
  changed: `tbl = '${TOLD_BY_REV}' AND after IS NOT NULL`,
  removed: `tbl = '${TOLD_BY_REV}' AND after IS NULL`,
  others: `tbl <> '${TOLD_BY_REV}'`,
} as const;

/** Images from `first` on and before `below`, newest first, so many at a time. */
export function imagesBefore(
  db: Readable,
  which: keyof typeof PLAYED,
  { first, below, limit }: { readonly first: number; readonly below: number; readonly limit: number },
): ImageRow[] {
  return db.all<ImageRow>(
    `SELECT * FROM import_image WHERE pk >= ? AND pk < ? AND ${PLAYED[which]} ORDER BY pk DESC LIMIT ?`,
    first,
    below,
    limit,
  );
}

type Named = readonly (readonly [string, SqlValue])[];
const conditions = (key: Named) => key.map(([column]) => `"${column}" IS ?`).join(' AND ');
const values = (named: Named) => named.map(([, value]) => value);

/** @returns whether the row was there */
export function removeRow(write: Write, table: string, key: Named): boolean {
  return write.run(`DELETE FROM ${table} WHERE ${conditions(key)}`, ...values(key)).changes === 1;
}

export function putRowBack(write: Write, table: string, row: Named): void {
  const columns = row.map(([column]) => `"${column}"`).join(', ');
  write.run(`INSERT INTO ${table} (${columns}) VALUES (${row.map(() => '?').join(', ')})`, ...values(row));
}

/** @returns whether the row still stood as `now` says */
export function setRowBack(write: Write, table: string, key: Named, before: Named, now: Named): boolean {
  const set = before.map(([column]) => `"${column}" = ?`).join(', ');
  const sql = `UPDATE ${table} SET ${set} WHERE ${conditions([...key, ...now])}`;
  return write.run(sql, ...values(before), ...values(key), ...values(now)).changes === 1;
}

/** @returns how many rows an import added that no image names */
export function removeToldByRev(write: Write, office: number, rev: number): number {
  return write.run(`DELETE FROM ${TOLD_BY_REV} WHERE office = ? AND rev = ?`, office, rev).changes;
}

/** Until the end of the transaction rows may name what comes back only later. */
export function deferReferences(write: Write): void {
  write.run('PRAGMA defer_foreign_keys = ON');
}

/** Whether a row names another that is not there. */
export function hasLooseReference(db: Readable): boolean {
  return db.get('SELECT 1 FROM pragma_foreign_key_check LIMIT 1') !== undefined;
}
