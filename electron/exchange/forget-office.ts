import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import type { Readable, Write } from '../store/handles.ts';

/** Where the rows of an office that begins anew lie, by the table of the bundle that lists them by id. */
const LISTED = [
  ['session', 'study_session', ''],
  ['round', 'inspection_round', ''],
  ['item', 'rectification_item', ''],
  ['unit', 'unit', ''],
  ['person', 'person', "AND purpose = 'attendance'"],
  ['filer', 'person', "AND purpose = 'selfInspection'"],
] as const;

/** Rows that hang on others, and come again whole with every full bundle; with what tells two of them apart. */
const DEPENDENT = { attendance: "session || '-' || person", filing: 'id', move: 'id' } as const;
/** What follows from other rows: nobody misses it. */
const DERIVED = ['attendance_summary', 'posting'] as const;

export interface Newcomer {
  readonly office: number;
  readonly tables: Tables;
  /** Why numbered items that the office no longer has may go; null while they may not. */
  readonly dropReason: string | null;
}

/**
 * Makes room for the first bundle of a new epoch, which is full: rows that the office no longer has would
 * otherwise stay for ever. Feedback stays; it is the group's own.
 * @param arrive puts the bundle's rows into the books
 * @returns what `arrive` returns, with the count of rows that were there before and are not any more
 * @throws Refusal `epoch_drops_items`: numbered items never vanish, so a person has to look at what was lost
 */
export function anew<Counts>(
  write: Write,
  newcomer: Newcomer,
  arrive: () => Counts,
): Counts & { dropped: number } {
  const { office, tables, dropReason } = newcomer;
  const lostItems = itemsLost(write, newcomer);
  ensure(lostItems === 0 || dropReason !== null, 'epoch_drops_items', { count: lostItems });
  if (lostItems > 0) write.record({ itemsDropped: lostItems, reason: dropReason });
  const gone = new Set(keysOf(write, office));
  for (const table of [...Object.keys(DEPENDENT), ...DERIVED]) {
    write.run(`DELETE FROM ${table} WHERE office = ?`, office);
  }
  const listed = LISTED.reduce((sum, list) => sum + dropUnlisted(write, office, tables, list), 0);
  const counts = arrive();
  if (gone.size > 0) for (const key of keysOf(write, office)) gone.delete(key);
  return { ...counts, dropped: listed + gone.size };
}

const UNLISTED = 'NOT IN (SELECT value FROM json_each(?))';

function itemsLost(db: Readable, { office, tables }: Newcomer): number {
  const row = db.get<{ rows: number }>(
    `SELECT count(*) AS rows FROM rectification_item WHERE office = ? AND deleted = 0 AND id ${UNLISTED}`,
    office,
    idsOf(tables, 'item'),
  );
  return row?.rows ?? 0;
}

function dropUnlisted(
  write: Write,
  office: number,
  tables: Tables,
  [name, table, only]: (typeof LISTED)[number],
): number {
  const ids = idsOf(tables, name);
  if (table === 'unit') letGoOf(write, office, ids);
  return write.run(`DELETE FROM ${table} WHERE office = ? ${only} AND id ${UNLISTED}`, office, ids).changes;
}

/** What stays may still point to a unit that goes; the bundle says where it belongs now. */
function letGoOf(write: Write, office: number, ids: string): void {
  const going = `(SELECT pk FROM unit WHERE office = ?1 AND id NOT IN (SELECT value FROM json_each(?2)))`;
  write.run(`UPDATE unit SET parent = NULL WHERE office = ?1 AND parent IN ${going}`, office, ids);
  write.run(`UPDATE rectification_item SET unit = NULL WHERE office = ?1 AND unit IN ${going}`, office, ids);
}

/** One by one: an office has 600,000 rows of attendance. */
function* keysOf(db: Readable, office: number): Generator<string> {
  for (const [table, key] of Object.entries(DEPENDENT)) {
    const rows = db.iterate<{ key: string }>(`SELECT ${key} AS key FROM ${table} WHERE office = ?`, office);
    for (const row of rows) yield `${table} ${row.key}`;
  }
}

/** Only texts: a NULL among them would make every row listed. */
function idsOf(tables: Tables, name: string): string {
  const ids = tables.get(name)?.columns.get('id') ?? [];
  return JSON.stringify(ids.filter((id) => typeof id === 'string'));
}
