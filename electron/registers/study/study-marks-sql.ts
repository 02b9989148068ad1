import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { COUNTED_ON_DAY } from './study-attendance-sql.ts';
import { markCode } from './study-summary-sql.ts';

const ASKED = (table: 'unit' | 'person') => `
  SELECT ${table}.pk FROM json_each(?) AS asked
  CROSS JOIN ${table} ON ${table}.office = ? AND ${table}.id = asked.value`;

/** UNION takes a unit once, however many of the named ones lie above it. */
export const AMONG = {
  units: `AND posting.unit IN (
    WITH RECURSIVE named (pk) AS (
      ${ASKED('unit')} UNION SELECT child.pk FROM named JOIN unit AS child ON child.parent = named.pk)
    SELECT pk FROM named)`,
  people: `AND posting.person IN (${ASKED('person')})`,
} as const;

/**
 * Writes the list of expected people, each once, with the unit of the day.
 * @param among units with their sub-units, or people, by id; everybody when null
 * @returns how many people are on the list
 */
export function freezeList(
  write: Write,
  session: number,
  day: CalendarDate,
  among: { readonly kind: keyof typeof AMONG; readonly ids: readonly string[] } | null,
): number {
  const { changes } = write.run(
    `INSERT INTO attendance (office, session, person, unit, rev, changed_by, changed_at)
     SELECT posting.office, ?, posting.person, posting.unit, ?, ?, ?
     ${COUNTED_ON_DAY} ${among ? AMONG[among.kind] : ''} ORDER BY posting.person`,
    session,
    ...stamp(write),
    write.office,
    day,
    day,
    ...(among ? [JSON.stringify(among.ids), write.office] : []),
  );
  return changes;
}

/** What a mark makes of a row. */
export interface MarkColumns {
  readonly mark: number;
  readonly reason: string | null;
  readonly batch: number;
  readonly makeup: number;
  /** The make-up that stood there was dated and is no more. */
  readonly forgetsMakeup: boolean;
}

/** Sets the same columns in the rows of these people (pks); one statement for all of them. */
export function setMark(
  write: Write,
  session: number,
  columns: MarkColumns,
  people: readonly number[],
): void {
  // naming makeup_on costs half as much again even where it is NULL before and after: its index is looked at
  const forget = columns.forgetsMakeup ? ', makeup_on = NULL, makeup_document = NULL' : '';
  write.run(
    `UPDATE attendance SET mark = ?, reason = ?, batch = ?, makeup = ?, rev = ?, changed_by = ?, changed_at = ? ${forget}
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    columns.mark,
    columns.reason,
    columns.batch,
    columns.makeup,
    ...stamp(write),
    write.office,
    session,
    JSON.stringify(people),
  );
}

/** Values: office, session. */
export const UNMARKED = `office = ? AND session = ? AND deleted = 0 AND mark = ${markCode('unmarked')}`;

export function unitsUnmarked(db: Readable, office: number, session: number): number[] {
  const rows = db.all<{ unit: number }>(
    `SELECT DISTINCT unit FROM attendance WHERE ${UNMARKED}`,
    office,
    session,
  );
  return rows.map((row) => row.unit);
}

/** Marks everybody still 未登记. @returns how many they were */
export function markUnmarked(write: Write, session: number, mark: number): number {
  const { changes } = write.run(
    `UPDATE attendance SET mark = ?, rev = ?, changed_by = ?, changed_at = ? WHERE ${UNMARKED}`,
    mark,
    ...stamp(write),
    write.office,
    session,
  );
  return changes;
}

export interface MakeupColumns {
  readonly makeup: number;
  readonly on: CalendarDate | null;
  readonly document: string | null;
}

/** Sets the same make-up in the rows of these people (pks). */
export function setMakeup(
  write: Write,
  session: number,
  columns: MakeupColumns,
  people: readonly number[],
): void {
  write.run(
    `UPDATE attendance SET makeup = ?, makeup_on = ?, makeup_document = ?,
       rev = ?, changed_by = ?, changed_at = ?
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    columns.makeup,
    columns.on,
    columns.document,
    ...stamp(write),
    write.office,
    session,
    JSON.stringify(people),
  );
}

/** Sets the state alone: what was recorded of the make-up stands. */
export function setMakeupState(
  write: Write,
  session: number,
  makeup: number,
  people: readonly number[],
): void {
  write.run(
    `UPDATE attendance SET makeup = ?, rev = ?, changed_by = ?, changed_at = ?
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    makeup,
    ...stamp(write),
    write.office,
    session,
    JSON.stringify(people),
  );
}

/** rev, changed_by, changed_at; attendance keeps its instant as seconds since 1970. */
export function stamp(write: Write): [rev: number, account: number, at: number] {
  return [write.rev, write.account, Math.floor(Date.parse(write.at) / 1000)];
}
