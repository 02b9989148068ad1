import { entryText } from '../../text/self-inspection-page.ts';
import type { Choice } from '../../ui/fields.tsx';

interface Category {
  readonly id: string;
  readonly name: string;
  readonly appliesTo: 'unit' | 'all';
}

interface Categories {
  readonly categories: readonly Category[];
  readonly retired: readonly Category[];
}

/** One that was retired keeps its name in the rows that have it, and says so. */
export function categoryName(campaign: Categories | undefined, id: string): string {
  const named = campaign?.categories.find((one) => one.id === id)?.name;
  const old = campaign?.retired.find((one) => one.id === id)?.name;
  return named ?? (old === undefined ? id : entryText.retired(old));
}

/**
 * Numbered, so that a digit finds one; what is said of units only is not offered for a person.
 * @param kept ids that the form already holds: a retired one among them keeps its name, and is offered to no other
 */
export function categoryChoices(campaign: Categories | undefined, kept: readonly string[] = []): Choice[] {
  const offered = (campaign?.categories ?? []).filter(({ appliesTo }) => appliesTo === 'all');
  const old = (campaign?.retired ?? []).filter(({ id }) => kept.includes(id));
  return [
    ...offered.map(({ id, name }, at) => ({ value: id, label: `${at + 1} ${name}` })),
    ...old.map(({ id, name }) => ({ value: id, label: entryText.retired(name) })),
  ];
}
