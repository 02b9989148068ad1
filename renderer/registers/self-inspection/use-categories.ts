import { useQuery } from '@tanstack/react-query';
import type { Choice } from '../../ui/fields.tsx';
import { categoryChoices, categoryName } from './category-choices.ts';
import { selfInspectionQueries } from './self-inspection-queries.ts';

export function useCategoryName(): (id: string) => string {
  const { data } = useQuery(selfInspectionQueries.campaign());
  return (id) => categoryName(data, id);
}

/** @param kept ids that the form already holds */
export function useCategoryChoices(kept: readonly string[] = []): Choice[] {
  const { data } = useQuery(selfInspectionQueries.campaign());
  return categoryChoices(data, kept);
}
