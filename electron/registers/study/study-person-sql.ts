import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { AWAY_CODES, makeupCode } from './study-summary-sql.ts';

export interface PersonAttendanceRow {
  readonly session_id: string;
  readonly title: string;
  readonly day: CalendarDate | null;
  readonly state: SessionState;
  readonly unit_name: string;
  readonly mark: number;
  readonly makeup: number;
  readonly makeup_on: CalendarDate | null;
}

/** Led by the sessions, a few hundred at most: the key of attendance begins with office and session. */
const LISTED = `
  FROM study_session AS session CROSS JOIN attendance
    ON attendance.office = session.office AND attendance.session = session.pk AND attendance.person = ?2
  WHERE session.office = ?1 AND session.deleted = 0 AND attendance.deleted = 0`;

export function attendancePage(
  db: Readable,
  office: number,
  person: number,
  page: { readonly offset: number; readonly limit: number },
): PersonAttendanceRow[] {
  return db.all<PersonAttendanceRow>(
    `SELECT session.id AS session_id, session.title, session.day, session.state, attendance.mark, attendance.makeup,
       attendance.makeup_on, (SELECT name FROM unit WHERE unit.pk = attendance.unit) AS unit_name
     ${LISTED} ORDER BY session.day DESC, session.pk DESC LIMIT ?3 OFFSET ?4`,
    office,
    person,
    page.limit,
    page.offset,
  );
}

export interface PersonAttendanceSums {
  readonly total: number;
  readonly pending: number;
  readonly done: number;
}

const openMakeups = (state: 'pending' | 'done') => `count(*) FILTER (
  WHERE attendance.makeup = ${makeupCode(state)} AND attendance.mark IN (${AWAY_CODES})
    AND session.state <> 'cancelled') AS ${state}`;

/** How many lists name the person, and which of their make-ups are open. */
export function attendanceSums(db: Readable, office: number, person: number): PersonAttendanceSums {
  const none = { total: 0, pending: 0, done: 0 };
  const columns = `count(*) AS total, ${openMakeups('pending')}, ${openMakeups('done')}`;
  return db.get<PersonAttendanceSums>(`SELECT ${columns} ${LISTED}`, office, person) ?? none;
}

/** Sessions in one of these states, of a day or later or of none yet, whose expected units name one. */
export function countSessionsExpecting(
  db: Readable,
  office: number,
  asked: { readonly unit: string; readonly from: CalendarDate; readonly states: readonly SessionState[] },
): number {
  const row = db.get<{ sessions: number }>(
    `SELECT count(*) AS sessions FROM study_session AS session
     WHERE session.office = ? AND session.deleted = 0 AND (session.day IS NULL OR session.day >= ?)
       AND session.state IN (SELECT value FROM json_each(?))
       AND EXISTS (SELECT 1 FROM json_each(session.expected, '$.units') AS named WHERE named.value = ?)`,
    office,
    asked.from,
    JSON.stringify(asked.states),
    asked.unit,
  );
  return row?.sessions ?? 0;
}
