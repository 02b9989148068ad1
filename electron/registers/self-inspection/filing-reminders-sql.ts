import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { FILERS } from './filers-sql.ts';

export interface OwingAsked {
  readonly office: number;
  readonly round: number;
  readonly day: CalendarDate;
  readonly unit: number | null;
}

const OWING = `FROM asked JOIN line ON line.state IN ('due', 'returned') AND line.unit = ifnull(asked.unit, line.unit)
JOIN unit ON unit.pk = line.unit`;

/** In the order of every list; units that owe nothing are left out. */
export function owingByUnit(
  db: Readable,
  asked: OwingAsked,
): { unit: string; unitName: string; due: number; returned: number }[] {
  return db.all(
    `${FILERS} SELECT unit.id AS unit, unit.name AS unitName, sum(line.state = 'due') AS due,
       sum(line.state = 'returned') AS returned
     ${OWING} GROUP BY unit.pk ORDER BY unit.order_number, unit.pk`,
    ...values(asked),
  );
}

export function owingPeople(
  db: Readable,
  asked: OwingAsked,
  page: { readonly offset: number; readonly limit: number },
): { person: string; name: string; unit: string; unitName: string; state: 'due' | 'returned' }[] {
  return db.all(
    `${FILERS} SELECT person.id AS person, person.name, unit.id AS unit, unit.name AS unitName, line.state
     ${OWING} JOIN person ON person.pk = line.person
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk
     LIMIT ? OFFSET ?`,
    ...values(asked),
    page.limit,
    page.offset,
  );
}

function values({ office, round, day, unit }: OwingAsked) {
  return [office, round, day, null, unit, null, null] as const;
}
