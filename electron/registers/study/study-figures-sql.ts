import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { COUNTED_ON_DAY } from './study-attendance-sql.ts';
import { AWAY_CODES, makeupCode, PRESENT_CODES, SUM_COLUMNS, type SummaryRow } from './study-summary-sql.ts';

/** Sessions that figures count. Values: office, day. */
const COUNTED = `session.office = ? AND session.deleted = 0 AND session.day <= ?
  AND session.state IN (${COUNTED_SESSION_STATES.map((state) => `'${state}'`).join(', ')})`;
const MANDATORY = `${COUNTED} AND session.mandatory = 1`;

const CONFIRMED = makeupCode('confirmed');
const WAIVED = makeupCode('waived');

/** Sums of one session; zeros while it does not count on that day. */
export function countedSessionSums(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  session: number,
): SummaryRow | undefined {
  return db.get<SummaryRow>(
    `SELECT ${SUM_COLUMNS} FROM study_session AS session
     JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
     WHERE ${COUNTED} AND session.pk = ?`,
    office,
    asOf,
    session,
  );
}

/** Sums over the mandatory sessions; make-ups as they stand today. */
export function mandatorySums(db: Readable, office: number, asOf: CalendarDate): SummaryRow | undefined {
  return db.get<SummaryRow>(
    `SELECT ${SUM_COLUMNS} FROM study_session AS session
     JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
     WHERE ${MANDATORY}`,
    office,
    asOf,
  );
}

/**
 * Of those sums, the make-ups confirmed or waived after the day. Goes through the index of dated make-ups:
 * without the hint SQLite walks the sessions and reads all their rows.
 */
export function makeupsAfter(
  db: Readable,
  office: number,
  asOf: CalendarDate,
): { readonly confirmed: number; readonly waived: number } {
  const row = db.get<{ confirmed: number; waived: number }>(
    `SELECT coalesce(sum(makeup = ${CONFIRMED}), 0) AS confirmed, coalesce(sum(makeup = ${WAIVED}), 0) AS waived
     FROM attendance INDEXED BY attendance_makeup
     CROSS JOIN study_session AS session ON session.pk = attendance.session
     WHERE attendance.office = ? AND attendance.makeup_on > ? AND attendance.deleted = 0
       AND attendance.mark IN (${AWAY_CODES}) AND ${MANDATORY}`,
    office,
    asOf,
    office,
    asOf,
  );
  return row ?? { confirmed: 0, waived: 0 };
}

/**
 * Who of E was reached by every required type (a JSON list of bits of type_mask). Each person is looked up,
 * by primary key, in the sessions of a type until the first one that reached them: 3 ms for 1,000 sessions
 * of 600 people, 35 ms for 100 of 6,000, where grouping the rows takes 120 to 240 ms.
 */
export function coveredPeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  bits: string,
): { readonly covered: number; readonly counted: number } {
  const row = db.get<{ covered: number; counted: number }>(
    `WITH
       required (bit) AS MATERIALIZED (SELECT DISTINCT value FROM json_each(?)),
       counted (person) AS MATERIALIZED (SELECT DISTINCT posting.person ${COUNTED_ON_DAY}),
       offered (bit, session) AS MATERIALIZED (
         SELECT bit, session.pk FROM required CROSS JOIN study_session AS session
         ON session.type_mask & bit WHERE ${MANDATORY} ORDER BY bit, session.day)
     SELECT count(*) AS counted, coalesce(sum(NOT EXISTS (
       SELECT 1 FROM required WHERE NOT EXISTS (
         SELECT 1 FROM offered CROSS JOIN attendance
         ON attendance.office = ? AND attendance.session = offered.session AND attendance.person = counted.person
         WHERE offered.bit = required.bit AND attendance.deleted = 0
           AND (attendance.mark IN (${PRESENT_CODES})
             OR (attendance.makeup = ${CONFIRMED} AND attendance.makeup_on <= ? AND attendance.mark IN (${AWAY_CODES})))
       ))), 0) AS covered
     FROM counted`,
    bits,
    office,
    asOf,
    asOf,
    office,
    asOf,
    office,
    asOf,
  );
  return row ?? { covered: 0, counted: 0 };
}

export function countReopened(db: Readable, office: number, asOf: CalendarDate): number {
  const row = db.get<{ reopened: number }>(
    `SELECT count(*) AS reopened FROM study_session AS session
     WHERE session.office = ? AND session.deleted = 0 AND session.day <= ?
       AND session.state IN ('returned', 'submitted')
       AND EXISTS (SELECT 1 FROM move WHERE move.register = 'study_session' AND move.subject = session.pk
         AND move.move = 'approve' AND move.deleted = 0)`,
    office,
    asOf,
  );
  return row?.reopened ?? 0;
}
