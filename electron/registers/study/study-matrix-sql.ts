import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { SESSION_STATES, type SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { SCOPE, scopeValues, type UnitScope } from './study-scope-sql.ts';

export interface MatrixAsked extends UnitScope {
  readonly phase: string | null;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

export interface MatrixSession {
  readonly pk: number;
  readonly id: string;
  readonly day: CalendarDate | null;
  readonly title: string;
  readonly state: SessionState;
  readonly mandatory: number;
}

/** What was called off has a list, and nobody was expected. */
const STATES = SESSION_STATES.filter((state) => hasFrozenList(state) && state !== 'cancelled');

/** The sessions with a list, of a unit those on whose list it stands, by day. */
export function matrixSessions(db: Readable, office: number, asked: MatrixAsked): MatrixSession[] {
  return db.all<MatrixSession>(
    `WITH RECURSIVE ${SCOPE}
     SELECT pk, id, day, title, state, mandatory FROM study_session AS session
     WHERE session.office = ?1 AND session.deleted = 0
       AND session.state IN (${STATES.map((state) => `'${state}'`).join(', ')})
       AND (?5 IS NULL OR session.phase = ?5)
       AND (?6 IS NULL OR session.day >= ?6) AND (?7 IS NULL OR session.day <= ?7)
       AND EXISTS (SELECT 1 FROM attendance_summary AS summary
         WHERE summary.office = ?1 AND summary.session = session.pk AND summary.unit IN scope)
     ORDER BY day, starts_at IS NULL, starts_at, pk`,
    office,
    ...scopeValues(asked),
    ...([asked.phase, asked.from, asked.until] satisfies SqlValue[]),
  );
}

export interface MatrixPerson {
  readonly pk: number;
  readonly id: string;
  readonly name: string | null;
  readonly unit_name: string;
  readonly total: number;
}

/** Values: ?1 to ?4 of the scope, ?5 pks of the sessions in their order, a JSON list. */
const COLUMNS = `
  ${SCOPE},
  chosen (place, session) AS MATERIALIZED (SELECT key, value FROM json_each(?5))`;

/** One page of the people on these lists, by the unit under which they stand last, order numbers first. */
export function matrixPeople(
  db: Readable,
  office: number,
  scope: UnitScope,
  sessions: readonly number[],
  asked: { readonly search: string | null; readonly offset: number; readonly limit: number },
): MatrixPerson[] {
  return db.all<MatrixPerson>(
    `WITH RECURSIVE ${COLUMNS},
     listed (person, unit, place) AS MATERIALIZED (
       SELECT attendance.person, attendance.unit, max(chosen.place)
       FROM chosen CROSS JOIN attendance ON attendance.office = ?1 AND attendance.session = chosen.session
       WHERE attendance.deleted = 0 AND (?2 IS NULL OR attendance.unit IN scope) GROUP BY attendance.person)
     SELECT person.pk, person.id, person.name, unit.name AS unit_name, count(*) OVER () AS total
     FROM listed JOIN person ON person.pk = listed.person JOIN unit ON unit.pk = listed.unit
     WHERE ?6 IS NULL OR instr(person.folded, ?6) > 0
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk
     LIMIT ?7 OFFSET ?8`,
    office,
    ...scopeValues(scope),
    JSON.stringify(sessions),
    asked.search,
    asked.limit,
    asked.offset,
  );
}

export interface MatrixMark {
  readonly person: number;
  readonly place: number;
  readonly mark: number;
  readonly makeup: number;
}

/** The marks of these people (pks) in these sessions. */
export function matrixMarks(
  db: Readable,
  office: number,
  scope: UnitScope,
  sessions: readonly number[],
  people: readonly number[],
): MatrixMark[] {
  return db.all<MatrixMark>(
    `WITH RECURSIVE ${COLUMNS}
     SELECT attendance.person, chosen.place, attendance.mark, attendance.makeup
     FROM chosen CROSS JOIN json_each(?6) AS asked
     CROSS JOIN attendance ON attendance.office = ?1 AND attendance.session = chosen.session
       AND attendance.person = asked.value
     WHERE attendance.deleted = 0 AND (?2 IS NULL OR attendance.unit IN scope)`,
    office,
    ...scopeValues(scope),
    JSON.stringify(sessions),
    JSON.stringify(people),
  );
}
