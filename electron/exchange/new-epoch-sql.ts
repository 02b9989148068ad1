import type { Readable, Write } from '../store/handles.ts';

/** Where the rows of an office that begins anew lie, by the table of the bundle that lists them by id. */
export const LISTED = [
  ['session', 'study_session', ''],
  ['round', 'inspection_round', ''],
  ['item', 'rectification_item', ''],
  ['action', 'action_instance', ''],
  ['unit', 'unit', ''],
  ['person', 'person', "AND purpose = 'attendance'"],
  ['filer', 'person', "AND purpose = 'selfInspection'"],
] as const;

/** Rows that hang on others, and come again whole with every full bundle; with what tells two of them apart. */
const DEPENDENT = {
  attendance: "session || '-' || person",
  filing: 'id',
  move: 'id',
  campaign_version: 'id',
  institution: 'id',
  monthly_counter: 'id',
  period: 'id',
  evaluation_line: 'id',
  evaluation_order: 'id',
  evaluation: 'id',
  weekly_report: 'id',
} as const;
/** What follows from other rows: nobody misses it. */
const DERIVED = ['attendance_summary', 'posting'] as const;

const UNLISTED = 'NOT IN (SELECT value FROM json_each(?))';

/** @param listed JSON list of the ids that stay */
export function countItemsUnlisted(db: Readable, office: number, listed: string): number {
  const row = db.get<{ rows: number }>(
    `SELECT count(*) AS rows FROM rectification_item WHERE office = ? AND deleted = 0 AND id ${UNLISTED}`,
    office,
    listed,
  );
  return row?.rows ?? 0;
}

/** Names every row that hangs on others, one by one: an office has 600,000 rows of attendance. */
export function* dependentKeys(db: Readable, office: number): Generator<string> {
  for (const [table, key] of Object.entries(DEPENDENT)) {
    const rows = db.iterate<{ key: string }>(`SELECT ${key} AS key FROM ${table} WHERE office = ?`, office);
    for (const row of rows) yield `${table} ${row.key}`;
  }
}

export function deleteDependents(write: Write, office: number): void {
  for (const table of [...Object.keys(DEPENDENT), ...DERIVED]) {
    write.run(`DELETE FROM ${table} WHERE office = ?`, office);
  }
}

/**
 * @param listed JSON list of the ids that stay
 * @returns how many rows went
 */
export function deleteUnlisted(
  write: Write,
  office: number,
  [, table, only]: (typeof LISTED)[number],
  listed: string,
): number {
  if (table === 'unit') letGoOf(write, office, listed);
  return write.run(`DELETE FROM ${table} WHERE office = ? ${only} AND id ${UNLISTED}`, office, listed)
    .changes;
}

/** Rows that stay, and have no rev of their own, may have been touched at any time of this history. */
export function setStamps(write: Write, office: number, stamp: number): void {
  for (const table of ['unit', 'inspection_round', 'person'])
    write.run(`UPDATE ${table} SET rev = ?1 WHERE office = ?2 AND rev > ?1`, stamp, office);
}

/** What stays may still point to a unit that goes; the bundle says where it belongs now. */
function letGoOf(write: Write, office: number, listed: string): void {
  const going = `(SELECT pk FROM unit WHERE office = ?1 AND id NOT IN (SELECT value FROM json_each(?2)))`;
  write.run(`UPDATE unit SET parent = NULL WHERE office = ?1 AND parent IN ${going}`, office, listed);
  write.run(
    `UPDATE rectification_item SET unit = NULL WHERE office = ?1 AND unit IN ${going}`,
    office,
    listed,
  );
  write.run(`UPDATE action_instance SET unit = NULL WHERE office = ?1 AND unit IN ${going}`, office, listed);
}
