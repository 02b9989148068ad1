import { COUNTED_FILING_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { inPhase, inUnits, placeOf } from '../figure-conditions.ts';
import { type FigureScope, scopeValues } from '../figure-scope.ts';
import type { Changes, TrendDays } from '../figure-trend.ts';
import { FILES } from './filers-sql.ts';

export interface BegunRound {
  readonly pk: number;
  readonly begins_on: CalendarDate;
}

/** Rounds begun by the last day, of the phase when one is asked for; the later ones first. */
export function begunRounds(db: Readable, office: number, days: TrendDays, scope: FigureScope): BegunRound[] {
  const [, phase] = scopeValues(scope);
  return db.all<BegunRound>(
    `SELECT pk, begins_on FROM inspection_round WHERE office = ?1 AND deleted = 0 AND begins_on <= ?2
       AND ${inPhase('begins_on', '?3')} ORDER BY begins_on DESC, ends_on DESC, pk`,
    office,
    days.at(-1) ?? days[0],
    phase,
  );
}

const codes = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/**
 * For every round begun by the last day: people who owe it a form, and those who filed one that counts, from the
 * day on. Whoever comes after the round has ended owes nothing, and who leaves after it stays in its numbers.
 */
export function filerChanges(
  db: Readable,
  office: number,
  days: TrendDays,
  scope: FigureScope,
): (Changes<'filed' | 'counted'> & { readonly round: number })[] {
  return db.all(
    `WITH
       spell AS MATERIALIZED (
         SELECT round.pk AS round, posting.from_on,
           CASE WHEN posting.until_on <= round.ends_on THEN posting.until_on ELSE '9999' END AS until_on,
           max(posting.from_on, filing.filed_on) AS filed_on
         FROM inspection_round AS round
         JOIN posting ON posting.office = ?1 AND posting.deleted = 0 AND posting.status IN (${codes(COUNTED_STATUSES)})
           AND posting.from_on <= min(round.ends_on, ?2) AND ${inUnits('posting.unit', '?3')}
         JOIN person ON person.pk = posting.person AND person.deleted = 0 AND ${FILES}
         LEFT JOIN filing ON filing.office = ?1 AND filing.round = round.pk AND filing.person = posting.person
           AND filing.deleted = 0 AND filing.state IN (${codes(COUNTED_FILING_STATES)})
         WHERE round.office = ?1 AND round.deleted = 0 AND round.begins_on <= ?2 AND ${inPhase('round.begins_on', '?4')}),
       change (round, day, filed, counted) AS (
         SELECT round, from_on, 0, 1 FROM spell
         UNION ALL SELECT round, until_on, 0, -1 FROM spell WHERE until_on <= ?2
         UNION ALL SELECT round, filed_on, 1, 0 FROM spell WHERE filed_on < until_on AND filed_on <= ?2
         UNION ALL SELECT round, until_on, -1, 0 FROM spell WHERE filed_on < until_on AND until_on <= ?2)
     SELECT round, ${placeOf('day', '?5')} AS place, sum(filed) AS filed, sum(counted) AS counted
     FROM change GROUP BY round, place`,
    ...[office, days.at(-1) ?? days[0], ...scopeValues(scope), days[0]],
  );
}
