import { cleanName, foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import type { ExistingPersonnel } from './existing-personnel.ts';
import { existingPeople, postingsOnDay } from './existing-personnel-sql.ts';
import { indexName } from './name-index.ts';
import { createUnit } from './personnel-register.ts';
import { type PersonOnDay, rosterOnDay, unitsOf } from './personnel-sql.ts';
import { placePosting } from './postings.ts';
import type { PlannedRow, RosterFields, RosterPlan } from './roster-plan.ts';

/** The register as a roster that holds from `day` is compared with. */
export function existingPersonnel(db: Readable, office: number, day: CalendarDate): ExistingPersonnel {
  const units = unitsOf(db, office);
  const names = new Map(units.map(({ pk, name }) => [pk, name]));
  const ids = new Map(units.map(({ pk, id }) => [pk, id]));
  const postings = new Map(postingsOnDay(db, day).map((posting) => [posting.person, posting]));
  return {
    units: units
      .filter(({ closed_on }) => closed_on === null || closed_on > day)
      .map(({ id, name, folded, parent }) => ({
        id,
        name,
        folded,
        parentName: names.get(parent ?? 0) ?? null,
      })),
    people: existingPeople(db, office).map((row) => {
      const { id, post, staffing, orderNumber, disambiguator } = row;
      const posting = postings.get(row.pk);
      return {
        ...{ id, post, staffing, orderNumber, disambiguator },
        name: row.name ?? '',
        folded: row.folded ?? '',
        unitId: posting ? (ids.get(posting.unit) ?? null) : null,
        status: posting?.status ?? null,
      };
    }),
  };
}

/** The days from which people added, and postings changed, belong where the roster says. */
export interface RosterDays {
  readonly additions: CalendarDate;
  readonly changes: CalendarDate;
}

/** Carries a plan out inside the caller's write; it was made in the same write, so it still holds. */
export function applyRoster(write: Write, plan: RosterPlan, days: RosterDays): void {
  const created = plan.newUnits.map((name) => createUnit(write, { name, parent: null, kind: null }).id);
  const units = new Map(unitsOf(write, write.office).map((unit) => [unit.id, unit.pk]));
  const people = new Map(rosterOnDay(write, write.office, days.changes).map((row) => [row.id, row]));
  for (const row of plan.rows) {
    if (row.change) applyRow(write, row, days, { created, units, people });
  }
  write.record({ read: plan.read, added: plan.added, changed: plan.changed, newUnits: created.length });
}

interface Known {
  readonly created: readonly string[];
  readonly units: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, PersonOnDay>;
}

function applyRow(write: Write, row: PlannedRow, days: RosterDays, known: Known): void {
  const { change } = row;
  if (!change) return;
  const unit = unitOf(change.unit, known);
  if (change.personId === null) {
    addPerson(write, row, change.fields, unit, days.additions);
    return;
  }
  const person = known.people.get(change.personId);
  ensure(person, 'not_found', { register: 'person' });
  updateRow(write, 'person', person.pk, columns(change.fields));
  const status = change.fields.status ?? person.status ?? 'onDuty';
  const target = unit ?? person.unit;
  const moves = target !== person.unit || status !== person.status;
  if (moves && target !== null) placePosting(write, person.pk, { unit: target, status, from: days.changes });
}

function addPerson(
  write: Write,
  row: PlannedRow,
  fields: RosterFields,
  unit: number | null,
  from: CalendarDate,
): void {
  ensure(unit !== null, 'internal');
  const name = { name: cleanName(row.name), folded: foldName(row.name) };
  const person = insertRow(write, 'person', write.newId(), { ...name, ...columns(fields) });
  indexName(write, name.folded);
  placePosting(write, person, { unit, status: fields.status ?? 'onDuty', from });
}

function unitOf(place: NonNullable<PlannedRow['change']>['unit'], known: Known): number | null {
  if (!place) return null;
  const id = 'id' in place ? place.id : known.created[place.newUnit];
  const unit = id === undefined ? undefined : known.units.get(id);
  ensure(unit !== undefined, 'not_found', { register: 'unit' });
  return unit;
}

/** Columns of the fields that the row states; others stay as they are. */
function columns(fields: RosterFields): Record<string, SqlValue> {
  const { post, staffing, orderNumber, disambiguator } = fields;
  return {
    ...(post !== undefined && { post }),
    ...(staffing !== undefined && { staffing }),
    ...(orderNumber !== undefined && { order_number: orderNumber }),
    ...(disambiguator !== undefined && { disambiguator }),
  };
}
