import { needsReason } from '../../../shared/rules/attendance.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES, MARKS } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { markCode } from './study-summary-sql.ts';

export interface AttendanceRow {
  readonly person: number;
  readonly person_id: string;
  readonly unit: number;
  readonly batch: number;
  readonly mark: number;
  readonly reason: string | null;
  readonly makeup: number;
  readonly makeup_on: CalendarDate | null;
  readonly makeup_document: string | null;
  readonly rev: number;
  readonly changed_by: number;
  /** Seconds since 1970. */
  readonly changed_at: number;
}

export interface ListedRow extends AttendanceRow {
  readonly name: string | null;
  readonly unit_id: string;
  readonly unit_name: string;
}

/**
 * E, and who can be expected: people with a counted posting on a day, which is before `until_on`.
 * @param office @param day parameters
 */
export const countedOnDay = (office: string, day: string): string => `
  FROM posting JOIN person ON person.pk = posting.person
  WHERE posting.office = ${office} AND posting.deleted = 0 AND person.deleted = 0
    AND (person.purpose IS NULL OR person.purpose = 'attendance')
    AND posting.status IN (${COUNTED_STATUSES.map((status) => `'${status}'`).join(', ')})
    AND posting.from_on <= ${day} AND (posting.until_on IS NULL OR posting.until_on > ${day})`;

/** Values: office, day, day. */
export const COUNTED_ON_DAY = countedOnDay('?', '?');

const ROW = `person.id AS person_id, attendance.person, attendance.unit, attendance.batch, attendance.mark, attendance.reason,
  attendance.makeup, attendance.makeup_on, attendance.makeup_document, attendance.rev, attendance.changed_by,
  attendance.changed_at`;

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

/** What of a session's list is asked for; null: all of it. */
export interface ListFilter {
  readonly unit: number | null;
  readonly batch: number | null;
}

/** One page of a session's list: by unit, then by person, order numbers first. */
export function listPage(
  db: Readable,
  office: number,
  session: number,
  { unit, batch }: ListFilter,
  page: { readonly offset: number; readonly limit: number },
): ListedRow[] {
  return db.all<ListedRow>(
    `SELECT ${ROW}, person.name, unit.id AS unit_id, unit.name AS unit_name
     FROM attendance JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
     WHERE attendance.office = ? AND attendance.session = ? AND attendance.deleted = 0
       AND (attendance.unit = ? OR ? IS NULL) AND (attendance.batch = ? OR ? IS NULL)
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk
     LIMIT ? OFFSET ?`,
    office,
    session,
    unit,
    unit,
    batch,
    batch,
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
