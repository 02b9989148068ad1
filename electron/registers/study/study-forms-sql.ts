import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { COUNTED_ON_DAY } from './study-attendance-sql.ts';
import { AMONG } from './study-marks-sql.ts';
import { AWAY_CODES, makeupCode, SUM_COLUMNS, type SummaryRow } from './study-summary-sql.ts';

/** Sessions of a form: by their days, as of a day, of one phase when it is named. */
export interface SpanAsked {
  readonly asOf: CalendarDate;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly phase: string | null;
}

export interface ListedPerson {
  readonly name: string | null;
  readonly post: string | null;
  readonly disambiguator: string | null;
  readonly unit: number;
  readonly unit_name: string;
}

const PERSON = `person.name, person.post, person.disambiguator, unit.pk AS unit, unit.name AS unit_name`;
const BY_UNIT = `unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded, person.pk`;

/** Everybody on a session's frozen list, by unit. */
export function frozenPeople(db: Readable, office: number, session: number): ListedPerson[] {
  return db.all<ListedPerson>(
    `SELECT ${PERSON}
     FROM attendance JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
     WHERE attendance.office = ? AND attendance.session = ? AND attendance.deleted = 0 ORDER BY ${BY_UNIT}`,
    office,
    session,
  );
}

/** Whom 举行 would put on the list were the session held on `day`; everybody when `among` is null. */
export function expectedPeople(
  db: Readable,
  office: number,
  day: CalendarDate,
  among: { readonly kind: keyof typeof AMONG; readonly ids: readonly string[] } | null,
): ListedPerson[] {
  return db.all<ListedPerson>(
    `WITH expected (person, unit) AS MATERIALIZED (
       SELECT posting.person, posting.unit ${COUNTED_ON_DAY} ${among ? AMONG[among.kind] : ''})
     SELECT ${PERSON} FROM expected
     JOIN person ON person.pk = expected.person JOIN unit ON unit.pk = expected.unit ORDER BY ${BY_UNIT}`,
    office,
    day,
    day,
    ...(among ? [JSON.stringify(among.ids), office] : []),
  );
}

export interface SpanSession {
  readonly pk: number;
  readonly title: string;
  readonly day: CalendarDate;
  readonly batch: string | null;
  readonly mandatory: number;
  readonly state: SessionState;
}

/** Values 1 to 5: office, as of, from, until, phase. */
const SPAN = `session.office = ?1 AND session.deleted = 0 AND session.day <= ?2
  AND (?3 IS NULL OR session.day >= ?3) AND (?4 IS NULL OR session.day <= ?4)
  AND (?5 IS NULL OR session.phase = ?5)`;
const SESSIONS_IN_ORDER = 'session.day, session.starts_at IS NULL, session.starts_at, session.pk';

/** Sessions that were to be held in the span, those that no sum counts among them. */
export function sessionsOfSpan(db: Readable, office: number, asked: SpanAsked): SpanSession[] {
  return db.all<SpanSession>(
    `SELECT session.pk, session.title, session.day, session.batch, session.mandatory, session.state
     FROM study_session AS session WHERE ${SPAN} AND session.state NOT IN ('draft', 'cancelled')
     ORDER BY ${SESSIONS_IN_ORDER}`,
    ...values(office, asked),
  );
}

export interface UnitOfSession extends SummaryRow {
  readonly session: number;
  readonly unit: number;
  readonly unit_name: string;
  /** Of `sum_makeup_confirmed`, those made good after the day asked about. */
  readonly confirmed_later: number;
}

const COUNTED_STATES = COUNTED_SESSION_STATES.map((state) => `'${state}'`).join(', ');

/** The sums of every unit in every mandatory session that counts, by unit, then by session: one row each. */
export function unitsOfSpan(db: Readable, office: number, asked: SpanAsked): UnitOfSession[] {
  return db.all<UnitOfSession>(
    `WITH later (session, unit, confirmed) AS MATERIALIZED (
       SELECT session, unit, count(*) FROM attendance INDEXED BY attendance_makeup
       WHERE office = ?1 AND makeup_on > ?2 AND deleted = 0 AND makeup = ${makeupCode('confirmed')}
         AND mark IN (${AWAY_CODES}) GROUP BY session, unit)
     SELECT session.pk AS session, unit.pk AS unit, unit.name AS unit_name,
       coalesce(max(later.confirmed), 0) AS confirmed_later, ${SUM_COLUMNS}
     FROM study_session AS session
     JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
     JOIN unit ON unit.pk = summary.unit
     LEFT JOIN later ON later.session = summary.session AND later.unit = summary.unit
     WHERE ${SPAN} AND session.mandatory = 1 AND session.state IN (${COUNTED_STATES})
     GROUP BY session.pk, unit.pk ORDER BY unit.order_number, unit.pk, ${SESSIONS_IN_ORDER}`,
    ...values(office, asked),
  );
}

export interface OwedMakeup extends ListedPerson {
  readonly title: string;
  readonly day: CalendarDate;
  readonly mark: number;
  readonly reason: string | null;
  readonly makeup: number;
  readonly makeup_on: CalendarDate | null;
  readonly makeup_document: string | null;
}

/** Absences that owed a make-up, as of a day: what was made good later still stands as 待补. */
export function makeupsOfSpan(
  db: Readable,
  office: number,
  asked: SpanAsked,
  makeups: readonly number[],
): OwedMakeup[] {
  return db.all<OwedMakeup>(
    `WITH owed AS (
       SELECT attendance.*, attendance.makeup_on > ?2 AS is_later FROM study_session AS session
       JOIN attendance ON attendance.office = session.office AND attendance.session = session.pk
       WHERE ${SPAN} AND session.state <> 'cancelled' AND attendance.deleted = 0
         AND attendance.mark IN (${AWAY_CODES})),
     known AS (
       SELECT session, person, unit, mark, reason,
         CASE WHEN is_later THEN ${makeupCode('pending')} ELSE makeup END AS makeup,
         CASE WHEN is_later THEN NULL ELSE makeup_on END AS makeup_on,
         CASE WHEN is_later THEN NULL ELSE makeup_document END AS makeup_document
       FROM owed)
     SELECT ${PERSON}, session.title, session.day, known.mark, known.reason, known.makeup, known.makeup_on,
       known.makeup_document
     FROM known JOIN study_session AS session ON session.pk = known.session
     JOIN person ON person.pk = known.person JOIN unit ON unit.pk = known.unit
     WHERE known.makeup IN (SELECT value FROM json_each(?6))
     ORDER BY ${SESSIONS_IN_ORDER}, ${BY_UNIT}`,
    ...values(office, asked),
    JSON.stringify(makeups),
  );
}

function values(office: number, { asOf, from, until, phase }: SpanAsked): SqlValue[] {
  return [office, asOf, from, until, phase];
}
