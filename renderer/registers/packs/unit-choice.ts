/** What choosing needs to know of a unit. */
export interface ChoiceUnit {
  readonly id: string;
  readonly parent: string | null;
  readonly people: number;
}

export interface UnitChoice {
  /** Null: every one that has somebody to ask. */
  readonly units: ReadonlySet<string> | null;
  /** With the people of the units below, in one file. */
  readonly below: boolean;
}

export interface UnitLine<Unit extends ChoiceUnit> {
  readonly unit: Unit;
  /** 1 for a unit without a parent. */
  readonly level: number;
}

/** above: goes into the file of a unit above it. */
export type Checked = 'own' | 'above' | 'none';

/** The units in the order given, each below its parent. */
export function unitLines<Unit extends ChoiceUnit>(units: readonly Unit[]): readonly UnitLine<Unit>[] {
  const children = Map.groupBy(units, (unit) => parentOf(units, unit));
  const below = (parent: string | null, level: number): UnitLine<Unit>[] =>
    (children.get(parent) ?? []).flatMap((unit) => [{ unit, level }, ...below(unit.id, level + 1)]);
  return below(null, 1);
}

export function checkedOf(units: readonly ChoiceUnit[], choice: UnitChoice): ReadonlyMap<string, Checked> {
  const named = choice.units ?? new Set(namedByAll(units, choice.below));
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const isBelowNamed = ({ parent }: ChoiceUnit): boolean => {
    const above = parent === null ? undefined : known.get(parent);
    return above !== undefined && (named.has(above.id) || isBelowNamed(above));
  };
  return new Map(
    units.map((unit) => {
      if (choice.below && isBelowNamed(unit)) return [unit.id, 'above'];
      return [unit.id, named.has(unit.id) ? 'own' : 'none'];
    }),
  );
}

/** The choice after a click on one unit; all of them again is the choice of all. */
export function toggled(units: readonly ChoiceUnit[], choice: UnitChoice, id: string): UnitChoice {
  const all = namedByAll(units, choice.below);
  const named = new Set(choice.units ?? all);
  if (!named.delete(id)) named.add(id);
  const isAll = all.length === named.size && all.every((one) => named.has(one));
  return { ...choice, units: isAll ? null : named };
}

/** Units that get a file of their own, in the order of the list. */
export function filesOf(units: readonly ChoiceUnit[], choice: UnitChoice): readonly string[] {
  const checked = checkedOf(units, choice);
  return units.filter(({ id }) => checked.get(id) === 'own').map(({ id }) => id);
}

function namedByAll(units: readonly ChoiceUnit[], below: boolean): string[] {
  const named = units.filter((unit) => (below ? parentOf(units, unit) === null : unit.people > 0));
  return named.map(({ id }) => id);
}

function parentOf(units: readonly ChoiceUnit[], { parent }: ChoiceUnit): string | null {
  return units.some(({ id }) => id === parent) ? parent : null;
}
