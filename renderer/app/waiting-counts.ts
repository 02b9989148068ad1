import { useQuery } from '@tanstack/react-query';
import { core } from '../state/core.ts';

/** How many matters of each register wait for the signed-in account. */
export function useWaitingCounts(): Readonly<Record<string, number>> {
  const { data } = useQuery({ queryKey: ['workList', 'matters'], queryFn: () => core.workList.matters() });
  const counts: Record<string, number> = {};
  for (const { register, mine, count } of data?.matters ?? [])
    if (mine) counts[register] = (counts[register] ?? 0) + count;
  return counts;
}
