import type { z } from 'zod';
import type { Given } from '../../../shared/contract/base.ts';
import type { personnel, person as personShape } from '../../../shared/contract/personnel.ts';
import { cleanName, foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import {
  countedUnits,
  countHeads,
  countPeopleOnDay,
  findSibling,
  nextUnitOrder,
  type PersonOnDay,
  type PersonRow,
  type PostingRow,
  peopleOnDay,
  personOnDay,
  postingsOf,
  type UnitRow,
} from './personnel-sql.ts';
import { placePosting } from './postings.ts';

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
  const parent = input.parent ? findRow<UnitRow>(write, 'unit', write.office, input.parent).pk : null;
  const folded = foldName(input.name);
  ensure(!findSibling(write, write.office, parent, folded), 'unit_exists');
  const id = write.newId();
  insertRow(write, 'unit', id, {
    parent,
    name: cleanName(input.name),
    folded,
    kind: input.kind,
    order_number: input.orderNumber ?? nextUnitOrder(write, write.office),
  });
  write.record({ unit: id });
  return { id, rev: write.rev };
}

export function people(
  db: Readable,
  office: number,
  input: Given<typeof personnel.people>,
  today: PostingRow['from_on'],
) {
  const filter = {
    asOf: input.asOf ?? today,
    unit: input.unit ? findRow<UnitRow>(db, 'unit', office, input.unit).pk : null,
    search: input.search ? foldName(input.search) : null,
    status: input.status ?? null,
    offset: input.offset,
    limit: input.limit,
  };
  return {
    total: countPeopleOnDay(db, office, filter),
    people: peopleOnDay(db, office, filter).map(asPerson),
  };
}

export function person(db: Readable, office: number, id: string, today: PostingRow['from_on']) {
  const row = personOnDay(db, office, id, today);
  ensure(row, 'not_found', { register: 'person' });
  return { ...asPerson(row), postings: postingsOf(db, row.pk).map(asPosting) };
}

export function addPerson(write: Write, input: Given<typeof personnel.addPerson>) {
  const unit = findRow<UnitRow>(write, 'unit', write.office, input.unit);
  const id = write.newId();
  const pk = insertRow(write, 'person', id, personColumns(input));
  placePosting(write, pk, { unit: unit.pk, status: input.status, from: input.from ?? write.today });
  write.record({ person: id });
  return { id, rev: write.rev };
}

export function updatePerson(write: Write, input: Given<typeof personnel.updatePerson>) {
  const row = findRow<PersonRow>(write, 'person', write.office, input.id);
  guardVersion(write, row, input.rev);
  updateRow(write, 'person', row.pk, personColumns(input));
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
  write.record({ person: row.id, from: input.from });
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
