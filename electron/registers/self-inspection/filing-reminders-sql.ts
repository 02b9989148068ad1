import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { FILER_ORDER, owingFilers, WITH_FILING } from './filers-sql.ts';

export interface OwingAsked {
  readonly office: number;
  readonly round: number;
  readonly day: CalendarDate;
  readonly unit: number | null;
}

const OWING = `FROM filer JOIN unit ON unit.pk = filer.unit ${WITH_FILING}`;

/** In the order of every list; units that owe nothing are left out. */
export function owingByUnit(
  db: Readable,
  asked: OwingAsked,
): { unit: string; unitName: string; due: number; returned: number }[] {
  return db.all(
    `${owingFilers(asked.unit)} SELECT unit.id AS unit, unit.name AS unitName, sum(filing.pk IS NULL) AS due,
       sum(filing.pk IS NOT NULL) AS returned
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
    `${owingFilers(asked.unit)} SELECT person.id AS person, person.name, unit.id AS unit, unit.name AS unitName,
       ifnull(filing.state, 'due') AS state
     ${OWING} JOIN person ON person.pk = filer.person
     ORDER BY ${FILER_ORDER} LIMIT ?5 + 0 OFFSET ?6`,
    ...values(asked),
    page.limit,
    page.offset,
  );
}

function values({ office, round, day, unit }: OwingAsked) {
  return [office, round, day, unit] as const;
}
