import type {
  ExistingPerson,
  ExistingPersonnel,
} from '../../../electron/registers/personnel/existing-personnel.ts';
import type { PlannedRow, RosterPlan } from '../../../electron/registers/personnel/roster-plan.ts';
import { foldName } from '../../../shared/rules/names.ts';

/** The register after a plan, done the slow and obvious way: the oracle of what a plan means. */
export function applyPlan(existing: ExistingPersonnel, plan: RosterPlan): ExistingPersonnel {
  const created = plan.newUnits.map((name) => ({
    id: `new:${name}`,
    name,
    folded: foldName(name),
    parentName: null,
  }));
  const unitIdOf = (row: PlannedRow) => {
    const unit = row.change!.unit!;
    return 'id' in unit ? unit.id : created[unit.newUnit]!.id;
  };
  const people = [...existing.people];
  for (const row of plan.rows) {
    if (!row.change) continue;
    const at = people.findIndex((person) => person.id === row.change!.personId);
    const known = at < 0 ? blank(row, people.length) : people[at]!;
    const changed = {
      ...known,
      ...row.change.fields,
      unitId: row.change.unit ? unitIdOf(row) : known.unitId,
    };
    people.splice(at < 0 ? people.length : at, 1, changed);
  }
  return { units: [...existing.units, ...created], people };
}

function blank(row: PlannedRow, number: number): ExistingPerson {
  return {
    id: `new:${number}`,
    name: row.name,
    folded: foldName(row.name),
    unitId: null,
    status: null,
    post: null,
    staffing: null,
    orderNumber: null,
    disambiguator: null,
  };
}
