import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import type { Readable, Write } from '../store/handles.ts';
import { type Columns, unpackRows } from './columns.ts';
import { type FigureOfficeRow, type FigureRow, figureColumns, figureOfficeColumns } from './figure-tables.ts';
import { replaceReported, reportedFigures, reportedOffices } from './figures-sql.ts';
import { type Before, byFigure, byId, inOrder } from './row-order.ts';

export interface FigureCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that stood here and that the group has no more. */
  readonly dropped: number;
}

/**
 * Takes what a group reports in place of all that it reported before: its books here are those of its last bundle,
 * whatever came before it or did not.
 * @param group surrogate of the sender
 * @throws Refusal `bundle_row_invalid`, `bundle_newer_register`
 */
export function applyFigures(write: Write, group: number, tables: Tables): FigureCounts {
  const offices = rowsOf(tables, 'figureOffice', figureOfficeColumns, byId);
  const figures = rowsOf(tables, 'figure', figureColumns, byFigure);
  checkOffices(offices);
  checkFigures(figures, offices);
  const before = heldRows(write, group);
  const now = keyed(offices, figures);
  replaceReported(write, group, offices, figures);
  const fates = [...now].map(([key, row]) => fateOf(before.get(key), row));
  const count = (fate: string) => fates.filter((one) => one === fate).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    dropped: [...before.keys()].filter((key) => !now.has(key)).length,
  };
}

function rowsOf<Row extends object>(
  tables: Tables,
  name: string,
  columns: Columns<Row>,
  before: Before<Row>,
): readonly Row[] {
  const table = tables.get(name);
  return table ? inOrder(name, unpackRows(columns, name, table), before) : [];
}

function checkOffices(offices: readonly FigureOfficeRow[]): void {
  const byIds = new Map(offices.map((row) => [row.id, row]));
  for (const [at, row] of offices.entries()) {
    const told = [row.asOf, row.sequence, row.head].filter((value) => value !== null).length;
    wants(told === 0 || told === 3, 'figureOffice', 'asOf', at);
    wants(isBelowSender(row, byIds), 'figureOffice', 'parent', at);
  }
}

/** Its parents are groups of the same bundle, up to one that reports to the sender itself. */
function isBelowSender(row: FigureOfficeRow, byIds: ReadonlyMap<string, FigureOfficeRow>): boolean {
  const passed = new Set<string>();
  for (let one = row; one.parent !== null; ) {
    const parent = byIds.get(one.parent);
    if (parent?.kind !== 'group' || passed.has(one.id)) return false;
    passed.add(one.id);
    one = parent;
  }
  return true;
}

function checkFigures(figures: readonly FigureRow[], offices: readonly FigureOfficeRow[]): void {
  const counted = new Set(
    offices.filter(({ kind, asOf }) => kind === 'office' && asOf !== null).map(({ id }) => id),
  );
  for (const [at, { of, numerator, denominator }] of figures.entries()) {
    wants(counted.has(of), 'figure', 'of', at);
    wants(numerator <= denominator, 'figure', 'numerator', at);
  }
}

function wants(fits: boolean, register: string, column: string, at: number): void {
  ensure(fits, 'bundle_row_invalid', { register, column, row: at + 1 });
}

function heldRows(db: Readable, group: number): ReadonlyMap<string, string> {
  return keyed(reportedOffices(db, group), reportedFigures(db, group));
}

function keyed(
  offices: readonly FigureOfficeRow[],
  figures: readonly FigureRow[],
): ReadonlyMap<string, string> {
  const office = ({ id, parent, kind, code, name, asOf, sequence, head }: FigureOfficeRow) =>
    [id, JSON.stringify([parent, kind, code, name, asOf, sequence, head])] as const;
  const figure = ({ of, figure: name, numerator, denominator }: FigureRow) =>
    [`${of} ${name}`, `${numerator}/${denominator}`] as const;
  return new Map([...offices.map(office), ...figures.map(figure)]);
}

function fateOf(held: string | undefined, row: string): 'added' | 'changed' | 'unchanged' {
  if (held === undefined) return 'added';
  return held === row ? 'unchanged' : 'changed';
}
