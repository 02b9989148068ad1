import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Cell, Column } from '../bundle/column-encoding.ts';
import type { Table } from '../bundle/tables.ts';

/**
 * What the values of a kind are, for whoever keeps them elsewhere and has a type for each: whole numbers of 16, 31
 * and 53 bits, places in another list (`rank`), texts of several forms.
 */
export type Holding =
  | 'small'
  | 'whole'
  | 'large'
  | 'rank'
  | 'flag'
  | 'day'
  | 'month'
  | 'text'
  | 'uuid'
  | 'json';

/** How one kind of value leaves as a cell and is checked when it arrives. */
export interface CellKind<Value> {
  readonly holds: Holding;
  /** A row may be without it. */
  readonly optional?: true;
  /** A table may be without the column: then no row has a value. */
  readonly leftOut?: true;
  /** All that it can be. */
  readonly words?: readonly string[];
  pack(value: Value): Cell;
  /** undefined: not a value of this kind */
  unpack(cell: Cell): Value | undefined;
  /** A cell is the value itself, so that a column of many rows need not be copied. */
  readonly same?: true;
}

export type Columns<Row> = { readonly [Name in keyof Row]: CellKind<Row[Name]> };

const DAY_ZERO = calendarDate('2000-01-01');
/** The days that a calendar date can be. */
const FIRST_DAY = daysBetween(DAY_ZERO, calendarDate('1900-01-01'));
const LAST_DAY = daysBetween(DAY_ZERO, calendarDate('2199-12-31'));

/** A whole number from `min` to `max`, both included. */
export const integer = (min: number, max: number): CellKind<number> => ({
  holds: sizeOf(Math.max(-min, max)),
  pack: (value) => value,
  unpack: (cell) => (typeof cell === 'number' && cell >= min && cell <= max ? cell : undefined),
  same: true,
});
export const flag: CellKind<number> = { ...integer(0, 1), holds: 'flag' };
export const revision = integer(0, Number.MAX_SAFE_INTEGER);

/** Any text of up to `max` UTF-16 units, the empty one too. */
export const text = (max: number): CellKind<string> => ({
  holds: 'text',
  pack: (value) => value,
  unpack: (cell) => (typeof cell === 'string' && cell.length <= max ? cell : undefined),
});

/** A word of a list, sent as itself. */
export const oneOf = <Value extends string>(values: readonly Value[]): CellKind<Value> => ({
  holds: 'text',
  words: values,
  pack: (value) => value,
  unpack: (cell) => values.find((value) => value === cell),
});

/** A calendar date as days since 2000-01-01: neighbouring dates make small differences. */
export const day: CellKind<CalendarDate> = {
  holds: 'day',
  pack: (value) => daysBetween(DAY_ZERO, value),
  unpack: (cell) =>
    typeof cell === 'number' && cell >= FIRST_DAY && cell <= LAST_DAY ? addDays(DAY_ZERO, cell) : undefined,
};

export const nullable = <Value>(kind: CellKind<Value>): CellKind<Value | null> => ({
  holds: kind.holds,
  optional: true,
  ...(kind.words && { words: kind.words }),
  pack: (value) => (value === null ? null : kind.pack(value)),
  unpack: (cell) => (cell === null ? null : kind.unpack(cell)),
});

/**
 * A column that came to a table later: it is written only where some row has a value, and bundles without it are
 * read as before.
 */
export const optional = <Value>(kind: CellKind<Value>): CellKind<Value | null> => ({
  ...nullable(kind),
  leftOut: true,
});

/** The values of a column: a list, or numbers in a place of their own. */
export type Values<Value> = ArrayLike<Value> & Iterable<Value>;

/** Many rows without an object for each: all columns are of one length. */
export type ListsByColumn<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] };
type ValuesByColumn<Row> = { readonly [Name in keyof Row]: Values<Row[Name]> };

/** Rows as the columns of a bundle's table. */
export function packRows<Row extends object>(columns: Columns<Row>, rows: readonly Row[]): Table {
  const packed = new Map<string, Column>();
  for (const name of namesOf(columns)) {
    const cells = rows.map((row) => columns[name].pack(row[name]));
    if (isWritten(columns[name], cells)) packed.set(name, cells);
  }
  return { rows: rows.length, columns: packed };
}

/** The same for values that already stand column by column. */
export function packColumns<Row extends object>(columns: Columns<Row>, values: ListsByColumn<Row>): Table {
  const packed = new Map<string, Column>();
  let rows = 0;
  for (const name of namesOf(columns)) {
    const cells = packColumn(columns[name], values[name]);
    if (isWritten(columns[name], cells)) packed.set(name, cells);
    rows = values[name].length;
  }
  return { rows, columns: packed };
}

function isWritten({ leftOut }: Pick<CellKind<never>, 'leftOut'>, cells: Column): boolean {
  return !leftOut || cells.some((cell) => cell !== null);
}

function packColumn<Value>(kind: CellKind<Value>, values: readonly Value[]): Column {
  return kind.same ? (values as Column) : values.map((value) => kind.pack(value));
}

/**
 * A table of an opened bundle as rows, every cell checked.
 * @throws Refusal `bundle_newer_register` for columns this version does not know or lacks,
 *   `bundle_row_invalid` with table, column and row number (from 1)
 */
export function unpackRows<Row extends object>(columns: Columns<Row>, name: string, table: Table): Row[] {
  const values = unpackColumns(columns, name, table);
  const names = namesOf(columns);
  return Array.from({ length: table.rows }, (_, index) => {
    const row: Partial<Row> = {};
    for (const column of names) row[column] = values[column][index] as Row[typeof column];
    return row as Row;
  });
}

/** The same column by column, for tables of many rows. @throws Refusal as `unpackRows` */
export function unpackColumns<Row extends object>(
  columns: Columns<Row>,
  name: string,
  table: Table,
): ValuesByColumn<Row> {
  const names = namesOf(columns);
  const present = names.filter((column) => table.columns.has(column));
  const whole = names.every((column) => columns[column].leftOut || table.columns.has(column));
  ensure(whole && present.length === table.columns.size, 'bundle_newer_register', { register: name });
  const values: { [Name in keyof Row]?: Values<Row[Name]> } = {};
  for (const column of names) values[column] = unpackColumn(columns[column], name, column, table);
  return values as ValuesByColumn<Row>;
}

function unpackColumn<Value>(
  kind: CellKind<Value>,
  register: string,
  column: string,
  table: Table,
): Values<Value> {
  const cells = table.columns.get(column) ?? Array.from({ length: table.rows }, () => null);
  const unpack = (cell: Cell, index: number): Value => {
    const value = kind.unpack(cell);
    // no `ensure`: the detail would be an object for each of millions of cells
    if (value === undefined) throw new Refusal('bundle_row_invalid', { register, column, row: index + 1 });
    return value;
  };
  if (kind.same) {
    for (let index = 0; index < table.rows; index += 1) unpack(cells[index] ?? null, index);
    return cells as Iterable<unknown> as Values<Value>;
  }
  const values = new Array<Value>(table.rows);
  for (let index = 0; index < table.rows; index += 1) values[index] = unpack(cells[index] ?? null, index);
  return values;
}

function sizeOf(most: number): Holding {
  if (most < 2 ** 15) return 'small';
  return most < 2 ** 31 ? 'whole' : 'large';
}

function namesOf<Row extends object>(columns: Columns<Row>): (keyof Row & string)[] {
  return Object.keys(columns) as (keyof Row & string)[];
}
