import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { BundleCaps } from './caps.ts';
import { DEFAULT_CAPS } from './caps.ts';
import { type Column, decodeColumn, encodeColumn, isCell } from './column-encoding.ts';
import { NAME } from './manifest.ts';
import { checkPayloadGrammar } from './payload-grammar.ts';

export interface Table {
  readonly rows: number;
  /** by column name, in the sender's order; each has `rows` cells */
  readonly columns: ReadonlyMap<string, Column>;
}

/** By table name, in the sender's order. Maps, so that no name can reach a prototype. */
export type Tables = ReadonlyMap<string, Table>;

/**
 * Payload bytes, encoding `columns-json/1` of SPEC.md; the same tables give the same bytes.
 * @throws Refusal bundle_malformed for what is no cell, a wrong name, or columns of unequal length;
 *   bundle_too_many_rows, bundle_text_too_long
 */
export function encodeTables(tables: Tables, caps: BundleCaps = DEFAULT_CAPS): Uint8Array {
  checkSize(tables, caps);
  const encoded = [...tables].map(([name, table]) => [name, encodeTable(name, table, caps)] as const);
  const bytes = Buffer.from(JSON.stringify({ tables: Object.fromEntries(encoded) }));
  checkPayloadGrammar(bytes, caps);
  return bytes;
}

function encodeTable(name: string, table: Table, caps: BundleCaps): unknown {
  checkName(name);
  const columns = [...table.columns].map(([column, cells]) => {
    checkName(column);
    ensure(cells.length === table.rows, 'bundle_malformed', { fields: ['rows'] });
    ensure(cells.every(isCell), 'bundle_malformed', { fields: ['cell'] });
    checkStrings(cells, caps);
    return [column, encodeColumn(cells)] as const;
  });
  return { rows: table.rows, columns: Object.fromEntries(columns) };
}

/**
 * The tables of a payload whose origin was verified before; hostile content is refused before it takes memory.
 * @throws Refusal bundle_malformed, bundle_too_many_rows, bundle_text_too_long
 */
export function decodeTables(bytes: Uint8Array, caps: BundleCaps = DEFAULT_CAPS): Tables {
  checkPayloadGrammar(bytes, caps);
  const root = shaped(parseJson(bytes), ['tables']);
  const shapes = entriesOf(root.tables).map(([name, value]) => [name, tableShape(value)] as const);
  checkSize(new Map(shapes), caps);
  return new Map(shapes.map(([name, shape]) => [name, decodeTable(shape, caps)]));
}

interface TableShape {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, unknown>;
}

function tableShape(value: unknown): TableShape {
  const { rows, columns } = shaped(value, ['rows', 'columns']);
  ensure(typeof rows === 'number' && Number.isSafeInteger(rows) && rows >= 0, 'bundle_malformed', {
    fields: ['rows'],
  });
  return { rows, columns: new Map(entriesOf(columns)) };
}

function decodeTable(shape: TableShape, caps: BundleCaps): Table {
  const columns = new Map<string, Column>();
  for (const [name, encoded] of shape.columns) {
    const cells = decodeColumn(encoded, shape.rows);
    checkStrings(cells, caps);
    columns.set(name, cells);
  }
  return { rows: shape.rows, columns };
}

function checkSize(
  tables: ReadonlyMap<string, { rows: number; columns: ReadonlyMap<string, unknown> }>,
  caps: BundleCaps,
): void {
  let rows = 0;
  let cells = 0;
  for (const table of tables.values()) {
    rows += table.rows;
    cells += table.rows * table.columns.size;
  }
  const few = rows <= caps.rows && cells <= caps.cells;
  ensure(few, 'bundle_too_many_rows', { rows, limit: caps.rows });
}

function checkStrings(cells: Column, caps: BundleCaps): void {
  const short = cells.every((cell) => typeof cell !== 'string' || cell.length <= caps.stringLength);
  ensure(short, 'bundle_text_too_long', { limit: caps.stringLength });
}

function checkName(name: string): void {
  ensure(NAME.test(name), 'bundle_malformed', { fields: ['name'] });
}

function entriesOf(value: unknown): [string, unknown][] {
  ensure(isObject(value), 'bundle_malformed', { fields: ['payload'] });
  const entries = Object.entries(value);
  for (const [name] of entries) checkName(name);
  return entries;
}

/** An object with exactly these keys. */
function shaped(value: unknown, keys: readonly string[]): Record<string, unknown> {
  const fits = isObject(value) && Object.keys(value).sort().join() === [...keys].sort().join();
  ensure(fits, 'bundle_malformed', { fields: ['payload'] });
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Refusal('bundle_malformed', { fields: ['payload'] });
  }
}
