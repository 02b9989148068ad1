import type { RowChange } from '../../shared/vocabulary/oversight-words.ts';
import type { OpenedBundle } from '../bundle/bundle.ts';
import type { Cell } from '../bundle/column-encoding.ts';
import type { Table } from '../bundle/tables.ts';
import type { Advance } from '../store/advance.ts';
import type { Holding } from './columns.ts';
import { listsWith, NO_LISTS, type OfficeLists } from './loaded-rows.ts';
import {
  CATALOGUE,
  listOf,
  RANKED_LISTS,
  type RankedListName,
  type ReportTable,
} from './report-catalogue.ts';

/** What a row says beside its key, its rev and whether it was deleted, in the order of `toldColumns`. */
export type Told = readonly string[];

/** A row that came, changed or went; null: it was not there, or is no more. */
export interface RowChanged {
  readonly key: readonly string[];
  readonly before: Told | null;
  readonly after: Told | null;
}

export interface TableChanged {
  readonly table: string;
  /** Rows that stood there, and that stand there now. */
  readonly before: number;
  readonly after: number;
  readonly rows: Iterable<RowChanged>;
  readonly counts: { readonly added: number; readonly changed: number; readonly deleted: number };
}

/** What became of feedback is said to us, and is no row of a register. */
const TABLES = Object.entries(CATALOGUE).filter(([name]) => name !== 'feedbackOutcome');

/** Columns of which a change is one of the row: a rev alone says nothing to people. */
function toldColumns({ columns, key }: Pick<ReportTable, 'columns' | 'key'>): string[] {
  return Object.keys(columns).filter((column) => !key.includes(column) && !SILENT.has(column));
}

const SILENT: ReadonlySet<string> = new Set(['rev', 'deleted']);

/**
 * Bundles of one office in the order in which they were taken in, read one after another without a database; what
 * they changed after the one at `through`.
 * Places in lists are counted anew over all the bundles at hand, so that rows of two of them can be compared.
 */
export async function replay(
  bundles: readonly OpenedBundle[],
  through: number,
  advance?: Advance,
): Promise<TableChanged[]> {
  const places = placesIn(bundles);
  const tables = TABLES.map(([name, catalogued]) => new ReplayedTable(name, catalogued));
  let lists = NO_LISTS;
  for (const [at, bundle] of bundles.entries()) {
    await advance?.('compare', at, bundles.length);
    lists = listsWith(lists, bundle);
    const arrival = { bundle, place: placing(lists, places), anew: bundle.manifest.full };
    for (const table of tables) table.take(arrival);
    if (at === through) for (const table of tables) table.watch();
  }
  return tables.map((table) => table.changed());
}

type Places = ReadonlyMap<RankedListName, ReadonlyMap<string, number>>;

/** Every id that any of the bundles brings, in order. */
function placesIn(bundles: readonly OpenedBundle[]): Places {
  return new Map(
    RANKED_LISTS.map((list) => {
      const ids = bundles.flatMap(({ tables }) =>
        Array.from(tables.get(list)?.columns.get('id') ?? [], String),
      );
      return [list, new Map([...new Set(ids)].sort().map((id, place) => [id, place]))];
    }),
  );
}

/** From what one bundle says to the places of all. */
interface Placing {
  ofRank(list: RankedListName, rank: number): number;
  ofId(list: RankedListName, id: Cell): number;
}

function placing(lists: OfficeLists, places: Places): Placing {
  const ofId = (list: RankedListName, id: Cell) => places.get(list)?.get(String(id)) ?? -1;
  const byRank = new Map(
    RANKED_LISTS.map((list) => [list, Int32Array.from(lists[list], (id) => ofId(list, id))]),
  );
  return { ofId, ofRank: (list, rank) => byRank.get(list)?.[rank] ?? -1 };
}

interface Arrived {
  readonly bundle: OpenedBundle;
  readonly place: Placing;
  /** A full one, as the first of an epoch is: what it does not list is gone. */
  readonly anew: boolean;
}

/** The rows of one table, and since it is watched, what they were before. */
class ReplayedTable {
  readonly #name: string;
  readonly #catalogued: ReportTable;
  readonly #rows = new Map<string, string>();
  #before: Map<string, string | undefined> | null = null;
  #countBefore = 0;

  constructor(name: string, catalogued: ReportTable) {
    this.#name = name;
    this.#catalogued = catalogued;
  }

  watch(): void {
    this.#before = new Map();
    this.#countBefore = this.#rows.size;
  }

  take(arrived: Arrived): void {
    if (arrived.anew) for (const key of [...this.#rows.keys()]) this.#put(key, undefined);
    this.#dropWhole(arrived);
    const table = arrived.bundle.tables.get(this.#name);
    if (table) this.#putRows(table, arrived.place);
  }

  changed(): TableChanged {
    const counts = { added: 0, changed: 0, deleted: 0 };
    for (const [, before, after] of this.#differing()) counts[changeOf(before, after)] += 1;
    const rows = this.#changedRows.bind(this);
    return {
      ...{ table: this.#name, before: this.#countBefore, after: this.#rows.size, counts },
      rows: { [Symbol.iterator]: rows },
    };
  }

  *#changedRows(): Generator<RowChanged> {
    for (const [key, before, after] of this.#differing())
      yield { key: cut(key), before: told(before), after: told(after) };
  }

  *#differing(): Generator<[key: string, before: string | null, after: string | null]> {
    for (const [key, before] of this.#before ?? []) {
      const after = this.#rows.get(key);
      if (before !== after) yield [key, before ?? null, after ?? null];
    }
  }

  /** Memberships come whole with their person and replace all that there were. */
  #dropWhole({ bundle, place }: Arrived): void {
    const { wholeWith, lists } = this.#catalogued;
    if (wholeWith === undefined) return;
    const list = listOf(lists, wholeWith);
    const brought = bundle.tables.get(list)?.columns.get('id') ?? [];
    const touched = new Set(Array.from(brought, (id) => String(place.ofId(list, id))));
    for (const key of [...this.#rows.keys()]) if (touched.has(cut(key)[0] ?? '')) this.#put(key, undefined);
  }

  #putRows(table: Table, place: Placing): void {
    const keyAt = this.#joining(this.#catalogued.key, table, place);
    const toldAt = this.#joining(toldColumns(this.#catalogued), table, place);
    const deleted = table.columns.get('deleted');
    for (let row = 0; row < table.rows; row += 1)
      this.#put(keyAt(row), deleted?.[row] === 1 ? undefined : toldAt(row));
  }

  #joining(names: readonly string[], table: Table, place: Placing): (row: number) => string {
    const { columns, lists } = this.#catalogued;
    const cells = names.map((name) => {
      const column = table.columns.get(name);
      if (!column) return () => NONE;
      if (columns[name]?.holds !== 'rank') return (row: number) => textOf(column[row] ?? null);
      const list = listOf(lists, name);
      return (row: number) => {
        const rank = column[row] ?? null;
        return textOf(rank === null ? null : place.ofRank(list, Number(rank)));
      };
    });
    const [first = () => NONE, ...rest] = cells;
    return (row) => {
      let joined = first(row);
      for (const cell of rest) joined += CUT + cell(row);
      return joined;
    };
  }

  #put(key: string, value: string | undefined): void {
    const held = this.#rows.get(key);
    if (held === value) return;
    if (this.#before && !this.#before.has(key)) this.#before.set(key, held);
    if (value === undefined) this.#rows.delete(key);
    else this.#rows.set(key, value);
  }
}

/** Between the values of a row, and in place of one that is not there. */
const CUT = '\u001f';
const NONE = '\u0000';

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell.includes(CUT) ? cell.replaceAll(CUT, ' ') : cell;
  return cell === null ? NONE : String(cell);
}

function cut(joined: string): string[] {
  return joined.split(CUT);
}

function told(joined: string | null): Told | null {
  return joined === null ? null : cut(joined);
}

/** @param before null: it was not there; one of the two is there */
export function changeOf(before: unknown, after: unknown): RowChange {
  if (before === null) return 'added';
  return after === null ? 'deleted' : 'changed';
}

/** A value of a row by the name of its column, as the register has it; null: it has none. */
export function cellValue(
  { columns, key }: Pick<ReportTable, 'columns' | 'key'>,
  row: Told,
  column: string,
): unknown {
  const text = row[toldColumns({ columns, key }).indexOf(column)];
  const kind = columns[column];
  if (text === undefined || text === NONE || !kind) return null;
  return kind.unpack(TEXTS.has(kind.holds) ? text : Number(text)) ?? null;
}

const TEXTS: ReadonlySet<Holding> = new Set(['text', 'uuid', 'json']);
