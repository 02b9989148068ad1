import { currentCampaign } from '../../electron/registers/campaign/campaign-register.ts';
import type { Readable } from '../../electron/store/handles.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES } from '../../shared/vocabulary/words.ts';

/** Places in MARKS and MAKEUPS: 出席 视频参加 迟到; leave and absence; 免到; confirmed, waived. */
const PRESENT = '(1, 2, 3)';
const AWAY = '(4, 5, 6, 7, 8, 10)';
const EXEMPT = 9;
const CONFIRMED = 3;
const WAIVED = 4;

const JOINED = `
  FROM attendance JOIN study_session AS session ON session.pk = attendance.session
  WHERE attendance.office = :office AND attendance.deleted = 0 AND session.deleted = 0
    AND session.mandatory = 1 AND session.state = 'approved' AND session.day <= :day`;

/** Each figure as one would write it who had only the rows: a join of attendance and sessions, no sums kept. */
const QUERIES = {
  participationFirst: `SELECT sum(mark IN ${PRESENT}) AS numerator, sum(mark <> ${EXEMPT}) AS denominator ${JOINED}`,
  participationWithMakeup: `
    SELECT sum(mark IN ${PRESENT} OR (mark IN ${AWAY} AND makeup = ${CONFIRMED} AND makeup_on <= :day)) AS numerator,
      sum(mark <> ${EXEMPT}) AS denominator ${JOINED}`,
  makeupCompletion: `
    SELECT sum(mark IN ${AWAY} AND makeup = ${CONFIRMED} AND makeup_on <= :day) AS numerator,
      sum(mark IN ${AWAY} AND NOT (makeup = ${WAIVED} AND makeup_on <= :day)) AS denominator ${JOINED}`,
  coverage: `
    SELECT count(*) AS denominator, sum(coalesce(reached.types, 0) = json_array_length(:bits)) AS numerator
    FROM (SELECT DISTINCT person FROM posting WHERE office = :office AND deleted = 0
      AND status IN ('onDuty', 'secondedIn') AND from_on <= :day AND (until_on IS NULL OR until_on > :day)) AS counted
    LEFT JOIN (
      SELECT attendance.person, count(DISTINCT type.value) AS types
      ${JOINED.replace('WHERE', 'JOIN json_each(:bits) AS type ON session.type_mask & type.value WHERE')}
        AND (mark IN ${PRESENT} OR (mark IN ${AWAY} AND makeup = ${CONFIRMED} AND makeup_on <= :day))
      GROUP BY attendance.person) AS reached ON reached.person = counted.person`,
};

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The figures of study, slowly. */
export function naiveFigures(db: Readable, office: number, day: CalendarDate): Record<string, Share> {
  const { required } = currentCampaign(db, office).content.educationTypes;
  const bits = JSON.stringify(required.map((type) => 1 << EDUCATION_TYPES.indexOf(type)));
  const named: Record<string, string | number> = { office, day, bits };
  const answers = Object.entries(QUERIES).map(([figure, sql]) => {
    const values: (string | number)[] = [];
    const positional = sql.replace(/:(office|day|bits)/g, (_, name: string) => {
      values.push(named[name] ?? '');
      return '?';
    });
    return [figure, db.get<Share>(positional, ...values)] as const;
  });
  return Object.fromEntries(answers) as Record<string, Share>;
}
