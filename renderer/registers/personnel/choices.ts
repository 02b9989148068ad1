import { organKindWords, postingStatusWords, staffingWords } from '../../text/words.ts';
import type { Choice } from '../../ui/fields.tsx';
import type { Unit } from './personnel-queries.ts';

export const statusChoices = choicesOf(postingStatusWords);
export const staffingChoices = choicesOf(staffingWords);
export const organKindChoices = choicesOf(organKindWords);

export function unitChoices(units: readonly Unit[]): Choice[] {
  return units.map(({ id, name }) => ({ value: id, label: name }));
}

function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
