import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FigurePart } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { inUnits } from '../figure-conditions.ts';
import type { FigureScope, RowsAsked } from '../figure-scope.ts';
import { askedValues, COUNTED, IS_REACHED, MADE_GOOD, MANDATORY, REACHED } from './study-figures-sql.ts';
import { AWAY_CODES, makeupCode, markCode, PRESENT_CODES } from './study-summary-sql.ts';

const PRESENT = `attendance.mark IN (${PRESENT_CODES})`;
const DUE = `attendance.mark <> ${markCode('exempt')}`;
const OWED = `attendance.mark IN (${AWAY_CODES})
  AND NOT (attendance.makeup = ${makeupCode('waived')} AND attendance.makeup_on <= ?2)`;

/** What numerator and denominator of the figures that count attendances are made of. */
const SHARES = {
  attendanceRate: [PRESENT, DUE],
  participationFirst: [PRESENT, DUE],
  participationWithMakeup: [`(${PRESENT} OR (${MADE_GOOD}))`, DUE],
  makeupCompletion: [`(${MADE_GOOD})`, OWED],
} as const;

export type AttendanceFigure = keyof typeof SHARES;

function conditionOf(figure: AttendanceFigure, part: FigurePart): string {
  const [numerator, denominator] = SHARES[figure];
  if (part === 'rest') return `${denominator} AND NOT ifnull(${numerator}, 0)`;
  return part === 'numerator' ? numerator : denominator;
}

export interface CountedAttendance {
  readonly session: string;
  readonly session_title: string;
  readonly session_day: CalendarDate;
  readonly person: string;
  readonly name: string | null;
  readonly unit_name: string;
  readonly mark: number;
  /** As of the day. */
  readonly makeup: number;
  readonly makeup_on: CalendarDate | null;
}

/**
 * One page by session, unit and person. The index of days gives the order of the sessions, so that only the rows
 * of those up to the page are read and sorted.
 * @param session pk; null: all mandatory ones
 */
export function countedAttendances(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  figure: AttendanceFigure,
  session: number | null,
  { part, offset, limit }: RowsAsked,
): CountedAttendance[] {
  return db.all<CountedAttendance>(
    `SELECT session.id AS session, session.title AS session_title, session.day AS session_day,
       person.id AS person, person.name, unit.name AS unit_name, attendance.mark,
       CASE WHEN attendance.makeup_on > ?2 THEN ${makeupCode('pending')} ELSE attendance.makeup END AS makeup,
       CASE WHEN attendance.makeup_on <= ?2 THEN attendance.makeup_on END AS makeup_on
     FROM study_session AS session INDEXED BY study_session_by_day
     CROSS JOIN attendance ON attendance.office = ?1 AND attendance.session = session.pk AND attendance.deleted = 0
     CROSS JOIN unit ON unit.pk = attendance.unit
     CROSS JOIN person ON person.pk = attendance.person
     WHERE ${session === null ? MANDATORY : COUNTED} AND (?6 IS NULL OR session.pk = ?6)
       AND ${inUnits('attendance.unit', '?3')} AND ${conditionOf(figure, part)}
     ORDER BY session.day, session.pk, unit.order_number, unit.pk, person.order_number IS NULL,
       person.order_number, person.folded, person.pk
     LIMIT ?7 OFFSET ?8`,
    ...askedValues(office, asOf, scope),
    session,
    limit,
    offset,
  );
}

const COVERED = `NOT EXISTS (SELECT 1 FROM required WHERE NOT ${IS_REACHED})`;
const PARTS: Readonly<Record<FigurePart, string>> = {
  numerator: `WHERE ${COVERED}`,
  denominator: '',
  rest: `WHERE NOT ${COVERED}`,
};

/** One page of the people of E of whom coverage speaks, in the order of the roster; types as a JSON list of bits. */
export function coverageRows(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  bits: string,
  { part, offset, limit }: RowsAsked,
): { readonly person: string; readonly name: string | null; readonly unit_name: string }[] {
  return db.all(
    `WITH ${REACHED}
     SELECT person.id AS person, person.name, unit.name AS unit_name
     FROM counted JOIN person ON person.pk = counted.person JOIN unit ON unit.pk = counted.unit
     ${PARTS[part]}
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded, person.pk
     LIMIT ?7 OFFSET ?8`,
    ...askedValues(office, asOf, scope),
    bits,
    limit,
    offset,
  );
}
