import { COUNTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { inPhase, inUnits, placeOf } from '../figure-conditions.ts';
import { type FigureScope, scopeValues } from '../figure-scope.ts';
import type { Changes, TrendDays } from '../figure-trend.ts';

/** People of E from the day on which they came until the one on which they left, and as talked with from their first talk on. */
export function talkChanges(
  db: Readable,
  office: number,
  days: TrendDays,
  scope: FigureScope,
): Changes<'talked' | 'counted'>[] {
  return db.all(
    `WITH
       spell AS MATERIALIZED (
         SELECT posting.from_on, ifnull(posting.until_on, '9999') AS until_on, (
           SELECT min(talk.on_day) FROM talk WHERE talk.person = posting.person AND talk.deleted = 0
             AND ${inPhase('talk.on_day', '?4')}) AS talked_on
         FROM posting JOIN person ON person.pk = posting.person AND person.deleted = 0
         WHERE posting.office = ?1 AND posting.deleted = 0
           AND posting.status IN (${COUNTED_STATUSES.map((status) => `'${status}'`).join(', ')})
           AND posting.from_on <= ?2 AND ${inUnits('posting.unit', '?3')}),
       change (day, talked, counted) AS (
         SELECT from_on, 0, 1 FROM spell
         UNION ALL SELECT until_on, 0, -1 FROM spell WHERE until_on <= ?2
         UNION ALL SELECT max(from_on, talked_on), 1, 0 FROM spell WHERE talked_on < until_on AND talked_on <= ?2
         UNION ALL SELECT until_on, -1, 0 FROM spell WHERE talked_on < until_on AND until_on <= ?2)
     SELECT ${placeOf('day', '?5')} AS place, sum(talked) AS talked, sum(counted) AS counted FROM change GROUP BY place`,
    ...[office, days.at(-1) ?? days[0], ...scopeValues(scope), days[0]],
  );
}
