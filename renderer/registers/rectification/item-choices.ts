import { useQuery } from '@tanstack/react-query';
import { ledgerText } from '../../text/rectification-page.ts';
import type { Choice } from '../../ui/fields.tsx';
import { rectificationQueries } from './rectification-queries.ts';

/** What a row holds already; it keeps its name in the form, and is offered to no other. */
interface Kept {
  readonly unit: string | null;
  readonly category: string | null;
}

/** Units that work, and the categories that can be chosen now. */
export function useItemChoices(kept?: Kept | null): {
  readonly units: Choice[];
  readonly categories: Choice[];
} {
  const units = useQuery(rectificationQueries.units(undefined)).data ?? [];
  const { categories = [], retired = [] } = useQuery(rectificationQueries.campaign()).data ?? {};
  return {
    units: units
      .filter(({ id, closedOn }) => closedOn === null || id === kept?.unit)
      .map(({ id, name, closedOn }) => ({
        value: id,
        label: closedOn === null ? name : ledgerText.retired(name),
      })),
    categories: [...choicesOf(categories), ...retiredOf(retired.filter(({ id }) => id === kept?.category))],
  };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export function choicesOf(named: readonly Named[]): Choice[] {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}

export function retiredOf(named: readonly Named[]): Choice[] {
  return named.map(({ id, name }) => ({ value: id, label: ledgerText.retired(name) }));
}
