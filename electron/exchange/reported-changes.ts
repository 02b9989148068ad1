import { sumFigures } from '../../shared/rules/figures.ts';
import type { OpenedBundle } from '../bundle/bundle.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import type { Rates } from '../registers/figures/office-figures.ts';
import { type Columns, unpackRows } from './columns.ts';
import { figureColumns, figureOfficeColumns, REPORTED_FIGURES } from './figure-tables.ts';
import { ratesOf } from './figures-sql.ts';

export type GroupReport = Pick<OpenedBundle, 'manifest' | 'tables'>;

/** Columns that tell two rows of a table apart. */
const KEYS = { figureOffice: ['id'], figure: ['of', 'figure'] } as const;

/** How many rows of each table came, changed or went from one report of a group to another: each brings all ([X99]). */
export function reportedChanges(before: GroupReport, after: GroupReport) {
  return Object.entries(KEYS).map(([register, key]) => {
    const [then, now] = [keyed(before.tables.get(register), key), keyed(after.tables.get(register), key)];
    const fates = [...now].map(([id, row]) => fateOf(then.get(id), row));
    return {
      register,
      added: fates.filter((fate) => fate === 'added').length,
      changed: fates.filter((fate) => fate === 'changed').length,
      deleted: [...then.keys()].filter((id) => !now.has(id)).length,
      before: then.size,
      after: now.size,
    };
  });
}

/**
 * A group's rates as one of its reports has them: the sums over those of its offices whose figures are of the very
 * day that the report states ([X100]).
 * @throws Refusal `bundle_row_invalid`, `bundle_newer_register`
 */
export function reportedRates({ manifest, tables }: GroupReport): Rates {
  const offices = rowsOf(tables, 'figureOffice', figureOfficeColumns);
  const figures = Map.groupBy(rowsOf(tables, 'figure', figureColumns), ({ of }) => of);
  const counted = offices.filter(({ kind, asOf }) => kind === 'office' && asOf === manifest.period.asOf);
  return sumFigures(
    REPORTED_FIGURES,
    counted.map(({ id }) => ratesOf(figures.get(id) ?? [])),
  );
}

function keyed(table: Table | undefined, key: readonly string[]): ReadonlyMap<string, string> {
  const columns = [...(table?.columns ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(
    Array.from({ length: table?.rows ?? 0 }, (_, row) => [
      key.map((name) => table?.columns.get(name)?.[row]).join(' '),
      JSON.stringify(columns.map(([name, cells]) => [name, cells[row]])),
    ]),
  );
}

function fateOf(then: string | undefined, now: string): 'added' | 'changed' | 'unchanged' {
  if (then === undefined) return 'added';
  return then === now ? 'unchanged' : 'changed';
}

function rowsOf<Row extends object>(tables: Tables, name: string, columns: Columns<Row>): readonly Row[] {
  const table = tables.get(name);
  return table ? unpackRows(columns, name, table) : [];
}
