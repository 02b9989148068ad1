import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { OpenedBundle } from '../bundle/bundle.ts';
import type { Cell } from '../bundle/column-encoding.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import { unpackRows } from './columns.ts';
import { copyText, isStorable } from './copy-text.ts';
import { BUNDLE_TABLE } from './load-schema-sql.ts';
import { fileOf } from './load-script-sql.ts';
import { compareRanks, rankedList } from './ranks.ts';
import {
  CATALOGUE,
  listOf,
  RANKED_LISTS,
  type RankedListName,
  type ReportTable,
} from './report-catalogue.ts';
import { rankCheckColumns } from './report-tables.ts';

/** A stretch of one of the files. */
export interface FilePiece {
  readonly file: string;
  readonly text: string;
}

/** The ids that ranks of one office stand for, up to its bundle read last. */
export type OfficeLists = Readonly<Record<RankedListName, readonly string[]>>;

export const NO_LISTS: OfficeLists = { unit: [], person: [], session: [], round: [], filer: [] };

/**
 * The lists with what a bundle adds to them.
 * @throws Refusal `bundle_base_mismatch` where they are not those that its ranks count
 */
export function listsWith(held: OfficeLists, { manifest, tables }: OpenedBundle): OfficeLists {
  const grownBy = (list: RankedListName) => {
    const brought = Array.from(tables.get(list)?.columns.get('id') ?? [], String);
    return [...new Set(manifest.full ? brought : [...held[list], ...brought])].sort();
  };
  const grown: OfficeLists = {
    unit: grownBy('unit'),
    person: grownBy('person'),
    session: grownBy('session'),
    round: grownBy('round'),
    filer: grownBy('filer'),
  };
  const check = tables.get('rankCheck');
  compareRanks(
    check ? unpackRows(rankCheckColumns, 'rankCheck', check) : [],
    RANKED_LISTS.map((list) =>
      rankedList(
        list,
        grown[list].map((id, pk) => ({ pk, id })),
      ),
    ),
  );
  return grown;
}

/** Of rows that were checked. @throws Refusal `bundle_row_invalid` for a text that the database does not take */
export function refuseUnstorable(tables: Tables): void {
  for (const [register, { columns }, table] of cataloguedTables(tables))
    for (const [column, { holds }] of Object.entries(columns)) {
      if (holds !== 'text' && holds !== 'json') continue;
      const row = table.columns.get(column)?.findIndex((cell) => !isStorable(holds, cell)) ?? -1;
      ensure(row < 0, 'bundle_row_invalid', { register, column, row: row + 1 });
    }
}

/** Checked rows of an office's bundle as lines of the files of their tables, with ids in place of ranks. */
export function* rowPieces({ manifest, tables }: OpenedBundle, lists: OfficeLists): Generator<FilePiece> {
  const from = [manifest.sender.officeId, manifest.epoch.counter, manifest.sequence].join('\t');
  for (const [name, catalogued, table] of cataloguedTables(tables)) {
    const texts = cellTexts(name, catalogued, table, lists);
    const file = `${name}.copy`;
    let text = '';
    for (let row = 0; row < table.rows; row += 1) {
      text += from;
      if (catalogued.ordered) text += `\t${row + 1}`;
      for (const cell of texts) text += `\t${cell(row)}`;
      text += '\n';
      if (text.length < PIECE_LENGTH) continue;
      yield { file, text };
      text = '';
    }
    if (text !== '') yield { file, text };
  }
}

/** UTF-16 units: a full bundle of 600,000 marks is more text than a call's answer should hold. */
const PIECE_LENGTH = 500_000;

/** The line of the bundle itself. */
export function bundlePiece({ manifest, hash }: OpenedBundle, code: string): FilePiece {
  const { sender, epoch, sequence, baseRev, headRev, full, period } = manifest;
  const values: Readonly<Record<string, string | number>> = {
    ...{ office: sender.officeId, epoch: epoch.counter, sequence, epochId: epoch.id, hash, baseRev, headRev },
    ...{ full: full ? 't' : 'f', asOf: period.asOf, code, name: sender.name },
  };
  const cells = BUNDLE_TABLE.columns.map(({ name }) => copyText('text', values[name] ?? null));
  return { file: fileOf(BUNDLE_TABLE), text: `${cells.join('\t')}\n` };
}

type CellText = (row: number) => string;

function cellTexts(name: string, catalogued: ReportTable, table: Table, lists: OfficeLists): CellText[] {
  return Object.entries(catalogued.columns).map(([column, kind]) => {
    const cells = table.columns.get(column) ?? [];
    const valueAt = (row: number) => kind.unpack(cells[row] ?? null);
    if (kind.holds !== 'rank') return (row) => copyText(kind.holds, valueAt(row));
    const ids = lists[listOf(catalogued.lists, column)];
    return (row) => idAt(ids, name, cells[row] ?? null);
  });
}

function idAt(ids: readonly string[], register: string, rank: Cell): string {
  if (rank === null) return '\\N';
  const id = ids[Number(rank)];
  ensure(id !== undefined, 'bundle_row_invalid', { register });
  return id;
}

function cataloguedTables(tables: Tables): [string, ReportTable, Table][] {
  return Object.entries(CATALOGUE).flatMap(([name, catalogued]) => {
    const table = tables.get(name);
    return table ? [[name, catalogued, table] as [string, ReportTable, Table]] : [];
  });
}
