import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES, type Declaration } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

const COUNTED = COUNTED_STATUSES.map((status) => `'${status}'`).join(', ');

/** Everybody known by name who is to file on the day, with the surrogate of their unit. */
export function expectedFilers(
  db: Readable,
  office: number,
  day: CalendarDate,
): { id: string; name: string; disambiguator: string | null; unit: number }[] {
  return db.all(
    `SELECT person.id, person.name, person.disambiguator, posting.unit
     FROM person JOIN posting ON posting.person = person.pk AND posting.deleted = 0
       AND posting.status IN (${COUNTED}) AND posting.from_on <= ?1
       AND (posting.until_on IS NULL OR posting.until_on > ?1)
     WHERE person.office = ?2 AND person.deleted = 0 AND person.name IS NOT NULL`,
    day,
    office,
  );
}

/** Those of the ids who are known by name, wherever they were on the day. */
export function namedPeople(
  db: Readable,
  office: number,
  ids: readonly string[],
  day: CalendarDate,
): { id: string; name: string; disambiguator: string | null; unitName: string }[] {
  return db.all(
    `SELECT person.id, person.name, person.disambiguator, ifnull(unit.name, '') AS unitName
     FROM json_each(?1) AS picked
     JOIN person ON person.id = picked.value AND person.office = ?2 AND person.deleted = 0 AND person.name IS NOT NULL
     LEFT JOIN posting ON posting.person = person.pk AND posting.deleted = 0 AND posting.from_on <= ?3
       AND (posting.until_on IS NULL OR posting.until_on > ?3)
     LEFT JOIN unit ON unit.pk = posting.unit`,
    JSON.stringify(ids),
    office,
    day,
  );
}

export function filedInRound(
  db: Readable,
  office: number,
  round: number,
): { person: string; filed_on: CalendarDate; declared: Declaration; paper_number: string | null }[] {
  return db.all(
    `SELECT person.id AS person, filing.filed_on, filing.declared, filing.paper_number
     FROM filing JOIN person ON person.pk = filing.person
     WHERE filing.office = ? AND filing.round = ? AND filing.deleted = 0`,
    office,
    round,
  );
}

export function unitTree(
  db: Readable,
  office: number,
): { pk: number; parent: number | null; name: string }[] {
  return db.all('SELECT pk, parent, name FROM unit WHERE office = ? AND deleted = 0', office);
}
