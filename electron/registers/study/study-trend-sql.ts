import { COUNTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { inUnits, placeOf } from '../figure-conditions.ts';
import type { FigureScope } from '../figure-scope.ts';
import type { Changes, TrendDays } from '../figure-trend.ts';
import { askedValues, MANDATORY, requiredFrom } from './study-figures-sql.ts';
import { AWAY_CODES, makeupCode, PRESENT_CODES } from './study-summary-sql.ts';

const CONFIRMED = makeupCode('confirmed');
const WAIVED = makeupCode('waived');

/** Values of the trends: those of `askedValues` as of the last day, then ?6 the first day. */
function values(office: number, days: TrendDays, scope: FigureScope): SqlValue[] {
  return [...askedValues(office, days.at(-1) ?? days[0], scope), days[0]];
}

export const STUDY_COUNTS = ['present', 'due', 'away', 'confirmed', 'waived'] as const;

/** Attendances from the session's day on, make-ups from theirs on. */
export function attendanceChanges(
  db: Readable,
  office: number,
  days: TrendDays,
  scope: FigureScope,
): Changes<(typeof STUDY_COUNTS)[number]>[] {
  return db.all(
    `WITH
       counted (session, day) AS MATERIALIZED (SELECT session.pk, session.day FROM study_session AS session WHERE ${MANDATORY}),
       held AS (
         SELECT counted.day, present, due, away FROM (
           SELECT session, sum(present) AS present, sum(expected - exempt) AS due, sum(on_leave + absent) AS away
           FROM attendance_summary AS summary
           WHERE summary.office = ?1 AND ${inUnits('summary.unit', '?3')} GROUP BY session)
         JOIN counted USING (session)),
       made AS (
         SELECT max(counted.day, attendance.makeup_on) AS day, attendance.makeup
         FROM attendance INDEXED BY attendance_makeup CROSS JOIN counted USING (session)
         WHERE attendance.office = ?1 AND attendance.makeup_on <= ?2 AND attendance.deleted = 0
           AND attendance.mark IN (${AWAY_CODES}) AND ${inUnits('attendance.unit', '?3')}),
       change (day, present, due, away, confirmed, waived) AS (
         SELECT day, present, due, away, 0, 0 FROM held
         UNION ALL
         SELECT day, 0, 0, 0, sum(makeup = ${CONFIRMED}), sum(makeup = ${WAIVED}) FROM made GROUP BY day)
     SELECT ${placeOf('day', '?6')} AS place, sum(present) AS present, sum(due) AS due, sum(away) AS away,
       sum(confirmed) AS confirmed, sum(waived) AS waived
     FROM change GROUP BY place`,
    ...values(office, days, scope),
  );
}

/** Day and place of the first session of a type that was attended; they are walked by day. */
const ATTENDED = `(
  SELECT session.day || offered.key FROM json_each(required.sessions) AS offered CROSS JOIN attendance
  ON attendance.office = ?1 AND attendance.session = offered.value AND attendance.person = staff.person
  CROSS JOIN study_session AS session ON session.pk = attendance.session
  WHERE attendance.deleted = 0 AND attendance.mark IN (${PRESENT_CODES}) LIMIT 1)`;
const ATTENDED_ON = "ifnull(substr(attended, 1, 10), '9999')";
/** An absence made good in a session before it can come sooner; most people have attended the first. */
const MADE_GOOD_ON = `CASE WHEN substr(attended, 11) IS NOT '0' THEN (
  SELECT min(max(session.day, attendance.makeup_on)) FROM json_each(sessions) AS offered
  CROSS JOIN attendance ON attendance.office = ?1 AND attendance.session = offered.value
    AND attendance.person = first.person
  CROSS JOIN study_session AS session ON session.pk = attendance.session
  WHERE offered.key < ifnull(CAST(substr(attended, 11) AS INTEGER), json_array_length(sessions))
    AND attendance.deleted = 0 AND attendance.makeup = ${CONFIRMED}
    AND attendance.mark IN (${AWAY_CODES})) END`;

/**
 * People of E from the day on which they came until the one on which they left, and as covered from the day on
 * which the last of the required types (a JSON list of bits) had reached them.
 */
export function coverageChanges(
  db: Readable,
  office: number,
  days: TrendDays,
  scope: FigureScope,
  bits: string,
): Changes<'covered' | 'counted'>[] {
  return db.all(
    `WITH
       ${requiredFrom('?7')},
       spell (person, from_on, until_on) AS MATERIALIZED (
         SELECT posting.person, posting.from_on, ifnull(posting.until_on, '9999')
         FROM posting JOIN person ON person.pk = posting.person
         WHERE posting.office = ?1 AND posting.deleted = 0 AND person.deleted = 0
           AND (person.purpose IS NULL OR person.purpose = 'attendance')
           AND posting.status IN (${COUNTED_STATUSES.map((status) => `'${status}'`).join(', ')})
           AND posting.from_on <= ?2 AND (posting.until_on IS NULL OR posting.until_on > ?6)
           AND ${inUnits('posting.unit', '?3')}),
       staff (person) AS MATERIALIZED (SELECT DISTINCT person FROM spell),
       first (person, sessions, attended) AS MATERIALIZED (
         SELECT staff.person, required.sessions, ${ATTENDED} FROM staff CROSS JOIN required),
       reached (person, covered_on) AS MATERIALIZED (
         SELECT person, max(min(${ATTENDED_ON}, ifnull(${MADE_GOOD_ON}, '9999'))) FROM first GROUP BY person),
       change (day, covered, counted) AS (
         SELECT from_on, 0, 1 FROM spell
         UNION ALL SELECT until_on, 0, -1 FROM spell WHERE until_on <= ?2
         UNION ALL SELECT max(from_on, covered_on), 1, 0 FROM spell JOIN reached USING (person)
         WHERE covered_on < until_on AND covered_on <= ?2
         UNION ALL SELECT until_on, -1, 0 FROM spell JOIN reached USING (person)
         WHERE covered_on < until_on AND until_on <= ?2)
     SELECT ${placeOf('day', '?6')} AS place, sum(covered) AS covered, sum(counted) AS counted
     FROM change GROUP BY place`,
    ...values(office, days, scope),
    bits,
  );
}
