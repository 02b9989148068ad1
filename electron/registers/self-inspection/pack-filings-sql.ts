import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Declaration, FilingState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { FILER_ORDER, FILERS } from './filers-sql.ts';

/** Somebody who is to file in a round, with what they filed; of its problems nothing. */
export interface FilerToAsk {
  readonly person: string;
  readonly name: string;
  readonly disambiguator: string | null;
  /** id, on the census day. */
  readonly unit: string;
  readonly unitName: string;
  readonly filedOn: CalendarDate | null;
  readonly declared: Declaration | null;
  readonly paperNumber: string | null;
}

/** In the order of every list. */
export function filersToAsk(db: Readable, office: number, round: number, day: CalendarDate): FilerToAsk[] {
  return db.all<FilerToAsk>(
    `${FILERS}
     SELECT person.id AS person, person.name, person.disambiguator, unit.id AS unit, unit.name AS unitName,
       line.filed_on AS filedOn, line.declared, line.paper_number AS paperNumber
     FROM line JOIN filer ON filer.person = line.person
     JOIN person ON person.pk = line.person AND person.name IS NOT NULL JOIN unit ON unit.pk = line.unit
     WHERE line.expected = 1 ORDER BY ${FILER_ORDER}`,
    office,
    round,
    day,
  );
}

/** A filing as it stands. */
export interface StandingFiling {
  readonly person: string;
  readonly id: string;
  readonly rev: number;
  readonly state: FilingState;
  readonly filedOn: CalendarDate;
  readonly declared: Declaration;
  readonly paperNumber: string | null;
}

export function standingFilings(db: Readable, office: number, round: number): StandingFiling[] {
  return db.all<StandingFiling>(
    `SELECT person.id AS person, filing.id, filing.rev, filing.state, filing.filed_on AS filedOn, filing.declared,
       filing.paper_number AS paperNumber
     FROM filing JOIN person ON person.pk = filing.person
     WHERE filing.office = ? AND filing.round = ? AND filing.deleted = 0`,
    office,
    round,
  );
}
