import { unitsText } from '../../text/units-page.ts';
import { organKindWords, postingStatusWords, staffingWords } from '../../text/words.ts';
import type { Choice } from '../../ui/fields.tsx';
import type { Unit } from './personnel-queries.ts';

export const statusChoices = choicesOf(postingStatusWords);
export const staffingChoices = choicesOf(staffingWords);
export const organKindChoices = choicesOf(organKindWords);

/** With the unit above it where a name stands for several. */
export function unitChoices(units: readonly Unit[]): Choice[] {
  const names = Map.groupBy(units, ({ name }) => name);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.map(({ id, name, parent }) => {
    const above = byId.get(parent ?? '')?.name;
    const isAlone = names.get(name)?.length === 1;
    return { value: id, label: isAlone || !above ? name : unitsText.below(name, above) };
  });
}

/** Where somebody can still belong to. */
export function openUnitChoices(units: readonly Unit[]): Choice[] {
  return unitChoices(units.filter(({ closedOn }) => closedOn === null));
}

function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
