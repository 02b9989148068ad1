import { useQuery } from '@tanstack/react-query';
import { choicesOf, retiredOf } from './item-choices.ts';
import { rectificationQueries } from './rectification-queries.ts';

/**
 * The name of a category; one that was retired says so, one of a list that nobody knows keeps what the row says.
 * @param office whose categories they are; the own one's when undefined
 */
export function useCategoryName(office?: string): (id: string | null) => string {
  const { categories = [], retired = [] } = useQuery(rectificationQueries.campaign(office)).data ?? {};
  const known = new Map(
    [...retiredOf(retired), ...choicesOf(categories)].map(({ value, label }) => [value, label]),
  );
  return (id) => known.get(id ?? '') ?? id ?? '';
}
