import { useQuery } from '@tanstack/react-query';
import type { EducationType } from '../../shared/vocabulary/words.ts';
import { educationTypeWords } from '../text/words.ts';
import { type Core, core } from './core.ts';

type Campaign = Awaited<ReturnType<Core['campaign']['current']>>;

/** What the campaign calls a type. */
export function typeName(names: Campaign['typeNames'] | undefined, type: EducationType): string {
  return names?.[type] ?? educationTypeWords[type];
}

/**
 * The types that the campaign requires and offers, under the names that it gives them.
 * @param kept types that a record already has, whatever the campaign offers now
 */
export function useEducationTypes(kept: readonly EducationType[] = []) {
  const { data } = useQuery({ queryKey: ['campaign'], queryFn: () => core.campaign.current() });
  const offered = data ? [...data.requiredTypes, ...data.offeredTypes] : [];
  const types = [...offered, ...kept.filter((type) => !offered.includes(type))];
  const nameOf = (type: EducationType) => typeName(data?.typeNames, type);
  return { types, nameOf, choices: types.map((value) => ({ value, label: nameOf(value) })) };
}
