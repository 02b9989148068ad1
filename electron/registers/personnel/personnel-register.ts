import type { z } from 'zod';
import type { Given } from '../../../shared/contract/base.ts';
import type { personnel, person as personShape } from '../../../shared/contract/personnel.ts';
import { cleanName, foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { countReferences } from '../../store/row-references.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { indexName } from './name-index.ts';
import { typedSpelling } from './name-words.ts';
import { countPeopleOnDay, type NameSearch, type PeopleFilter, peopleOnDay } from './people-sql.ts';
import { changesOfPerson } from './person-history-sql.ts';
import {
  countedUnits,
  countHeads,
  nextUnitOrder,
  type PersonOnDay,
  type PersonRow,
  type PostingRow,
  personOnDay,
  postingsOf,
  type UnitRow,
  unitsOf,
} from './personnel-sql.ts';
import { placePosting, removePostings, replacePostings } from './postings.ts';
import { requireFreeName } from './unit-changes.ts';
import { requireOpenAbove } from './unit-rules.ts';

const CHANGES_MOST = 100;

type PersonFields = Pick<
  Given<typeof personnel.updatePerson>,
  'name' | 'post' | 'staffing' | 'orderNumber' | 'disambiguator'
>;

export function units(db: Readable, office: number, today: CalendarDate) {
  return countedUnits(db, office, today).map((row) => ({
    id: row.id,
    rev: row.rev,
    parent: row.parent_id,
    name: row.name,
    kind: row.kind,
    orderNumber: row.order_number,
    closedOn: row.closed_on,
    people: row.people,
  }));
}

/** E of a day. */
export function headcount(db: Readable, office: number, day: CalendarDate) {
  return { people: countHeads(db, office, day) };
}

/** Two units of one parent never share a folded name: the roster finds its units by it. */
export function createUnit(write: Write, input: Given<typeof personnel.createUnit>) {
  const parent = input.parent ? findRow<UnitRow>(write, 'unit', write.office, input.parent) : null;
  const folded = foldName(input.name);
  requireFreeName(write, parent?.pk ?? null, folded);
  requireOpenAbove(parent, { closed_on: null });
  const id = write.newId();
  insertRow(write, 'unit', id, {
    parent: parent?.pk ?? null,
    name: cleanName(input.name),
    folded,
    kind: input.kind,
    order_number: input.orderNumber ?? nextUnitOrder(write, write.office),
  });
  write.record({ unit: id });
  return { id, rev: write.rev };
}

type Asked = Given<typeof personnel.people>;
type PeopleAsked = Partial<Asked> & Pick<Asked, 'offset' | 'limit'>;

export function people(db: Readable, office: number, input: PeopleAsked, today: CalendarDate) {
  const filter: PeopleFilter = {
    office,
    asOf: input.asOf ?? today,
    unit: input.unit
      ? { pk: findRow<UnitRow>(db, 'unit', office, input.unit).pk, below: input.below ?? false }
      : null,
    search: searchOf(input.search),
    statuses: input.status === undefined ? null : [input.status].flat(),
  };
  return {
    total: countPeopleOnDay(db, filter),
    people: peopleOnDay(db, filter, { ...input, sort: input.sort ?? 'order' }).map(asPerson),
  };
}

function searchOf(text = ''): NameSearch | null {
  const characters = foldName(text);
  return characters === '' ? null : { characters, spelling: typedSpelling(text) };
}

export function person(db: Readable, office: number, id: string, today: CalendarDate) {
  const row = personOnDay(db, office, id, today);
  ensure(row, 'not_found', { register: 'person' });
  return {
    ...asPerson(row),
    postings: postingsOf(db, row.pk).map(asPosting),
    changes: office === OWN_OFFICE ? changesOfPerson(db, row, CHANGES_MOST) : [],
  };
}

export function addPerson(write: Write, input: Given<typeof personnel.addPerson>) {
  const unit = findRow<UnitRow>(write, 'unit', write.office, input.unit);
  const id = write.newId();
  const pk = insertRow(write, 'person', id, personColumns(input));
  indexName(write, foldName(input.name));
  const from = input.from ?? write.today;
  placePosting(write, pk, { unit: unit.pk, status: input.status, from });
  write.record({ person: id, from });
  return { id, rev: write.rev };
}

export function updatePerson(write: Write, input: Given<typeof personnel.updatePerson>) {
  const row = findRow<PersonRow>(write, 'person', write.office, input.id);
  guardVersion(write, row, input.rev);
  updateRow(write, 'person', row.pk, personColumns(input));
  indexName(write, foldName(input.name));
  write.record({ person: row.id });
  return { id: row.id, rev: write.rev };
}

/** From `from` on the person belongs elsewhere or with another status; what was before that day stays. */
export function transfer(write: Write, input: Given<typeof personnel.transfer>) {
  const row = findRow<PersonRow>(write, 'person', write.office, input.id);
  guardVersion(write, row, input.rev);
  const unit = findRow<UnitRow>(write, 'unit', write.office, input.unit);
  placePosting(write, row.pk, { unit: unit.pk, status: input.status, from: input.from });
  updateRow(write, 'person', row.pk, {});
  write.record({ person: row.id, from: input.from, unit: unit.id, status: input.status });
  return { id: row.id, rev: write.rev };
}

/** What lists of sessions froze stays in them. */
export function correctPostings(write: Write, input: Given<typeof personnel.correctPostings>) {
  const row = findRow<PersonRow>(write, 'person', write.office, input.id);
  guardVersion(write, row, input.rev);
  const units = new Map(unitsOf(write, write.office).map(({ id, pk }) => [id, pk]));
  const series = input.postings.map(({ unit: id, ...posting }) => {
    const unit = units.get(id);
    ensure(unit !== undefined, 'not_found', { register: 'unit' });
    return { ...posting, unit };
  });
  const touched = replacePostings(write, row.pk, series);
  updateRow(write, 'person', row.pk, {});
  write.record({ person: row.id, reason: input.reason, from: input.postings[0]?.from, touched });
  return { id: row.id, rev: write.rev };
}

/** @throws Refusal `person_has_history` (`count`): tombstones count as well */
export function removePerson(write: Write, input: Given<typeof personnel.removePerson>) {
  const row = findRow<PersonRow>(write, 'person', write.office, input.id);
  guardVersion(write, row, input.rev);
  const count = countReferences(write, 'person', row);
  ensure(count === 0, 'person_has_history', { count });
  removePostings(write, row.pk);
  updateRow(write, 'person', row.pk, { deleted: 1 });
  write.record({ person: row.id });
  return { id: row.id, rev: write.rev };
}

function personColumns(input: PersonFields) {
  return {
    name: cleanName(input.name),
    folded: foldName(input.name),
    post: input.post,
    staffing: input.staffing,
    order_number: input.orderNumber,
    disambiguator: input.disambiguator,
  };
}

function asPerson(row: PersonOnDay): z.output<typeof personShape> {
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    post: row.post,
    staffing: row.staffing,
    orderNumber: row.order_number,
    disambiguator: row.disambiguator,
    unit: row.unit_id,
    unitName: row.unit_name,
    status: row.status,
  };
}

function asPosting(row: PostingRow) {
  return {
    id: row.id,
    rev: row.rev,
    unit: row.unit_id,
    unitName: row.unit_name,
    status: row.status,
    from: row.from_on,
    until: row.until_on,
  };
}
