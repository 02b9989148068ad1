import type { Holding } from './columns.ts';
import { CATALOGUE, type ReportTable, tableReferred } from './report-catalogue.ts';

/** A column of PostgreSQL. */
export interface SqlColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly comment: string;
}

export interface SqlTable {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly SqlColumn[];
  readonly key: readonly string[];
}

const TYPES: Readonly<Record<Exclude<Holding, 'rank'>, string>> = {
  small: 'smallint',
  whole: 'integer',
  large: 'bigint',
  flag: 'boolean',
  day: 'date',
  month: 'text',
  text: 'text',
  uuid: 'uuid',
  json: 'jsonb',
};

const required = (name: string, type: string, comment: string): SqlColumn => ({
  ...{ name, type, comment },
  required: true,
});
const OFFICE = required('office', 'uuid', 'office.id');
const EPOCH = required('epoch', 'bigint', 'of the bundle that brought the row last');
const SEQUENCE = required('sequence', 'bigint', 'of the bundle that brought the row last');
const PLACE = required(
  'place',
  'integer',
  'of the row in that bundle: of two moves of one rev, which came first',
);

/** A bundle whose rows were loaded, as its manifest tells of it; the first columns are those of every register. */
export const BUNDLE_TABLE: SqlTable = {
  name: 'bundle',
  comment: 'a bundle whose rows were loaded',
  key: ['office', 'epoch', 'sequence'],
  columns: [
    OFFICE,
    required('epoch', 'bigint', 'counts the beginnings of the office'),
    required('sequence', 'bigint', 'from 1 within its epoch'),
    required('epochId', 'uuid', 'one id for each epoch'),
    required('hash', 'text', 'SHA-256 of the file, hex'),
    required('baseRev', 'bigint', 'it brings rows touched after that revision'),
    required('headRev', 'bigint', 'and up to that one'),
    required('full', 'boolean', 'it holds every row'),
    required('asOf', 'date', 'its cut-off day'),
    required('code', 'text', 'code of the office'),
    required('name', 'text', 'name of the office'),
  ],
};

/** Where each office stands: its newest bundle. It has no file of its own. */
export const OFFICE_TABLE: SqlTable = {
  name: 'office',
  comment: 'an office, and the newest bundle that was loaded of it',
  key: ['id'],
  columns: BUNDLE_TABLE.columns.map((column) =>
    column.name === 'office' ? { ...column, name: 'id', comment: 'id of the office' } : column,
  ),
};

/** One table for each of a report's, under its name and with the names of its columns. */
export const REGISTER_TABLES: readonly SqlTable[] = Object.entries(CATALOGUE).map(([name, table]) => ({
  name,
  comment: table.what,
  key: ['office', ...table.key],
  columns: [
    ...[OFFICE, EPOCH, SEQUENCE],
    ...(table.ordered ? [PLACE] : []),
    ...Object.keys(table.columns).map((column) => columnOf(table, column)),
  ],
}));

/** Definitions that may be run again and again. */
export function schemaScript(): string {
  return [
    '-- Registers of offices out of their reports: names of tables and columns are those of the bundles.',
    '-- Keys of other tables are not enforced, they stand as comments: what is loaded was checked bundle by bundle.',
    'SET client_min_messages = warning;',
    ...[OFFICE_TABLE, BUNDLE_TABLE, ...REGISTER_TABLES].map(tableDefinition),
    '',
  ].join('\n');
}

/** @param name of a table or column; names of bundles are letters, digits and underscores */
export const quoted = (name: string): string => `"${name}"`;

export const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

function columnOf(table: ReportTable, name: string): SqlColumn {
  const kind = table.columns[name];
  if (!kind) throw new Error(`no column ${name}`);
  const target = tableReferred(table, name);
  const type = kind.holds === 'rank' ? idTypeOf(target) : TYPES[kind.holds];
  const told = [
    target && `(office, id) of ${target}`,
    table.notes?.[name],
    kind.holds === 'month' && 'YYYY-MM',
    name === 'deleted' && 'a tombstone',
    kind.words && `one of ${kind.words.join(', ')}`,
  ];
  const comment = told.filter((part) => typeof part === 'string').join('; ');
  return { name, type, required: !kind.optional, comment };
}

/** A person's pseudonym is no UUID. */
function idTypeOf(table: string | undefined): string {
  const id = table === undefined ? undefined : CATALOGUE[table]?.columns.id;
  if (!id || id.holds === 'rank') throw new Error(`no ids in ${table}`);
  return TYPES[id.holds];
}

function tableDefinition({ name, comment, columns, key }: SqlTable): string {
  const lines = columns.map(
    (column) => `  ${quoted(column.name)} ${column.type}${column.required ? ' NOT NULL' : ''},`,
  );
  const comments = columns
    .filter((column) => column.comment !== '')
    .map(
      (column) => `COMMENT ON COLUMN ${quoted(name)}.${quoted(column.name)} IS ${literal(column.comment)};`,
    );
  return [
    `\nCREATE TABLE IF NOT EXISTS ${quoted(name)} (`,
    ...lines,
    `  PRIMARY KEY (${listed(key)})`,
    ');',
    `COMMENT ON TABLE ${quoted(name)} IS ${literal(comment)};`,
    ...comments,
  ].join('\n');
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
