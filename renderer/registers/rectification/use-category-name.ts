import { useQuery } from '@tanstack/react-query';
import { rectificationQueries } from './rectification-queries.ts';

/** The name of a category; one of a list that is no longer chosen from keeps what the row says. */
export function useCategoryName(): (id: string | null) => string {
  const { data } = useQuery(rectificationQueries.campaign());
  const known = [...(data?.categories ?? []), ...(data?.retired ?? [])];
  return (id) => known.find((category) => category.id === id)?.name ?? id ?? '';
}
