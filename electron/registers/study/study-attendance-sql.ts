import { needsReason } from '../../../shared/rules/attendance.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES, MARKS } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { markCode } from './study-summary-sql.ts';

export interface AttendanceRow {
  readonly person: number;
  readonly person_id: string;
  readonly unit: number;
  readonly mark: number;
  readonly reason: string | null;
  readonly makeup: number;
  readonly makeup_on: CalendarDate | null;
  readonly makeup_document: string | null;
  readonly rev: number;
  readonly changed_by: number;
}

export interface ListedRow extends AttendanceRow {
  readonly name: string | null;
  readonly unit_id: string;
  readonly unit_name: string;
}

/**
 * E, and who can be expected: people with a counted posting on a day, which is before `until_on`.
 * Values: office, day, day.
 */
export const COUNTED_ON_DAY = `
  FROM posting JOIN person ON person.pk = posting.person
  WHERE posting.office = ? AND posting.deleted = 0 AND person.deleted = 0
    AND (person.purpose IS NULL OR person.purpose = 'attendance')
    AND posting.status IN (${COUNTED_STATUSES.map((status) => `'${status}'`).join(', ')})
    AND posting.from_on <= ? AND (posting.until_on IS NULL OR posting.until_on > ?)`;

const ASKED = (table: 'unit' | 'person') => `
  SELECT ${table}.pk FROM json_each(?) AS asked
  CROSS JOIN ${table} ON ${table}.office = ? AND ${table}.id = asked.value`;

/** UNION takes a unit once, however many of the named ones lie above it. */
const AMONG = {
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

const ROW = `person.id AS person_id, attendance.person, attendance.unit, attendance.mark, attendance.reason,
  attendance.makeup, attendance.makeup_on, attendance.makeup_document, attendance.rev, attendance.changed_by`;

/** The rows of the people asked for, by their ids; who is not on the list has none. */
export function rowsOfPeople(
  db: Readable,
  office: number,
  session: number,
  people: readonly string[],
): AttendanceRow[] {
  return db.all<AttendanceRow>(
    `SELECT ${ROW} FROM json_each(?) AS asked
     CROSS JOIN person ON person.office = ? AND person.id = asked.value
     CROSS JOIN attendance
       ON attendance.office = ? AND attendance.session = ? AND attendance.person = person.pk
     WHERE attendance.deleted = 0`,
    JSON.stringify(people),
    office,
    office,
    session,
  );
}

/** One page of a session's list: by unit, then by person, order numbers first. */
export function listPage(
  db: Readable,
  office: number,
  session: number,
  unit: number | null,
  page: { readonly offset: number; readonly limit: number },
): ListedRow[] {
  return db.all<ListedRow>(
    `SELECT ${ROW}, person.name, unit.id AS unit_id, unit.name AS unit_name
     FROM attendance JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
     WHERE attendance.office = ? AND attendance.session = ? AND attendance.deleted = 0
       AND (attendance.unit = ? OR ? IS NULL)
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk
     LIMIT ? OFFSET ?`,
    office,
    session,
    unit,
    unit,
    page.limit,
    page.offset,
  );
}

export function unitsOnList(db: Readable, office: number, session: number): number[] {
  const rows = db.all<{ unit: number }>(
    'SELECT DISTINCT unit FROM attendance WHERE office = ? AND session = ? AND deleted = 0',
    office,
    session,
  );
  return rows.map((row) => row.unit);
}

const REASON_CODES = MARKS.filter(needsReason).map(markCode).join(', ');

export function countReasonsMissing(db: Readable, office: number, session: number): number {
  const row = db.get<{ missing: number }>(
    `SELECT count(*) AS missing FROM attendance
     WHERE office = ? AND session = ? AND deleted = 0 AND mark IN (${REASON_CODES}) AND reason IS NULL`,
    office,
    session,
  );
  return row?.missing ?? 0;
}

/** What a mark makes of a row. */
export interface MarkColumns {
  readonly mark: number;
  readonly reason: string | null;
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
    `UPDATE attendance SET mark = ?, reason = ?, makeup = ?, rev = ?, changed_by = ?, changed_at = ? ${forget}
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    columns.mark,
    columns.reason,
    columns.makeup,
    ...stamp(write),
    write.office,
    session,
    JSON.stringify(people),
  );
}

const UNMARKED = `office = ? AND session = ? AND deleted = 0 AND mark = ${markCode('unmarked')}`;

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
function stamp(write: Write): [rev: number, account: number, at: number] {
  return [write.rev, write.account, Math.floor(Date.parse(write.at) / 1000)];
}
