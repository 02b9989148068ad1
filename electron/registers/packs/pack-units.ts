import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { units as unitsOnDay } from '../personnel/personnel-register.ts';

export interface PackUnit {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

/** Units that are open on a day, in the order of lists. */
export function openUnits(db: Readable, office: number, day: Write['today']): PackUnit[] {
  return unitsOnDay(db, office, day).filter(({ closedOn }) => closedOn === null || closedOn > day);
}

/** Of a pack: the unit, with those below it or alone; all where none is named. */
export function scopeOf(
  units: readonly PackUnit[],
  unit: string | null,
  below: boolean,
): ReadonlyMap<string, PackUnit> {
  if (unit === null) return new Map(units.map((one) => [one.id, one]));
  const children = Map.groupBy(units, ({ parent }) => parent);
  const scope = new Map<string, PackUnit>();
  const take = (one: PackUnit): void => {
    if (scope.has(one.id)) return;
    scope.set(one.id, one);
    if (below) children.get(one.id)?.forEach(take);
  };
  units.filter(({ id }) => id === unit).forEach(take);
  return scope;
}

/**
 * The units that get a pack: those named, or every one; with the units below in one pack, every one at the top.
 * @throws Refusal `not_found`
 */
export function unitsToIssue(
  units: readonly PackUnit[],
  named: readonly string[],
  below: boolean,
): readonly PackUnit[] {
  const open = new Map(units.map((unit) => [unit.id, unit]));
  if (named.length === 0)
    return below ? units.filter(({ parent }) => parent === null || !open.has(parent)) : units;
  return [...new Set(named)].map((id) => {
    const unit = open.get(id);
    ensure(unit, 'not_found', { register: 'unit' });
    return unit;
  });
}
