import { foldName } from '../../../shared/rules/names.ts';
import type { NamedUnit } from './counters-sql.ts';

/** Between a unit and the one above it, where its name alone would not do. */
const BELOW = '／';

/** Units by what a sheet calls them: their name, or with those above where several have it. */
export function unitLabels(units: readonly NamedUnit[]): ReadonlyMap<number, string> {
  const byPk = new Map(units.map((unit) => [unit.pk, unit]));
  const named = Map.groupBy(units, ({ name }) => foldName(name));
  const pathOf = ({ name, parent }: NamedUnit): string => {
    const above = parent === null ? undefined : byPk.get(parent);
    return above ? `${pathOf(above)}${BELOW}${name}` : name;
  };
  return new Map(
    units.map((unit) => {
      const isAlone = named.get(foldName(unit.name))?.length === 1;
      return [unit.pk, isAlone ? unit.name : pathOf(unit)];
    }),
  );
}

/** Units that a text of a sheet may mean. */
export function unitIndex(units: readonly NamedUnit[]): (text: string) => readonly NamedUnit[] {
  const labels = unitLabels(units);
  const byLabel = Map.groupBy(units, ({ pk }) => foldName(labels.get(pk) ?? ''));
  const byName = Map.groupBy(units, ({ name }) => foldName(name));
  return (text) => {
    const labelled = byLabel.get(foldName(text)) ?? [];
    return labelled.length === 1 ? labelled : (byName.get(foldName(text)) ?? []);
  };
}
