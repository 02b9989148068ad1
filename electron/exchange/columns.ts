import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Cell, Column, Table } from '../bundle/tables.ts';

/** How one kind of value leaves as a cell and is checked when it arrives. */
export interface CellKind<Value> {
  pack(value: Value): Cell;
  /** undefined: not a value of this kind */
  unpack(cell: Cell): Value | undefined;
}

export type Columns<Row> = { readonly [Name in keyof Row]: CellKind<Row[Name]> };

const DAY_ZERO = calendarDate('2000-01-01');
const LAST_DAY = 72_000; // 2197, inside what calendarDate accepts
const FIRST_DAY = -36_000; // 1901

export const integer = (min: number, max: number): CellKind<number> => ({
  pack: (value) => value,
  unpack: (cell) => (typeof cell === 'number' && cell >= min && cell <= max ? cell : undefined),
});
export const flag = integer(0, 1);
export const revision = integer(0, Number.MAX_SAFE_INTEGER);

export const text = (max: number): CellKind<string> => ({
  pack: (value) => value,
  unpack: (cell) => (typeof cell === 'string' && cell.length <= max ? cell : undefined),
});

export const oneOf = <Value extends string>(values: readonly Value[]): CellKind<Value> => ({
  pack: (value) => value,
  unpack: (cell) => values.find((value) => value === cell),
});

/** A calendar date as days since 2000-01-01: neighbouring dates make small differences. */
export const day: CellKind<CalendarDate> = {
  pack: (value) => daysBetween(DAY_ZERO, value),
  unpack: (cell) =>
    typeof cell === 'number' && cell >= FIRST_DAY && cell <= LAST_DAY ? addDays(DAY_ZERO, cell) : undefined,
};

export const nullable = <Value>(kind: CellKind<Value>): CellKind<Value | null> => ({
  pack: (value) => (value === null ? null : kind.pack(value)),
  unpack: (cell) => (cell === null ? null : kind.unpack(cell)),
});

/** Rows as the columns of a bundle's table. */
export function packRows<Row extends object>(columns: Columns<Row>, rows: readonly Row[]): Table {
  const packed = new Map<string, Column>();
  for (const name of namesOf(columns)) {
    packed.set(
      name,
      rows.map((row) => columns[name].pack(row[name])),
    );
  }
  return { rows: rows.length, columns: packed };
}

/**
 * A table of an opened bundle as rows, every cell checked.
 * @throws Refusal `bundle_newer_register` for columns this version does not know or lacks,
 *   `bundle_row_invalid` with table, column and row number (from 1)
 */
export function unpackRows<Row extends object>(columns: Columns<Row>, name: string, table: Table): Row[] {
  const names = namesOf(columns);
  const known = names.length === table.columns.size && names.every((column) => table.columns.has(column));
  ensure(known, 'bundle_newer_register', { register: name });
  const unpacked = names.map((column) => unpackColumn(columns[column], name, column, table));
  return Array.from({ length: table.rows }, (_, index) => {
    const cells = names.map((column, at) => [column, unpacked[at]?.[index]]);
    return Object.fromEntries(cells) as Row;
  });
}

function unpackColumn<Value>(kind: CellKind<Value>, register: string, column: string, table: Table): Value[] {
  return (table.columns.get(column) ?? []).map((cell, index) => {
    const value = kind.unpack(cell);
    ensure(value !== undefined, 'bundle_row_invalid', { register, column, row: index + 1 });
    return value;
  });
}

function namesOf<Row extends object>(columns: Columns<Row>): (keyof Row & string)[] {
  return Object.keys(columns) as (keyof Row & string)[];
}
