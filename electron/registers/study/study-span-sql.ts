import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { AWAY_CODES, makeupCode } from './study-summary-sql.ts';

export interface StudySpan {
  readonly sessions: number;
  readonly expected: number;
  readonly present: number;
  readonly makeupsConfirmed: number;
}

const COUNTED = `session.office = ?1 AND session.deleted = 0 AND session.mandatory = 1
  AND session.state IN (${COUNTED_SESSION_STATES.map((state) => `'${state}'`).join(', ')})`;

/** The mandatory approved sessions held from one day to another, and the make-ups dated in that time. */
export function studySpan(db: Readable, office: number, from: CalendarDate, until: CalendarDate): StudySpan {
  const none = { sessions: 0, expected: 0, present: 0 };
  const held = db.get<typeof none>(
    `SELECT count(DISTINCT session.pk) AS sessions, coalesce(sum(summary.expected - summary.exempt), 0) AS expected,
       coalesce(sum(summary.present), 0) AS present
     FROM study_session AS session LEFT JOIN attendance_summary AS summary
       ON summary.office = session.office AND summary.session = session.pk
     WHERE ${COUNTED} AND session.day BETWEEN ?2 AND ?3`,
    office,
    from,
    until,
  );
  const made = db.get<{ confirmed: number }>(
    `SELECT count(*) AS confirmed FROM attendance INDEXED BY attendance_makeup
     CROSS JOIN study_session AS session ON session.pk = attendance.session
     WHERE attendance.office = ?1 AND attendance.makeup_on BETWEEN ?2 AND ?3 AND attendance.deleted = 0
       AND attendance.makeup = ${makeupCode('confirmed')} AND attendance.mark IN (${AWAY_CODES})
       AND ${COUNTED} AND session.day <= ?3`,
    office,
    from,
    until,
  );
  return { ...(held ?? none), makeupsConfirmed: made?.confirmed ?? 0 };
}
