import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { type Item, rectificationQueries } from './rectification-queries.ts';

interface LatestItem {
  /** The other one's version, as soon as a conflict made it worth reading. */
  readonly latest: Item | undefined;
  readonly readAgain: () => Promise<Item>;
}

/** After a conflict the item is read again; what was typed stays until the user has chosen. */
export function useLatestItem(id: string | undefined, refusal: Refusal | null): LatestItem {
  const client = useQueryClient();
  const query = { ...rectificationQueries.item(id ?? ''), staleTime: 0 };
  const { data, isFetching } = useQuery({
    ...query,
    enabled: id !== undefined && refusal?.code === 'conflict',
  });
  return { latest: isFetching ? undefined : data, readAgain: () => client.fetchQuery(query) };
}
