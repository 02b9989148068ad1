import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES, type FigurePart } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { inPhase, inUnits } from '../figure-conditions.ts';
import { type FigureScope, type RowsAsked, scopeValues } from '../figure-scope.ts';

/** People of E on the day with their first talk by then. Values: ?1 office, ?2 day, ?3 units, ?4 phase. */
const CENSUS = `
  census AS (
    SELECT posting.person, posting.unit, (
      SELECT min(talk.on_day) FROM talk WHERE talk.person = posting.person AND talk.deleted = 0
        AND talk.on_day <= ?2 AND ${inPhase('talk.on_day', '?4')}) AS talked_on
    FROM posting JOIN person ON person.pk = posting.person AND person.deleted = 0
    WHERE posting.office = ?1 AND posting.deleted = 0 AND posting.from_on <= ?2
      AND (posting.until_on IS NULL OR posting.until_on > ?2)
      AND posting.status IN (${COUNTED_STATUSES.map((status) => `'${status}'`).join(', ')})
      AND ${inUnits('posting.unit', '?3')}
  )`;

export function talkShares(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
): { readonly unit: number; readonly talked: number; readonly people: number }[] {
  return db.all(
    `WITH ${CENSUS} SELECT unit, count(talked_on) AS talked, count(*) AS people FROM census GROUP BY unit`,
    ...values(office, asOf, scope),
  );
}

export interface TalkedPerson {
  readonly person: string;
  readonly name: string | null;
  readonly unit_name: string;
  readonly talked_on: CalendarDate | null;
}

const PARTS: Readonly<Record<FigurePart, string>> = {
  numerator: 'WHERE talked_on IS NOT NULL',
  denominator: '',
  rest: 'WHERE talked_on IS NULL',
};

/** One page of them, in the order of the roster. */
export function talkedPeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  { part, offset, limit }: RowsAsked,
): TalkedPerson[] {
  return db.all<TalkedPerson>(
    `WITH ${CENSUS}
     SELECT person.id AS person, person.name, unit.name AS unit_name, talked_on
     FROM census JOIN person ON person.pk = census.person JOIN unit ON unit.pk = census.unit ${PARTS[part]}
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded, person.pk
     LIMIT ?5 OFFSET ?6`,
    ...values(office, asOf, scope),
    limit,
    offset,
  );
}

function values(office: number, asOf: CalendarDate, scope: FigureScope): SqlValue[] {
  return [office, asOf, ...scopeValues(scope)];
}
