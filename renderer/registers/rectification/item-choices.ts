import { useQuery } from '@tanstack/react-query';
import type { Choice } from '../../ui/fields.tsx';
import { rectificationQueries } from './rectification-queries.ts';

/** Units that work, and the categories that can be chosen now. */
export function useItemChoices(): { readonly units: Choice[]; readonly categories: Choice[] } {
  const units = useQuery(rectificationQueries.units(undefined)).data ?? [];
  const campaign = useQuery(rectificationQueries.campaign()).data;
  return {
    units: units
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name }) => ({ value: id, label: name })),
    categories: (campaign?.categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}
