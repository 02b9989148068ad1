import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  COUNTED_STATUSES,
  type OrganKind,
  type PostingStatus,
  type Staffing,
} from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface UnitRow extends StoredRow {
  readonly parent: number | null;
  readonly parent_id: string | null;
  readonly name: string;
  readonly folded: string;
  readonly kind: OrganKind | null;
  readonly order_number: number;
  readonly closed_on: string | null;
}

export type CountedUnit = UnitRow & { readonly people: number };

export interface PersonRow extends StoredRow {
  readonly name: string | null;
  readonly folded: string | null;
  readonly post: string | null;
  readonly staffing: Staffing | null;
  readonly order_number: number | null;
  readonly disambiguator: string | null;
}

export interface PostingRow extends StoredRow {
  readonly person: number;
  readonly unit: number;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly status: PostingStatus;
  readonly from_on: CalendarDate;
  readonly until_on: CalendarDate | null;
}

/** A person with the posting of one day; the posting's columns are null when there is none that day. */
export interface PersonOnDay extends PersonRow {
  readonly posting: number | null;
  readonly unit: number | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly status: PostingStatus | null;
}

const COUNTED = COUNTED_STATUSES.map((status) => `'${status}'`).join(', ');

/** Units with the people counted in each on a day, those of units below it not among them. */
export function countedUnits(db: Readable, office: number, day: CalendarDate): CountedUnit[] {
  return db.all<CountedUnit>(
    `SELECT unit.*, parent.id AS parent_id, ifnull(counted.people, 0) AS people
     FROM unit LEFT JOIN unit AS parent ON parent.pk = unit.parent
     LEFT JOIN (
       SELECT posting.unit, count(DISTINCT posting.person) AS people
       FROM posting JOIN person ON person.pk = posting.person AND person.deleted = 0
       WHERE posting.office = ?1 AND posting.deleted = 0 AND posting.status IN (${COUNTED})
         AND (person.purpose IS NULL OR person.purpose = 'attendance')
         AND posting.from_on <= ?2 AND (posting.until_on IS NULL OR posting.until_on > ?2)
       GROUP BY posting.unit
     ) AS counted ON counted.unit = unit.pk
     WHERE unit.office = ?1 AND unit.deleted = 0 ORDER BY unit.order_number, unit.pk`,
    office,
    day,
  );
}

/** E: people are counted, not postings. */
export function countHeads(db: Readable, office: number, day: CalendarDate): number {
  const row = db.get<{ people: number }>(
    `SELECT count(DISTINCT person.pk) AS people FROM posting JOIN person ON person.pk = posting.person
     WHERE posting.office = ?1 AND posting.deleted = 0 AND person.deleted = 0 AND posting.status IN (${COUNTED})
       AND (person.purpose IS NULL OR person.purpose = 'attendance')
       AND posting.from_on <= ?2 AND (posting.until_on IS NULL OR posting.until_on > ?2)`,
    office,
    day,
  );
  return row?.people ?? 0;
}

export function unitsOf(db: Readable, office: number): UnitRow[] {
  return db.all<UnitRow>(
    `SELECT unit.*, parent.id AS parent_id FROM unit LEFT JOIN unit AS parent ON parent.pk = unit.parent
     WHERE unit.office = ? AND unit.deleted = 0 ORDER BY unit.order_number, unit.pk`,
    office,
  );
}

export function nextUnitOrder(db: Readable, office: number): number {
  const row = db.get<{ last: number | null }>(
    'SELECT max(order_number) AS last FROM unit WHERE office = ? AND deleted = 0',
    office,
  );
  return (row?.last ?? 0) + 1;
}

export function findSibling(
  db: Readable,
  office: number,
  parent: number | null,
  folded: string,
): { pk: number } | undefined {
  return db.get(
    'SELECT pk FROM unit WHERE office = ? AND parent IS ? AND folded = ? AND deleted = 0',
    office,
    parent,
    folded,
  );
}

const ON_DAY = `
  FROM person LEFT JOIN posting ON posting.person = person.pk AND posting.deleted = 0
    AND posting.from_on <= ?1 AND (posting.until_on IS NULL OR posting.until_on > ?1)
  LEFT JOIN unit ON unit.pk = posting.unit
  WHERE person.office = ?2 AND person.deleted = 0`;

export const PERSON_ON_DAY =
  'person.*, posting.pk AS posting, unit.pk AS unit, unit.id AS unit_id, unit.name AS unit_name, posting.status';

export function rosterOnDay(db: Readable, office: number, day: CalendarDate): PersonOnDay[] {
  return db.all<PersonOnDay>(`SELECT ${PERSON_ON_DAY} ${ON_DAY} ORDER BY person.pk`, day, office);
}

export function personOnDay(
  db: Readable,
  office: number,
  id: string,
  day: CalendarDate,
): PersonOnDay | undefined {
  return db.get<PersonOnDay>(`SELECT ${PERSON_ON_DAY} ${ON_DAY} AND person.id = ?3`, day, office, id);
}

export function postingsOf(db: Readable, person: number): PostingRow[] {
  return db.all<PostingRow>(
    `SELECT posting.*, unit.id AS unit_id, unit.name AS unit_name
     FROM posting JOIN unit ON unit.pk = posting.unit
     WHERE posting.person = ? AND posting.deleted = 0 ORDER BY posting.from_on`,
    person,
  );
}
