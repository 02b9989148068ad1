import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import type { Write } from '../store/handles.ts';

/** Where the rows of an office that begins anew lie, by the table of the bundle that lists them by id. */
const LISTED = [
  ['session', 'study_session', ''],
  ['round', 'inspection_round', ''],
  ['item', 'rectification_item', ''],
  ['unit', 'unit', ''],
  ['person', 'person', "AND purpose = 'attendance'"],
  ['filer', 'person', "AND purpose = 'selfInspection'"],
] as const;

/** Rows that hang on others, and come again whole with every full bundle. */
const DEPENDENT = ['attendance', 'attendance_summary', 'posting', 'filing', 'move'] as const;

/**
 * Makes room for the first bundle of a new epoch, which is full: rows that the office no longer has would
 * otherwise stay for ever. Feedback stays; it is the group's own.
 * @throws Refusal `epoch_drops_items`: numbered items never vanish, so a person has to look at what was lost
 */
export function forgetOffice(
  write: Write,
  arrival: { readonly office: number; readonly tables: Tables },
): void {
  const { office, tables } = arrival;
  const lostItems = missing(write, office, 'rectification_item', '', idsOf(tables, 'item'));
  ensure(lostItems === 0, 'epoch_drops_items', { count: lostItems });
  for (const table of DEPENDENT) write.run(`DELETE FROM ${table} WHERE office = ?`, office);
  for (const [name, table, only] of LISTED) {
    write.run(
      `DELETE FROM ${table} WHERE office = ? ${only} AND id NOT IN (SELECT value FROM json_each(?))`,
      office,
      idsOf(tables, name),
    );
  }
}

function missing(write: Write, office: number, table: string, only: string, ids: string): number {
  const row = write.get<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${table}
     WHERE office = ? ${only} AND deleted = 0 AND id NOT IN (SELECT value FROM json_each(?))`,
    office,
    ids,
  );
  return row?.rows ?? 0;
}

function idsOf(tables: Tables, name: string): string {
  return JSON.stringify(tables.get(name)?.columns.get('id') ?? []);
}
