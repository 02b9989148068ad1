import { foldName } from '../../../shared/rules/names.ts';
import { type RowReason, UNIT_DOUBTS, type UnitDoubt } from '../../../shared/vocabulary/import-outcomes.ts';
import type { ExistingPerson, ExistingPersonnel, ExistingUnit } from './existing-personnel.ts';
import type { DecidedPlan } from './roster-decisions.ts';
import type { PlannedRow } from './roster-plan.ts';

/** Reasons about who is meant. */
const PERSON_DOUBTS: readonly (RowReason | null)[] = ['ambiguousName', 'contradictoryRows', 'duplicateRow'];
const MOST_CANDIDATES = 20;

/** The plan as a person reads it: what each row changes, and whom or which unit a doubtful one may mean. */
export function rosterReport(plan: DecidedPlan, existing: ExistingPersonnel) {
  const units = new Map(existing.units.map((unit) => [unit.id, unit]));
  const people = peopleOf(plan, existing);
  const namesakes = namesakesOf(plan, existing);
  const { read, added, changed, unchanged, held, skipped } = plan;
  return {
    ...{ read, added, changed, unchanged, held, skipped },
    droppedColumns: [...plan.droppedColumns],
    unitsInDoubt: unitsInDoubt(plan.rows, existing.units),
    unusedDecisions: [...plan.unused],
    rows: plan.rows.map((row): ToldRow => {
      const { line, outcome, name, unit, reason } = row;
      const told = { line, outcome, name, unit, reason };
      const isDecided = plan.decided.has(line);
      if (reason === null && !isDecided && outcome !== 'changed') return told;
      const changes = changesOf(row, plan, people, units);
      const candidates = PERSON_DOUBTS.includes(reason)
        ? candidatesOf(row, namesakes.get(foldName(name)) ?? [], units)
        : [];
      return {
        ...told,
        ...(changes.length > 0 && { changes }),
        ...(candidates.length > 0 && { candidates }),
        ...(isDecided && { decided: true }),
      };
    }),
  };
}

interface ToldRow extends Omit<PlannedRow, 'change'> {
  readonly changes?: Change[];
  readonly candidates?: ReturnType<typeof candidatesOf>;
  readonly decided?: true;
}

/** Nobody where nobody is changed: to know everybody by their id takes longer than the rows do. */
function peopleOf(plan: DecidedPlan, { people }: ExistingPersonnel): ReadonlyMap<string, ExistingPerson> {
  return new Map(plan.changed === 0 ? [] : people.map((person) => [person.id, person]));
}

/** By their folded names; nobody where no row is in doubt about somebody. */
function namesakesOf(
  { rows }: DecidedPlan,
  { people }: ExistingPersonnel,
): ReadonlyMap<string, readonly ExistingPerson[]> {
  const isInDoubt = rows.some(({ reason }) => PERSON_DOUBTS.includes(reason));
  return isInDoubt ? Map.groupBy(people, ({ folded }) => folded) : new Map();
}

type Change = { readonly field: 'unit' | keyof Stated; readonly before: Value | null; readonly after: Value };
type Value = string | number;
type Stated = Pick<ExistingPerson, (typeof STATED)[number]>;
const STATED = ['status', 'post', 'staffing', 'orderNumber', 'disambiguator'] as const;

function changesOf(
  { change, unit }: PlannedRow,
  plan: DecidedPlan,
  people: ReadonlyMap<string, ExistingPerson>,
  units: ReadonlyMap<string, ExistingUnit>,
): Change[] {
  const known = people.get(change?.personId ?? '');
  if (!change || !known) return [];
  const changes: Change[] = [];
  if (change.unit) {
    const after = 'id' in change.unit ? units.get(change.unit.id)?.name : plan.newUnits[change.unit.newUnit];
    const before = units.get(known.unitId ?? '')?.name ?? null;
    changes.push({ field: 'unit', before, after: after ?? unit });
  }
  for (const field of STATED) {
    const after = change.fields[field];
    if (after !== undefined) changes.push({ field, before: known[field], after });
  }
  return changes;
}

/** Those of the unit that the row names first. */
function candidatesOf(
  { unit }: PlannedRow,
  namesakes: readonly ExistingPerson[],
  units: ReadonlyMap<string, ExistingUnit>,
) {
  const isHere = (person: ExistingPerson) => units.get(person.unitId ?? '')?.folded === foldName(unit);
  return namesakes
    .toSorted((one, other) => Number(isHere(other)) - Number(isHere(one)))
    .slice(0, MOST_CANDIDATES)
    .map((person) => ({
      id: person.id,
      name: person.name,
      unitName: units.get(person.unitId ?? '')?.name ?? null,
      status: person.status,
      post: person.post,
      disambiguator: person.disambiguator,
    }));
}

/** Each text once, however many rows say it. */
function unitsInDoubt(rows: readonly PlannedRow[], units: readonly ExistingUnit[]) {
  const isUnitDoubt = ({ reason, unit }: PlannedRow) =>
    reason === 'missingField' ? unit === '' : UNIT_DOUBTS.includes(reason as UnitDoubt);
  const byText = Map.groupBy(rows.filter(isUnitDoubt), ({ unit }) => foldName(unit));
  return [...byText].map(([folded, held]) => ({
    text: held[0]?.unit ?? '',
    reason: (held[0]?.reason ?? 'unknownUnit') as UnitDoubt,
    rows: held.length,
    candidates: unitsLike(folded, units),
  }));
}

/** Of that name, or one name is part of the other. */
function unitsLike(folded: string, units: readonly ExistingUnit[]) {
  const isLike = (unit: ExistingUnit) => unit.folded.includes(folded) || folded.includes(unit.folded);
  const found = folded === '' ? [] : units.filter(isLike);
  return found
    .toSorted((one, other) => Number(other.folded === folded) - Number(one.folded === folded))
    .slice(0, MOST_CANDIDATES)
    .map(({ id, name, parentName }) => ({ id, name, parentName }));
}
