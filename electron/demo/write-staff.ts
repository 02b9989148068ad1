import { addPerson, createUnit, transfer } from '../registers/personnel/personnel-register.ts';
import type { Write } from '../store/handles.ts';
import type { PlannedPerson, StaffPlan } from './staff-plan.ts';

/** Ids of the written units and people, at their indices in the plan. */
export interface StaffIds {
  readonly units: readonly string[];
  readonly people: readonly string[];
}

export function writeStaff(write: Write, plan: StaffPlan): StaffIds {
  const units: string[] = [];
  for (const { name, kind, parent } of plan.units) {
    const above = parent === null ? null : idAt(units, parent);
    units.push(createUnit(write, { name, kind, parent: above, orderNumber: units.length + 1 }).id);
  }
  return { units, people: plan.people.map((person) => writePerson(write, units, person)) };
}

export function idAt(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new RangeError('the plan names what it does not have');
  return id;
}

function writePerson(write: Write, units: readonly string[], person: PlannedPerson): string {
  const { name, post, staffing, orderNumber, disambiguator, postings } = person;
  const [first, ...later] = postings;
  if (!first) throw new RangeError('a person without a posting');
  const { id, rev } = addPerson(write, {
    name,
    post,
    staffing,
    orderNumber,
    disambiguator,
    unit: idAt(units, first.unit),
    status: first.status,
    from: first.from,
  });
  for (const { unit, status, from } of later)
    transfer(write, { id, rev, unit: idAt(units, unit), status, from });
  return id;
}
