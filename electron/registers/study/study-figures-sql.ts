import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { inUnits, ofPhase } from '../figure-conditions.ts';
import { type FigureScope, scopeValues } from '../figure-scope.ts';
import { countedOnDay } from './study-attendance-sql.ts';
import { AWAY_CODES, makeupCode, PRESENT_CODES } from './study-summary-sql.ts';

/** Values of the conditions below: ?1 office, ?2 day, ?3 units, ?4 phase, ?5 bit of type_mask. */
export function askedValues(office: number, asOf: CalendarDate, scope: FigureScope): SqlValue[] {
  const bit = scope.type && 1 << EDUCATION_TYPES.indexOf(scope.type);
  return [office, asOf, ...scopeValues(scope), bit];
}

const ASKED = `session.office = ?1 AND session.deleted = 0 AND session.day <= ?2
  AND ${ofPhase('session.phase', '?4')} AND (?5 IS NULL OR session.type_mask & ?5)`;
/** Sessions that figures count. */
export const COUNTED = `${ASKED}
  AND session.state IN (${COUNTED_SESSION_STATES.map((state) => `'${state}'`).join(', ')})`;
export const MANDATORY = `${COUNTED} AND session.mandatory = 1`;

const CONFIRMED = makeupCode('confirmed');
const WAIVED = makeupCode('waived');

/** An absence that was made good by the day. */
export const MADE_GOOD = `attendance.makeup = ${CONFIRMED} AND attendance.makeup_on <= ?2
  AND attendance.mark IN (${AWAY_CODES})`;

/** Of rows of attendance of one unit. */
export interface UnitSums {
  readonly unit: number;
  readonly present: number;
  /** 应到 */
  readonly due: number;
  /** 请假 and 缺席 */
  readonly away: number;
  readonly confirmed: number;
  readonly waived: number;
}

const SUMMED = `summary.unit, summary.present, summary.expected - summary.exempt AS due,
  summary.on_leave + summary.absent AS away, summary.makeup_confirmed AS confirmed, summary.makeup_waived AS waived`;
const SUMS =
  'unit, sum(present) AS present, sum(due) AS due, sum(away) AS away, sum(confirmed) AS confirmed, sum(waived) AS waived';

/** Sums of one session; none while it does not count on that day. Make-ups as they stand today. */
export function countedSessionSums(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  session: number,
): UnitSums[] {
  return db.all<UnitSums>(
    `SELECT ${SUMMED} FROM study_session AS session
     JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
     WHERE ${COUNTED} AND session.pk = ?6 AND ${inUnits('summary.unit', '?3')}`,
    ...askedValues(office, asOf, scope),
    session,
  );
}

/**
 * Sums over the mandatory sessions as they stand, less the make-ups confirmed or waived after the day. The latter
 * go through the index of dated make-ups: without the hint SQLite walks the sessions and reads all their rows.
 */
export function mandatorySums(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
): UnitSums[] {
  return db.all<UnitSums>(
    `SELECT ${SUMS} FROM (
       SELECT ${SUMMED} FROM study_session AS session
       JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
       WHERE ${MANDATORY} AND ${inUnits('summary.unit', '?3')}
       UNION ALL
       SELECT attendance.unit, 0, 0, 0, -(attendance.makeup = ${CONFIRMED}), -(attendance.makeup = ${WAIVED})
       FROM attendance INDEXED BY attendance_makeup
       CROSS JOIN study_session AS session ON session.pk = attendance.session
       WHERE attendance.office = ?1 AND attendance.makeup_on > ?2 AND attendance.deleted = 0
         AND attendance.mark IN (${AWAY_CODES}) AND ${MANDATORY} AND ${inUnits('attendance.unit', '?3')})
     GROUP BY unit`,
    ...askedValues(office, asOf, scope),
  );
}

/**
 * The types as `required (bit, sessions)` from a JSON list of bits, each with the mandatory sessions that offer it,
 * a JSON list by day. Lists are what SQLite walks in their order, and no further than it must.
 */
export const requiredFrom = (bits: string): string => `
  required (bit, sessions) AS MATERIALIZED (
    SELECT DISTINCT value, (
      SELECT jsonb_group_array(session.pk ORDER BY session.day, session.pk) FROM study_session AS session
      WHERE ${MANDATORY} AND session.type_mask & asked.value)
    FROM json_each(${bits}) AS asked)`;

/** With E as `counted (person, unit)`; ?6 the bits. */
export const REACHED = `
  ${requiredFrom('?6')},
  counted (person, unit) AS MATERIALIZED (
    SELECT posting.person, posting.unit ${countedOnDay('?1', '?2')} AND ${inUnits('posting.unit', '?3')})`;

/** Whether the type of the row of `required` has reached the person of the row of `counted`. */
export const IS_REACHED = `EXISTS (
  SELECT 1 FROM json_each(required.sessions) AS offered CROSS JOIN attendance
  ON attendance.office = ?1 AND attendance.session = offered.value AND attendance.person = counted.person
  WHERE attendance.deleted = 0 AND (attendance.mark IN (${PRESENT_CODES}) OR (${MADE_GOOD})))`;

/**
 * Who of E was reached by every required type (a JSON list of bits of type_mask). Each person is looked up,
 * by primary key, in the sessions of a type until the first one that reached them: 3 ms for 1,000 sessions
 * of 600 people, 35 ms for 100 of 6,000, where grouping the rows takes 120 to 240 ms.
 */
export function coveredPeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  bits: string,
): { readonly unit: number; readonly covered: number; readonly counted: number }[] {
  return db.all(
    `WITH ${REACHED}
     SELECT unit, count(*) AS counted, sum(NOT EXISTS (SELECT 1 FROM required WHERE NOT ${IS_REACHED})) AS covered
     FROM counted GROUP BY unit`,
    ...askedValues(office, asOf, scope),
    bits,
  );
}

/** Of the people of E by unit, those whom each type (a JSON list of bits) has reached; bit 0 counts them all. */
export function reachedPeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  bits: string,
): { readonly unit: number; readonly bit: number; readonly people: number }[] {
  return db.all(
    `WITH ${REACHED}
     SELECT unit, 0 AS bit, count(*) AS people FROM counted GROUP BY unit
     UNION ALL
     SELECT unit, bit, sum(${IS_REACHED}) AS people FROM counted CROSS JOIN required GROUP BY unit, bit`,
    ...askedValues(office, asOf, scope),
    bits,
  );
}

export function countReopened(db: Readable, office: number, asOf: CalendarDate, scope: FigureScope): number {
  const row = db.get<{ reopened: number }>(
    `SELECT count(*) AS reopened FROM study_session AS session
     WHERE ${ASKED} AND session.state IN ('returned', 'submitted')
       AND EXISTS (SELECT 1 FROM move WHERE move.register = 'study_session' AND move.subject = session.pk
         AND move.move = 'approve' AND move.deleted = 0)
       AND (?3 IS NULL OR EXISTS (SELECT 1 FROM attendance_summary AS summary
         WHERE summary.office = session.office AND summary.session = session.pk AND ${inUnits('summary.unit', '?3')}))`,
    ...askedValues(office, asOf, scope),
  );
  return row?.reopened ?? 0;
}
