import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/** Rows asked for at once. */
const PAGE = 100;

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface PagedRows<Row> {
  readonly total: number;
  /** Undefined while its page is on the way. */
  readonly row: (index: number) => Row | undefined;
  /** Tells which rows are on the screen: their pages, and only these, are asked for. */
  readonly show: (first: number, last: number) => void;
  readonly isLoading: boolean;
  readonly error: unknown;
}

/**
 * A list of any length, of which only the pages on the screen are held.
 * @param key what the list shows, its filters included
 */
export function usePagedRows<Row>(
  key: readonly unknown[],
  ask: (offset: number, limit: number) => Promise<Page<Row>>,
): PagedRows<Row> {
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 0]);
  const head = useQuery({
    queryKey: [...key, 0],
    queryFn: () => ask(0, PAGE),
    placeholderData: keepPreviousData,
  });
  const total = head.data?.total ?? 0;
  const numbers = pagesBetween(first, Math.min(last, total - 1));
  const others = useQueries({
    queries: numbers.map((page) => ({ queryKey: [...key, page], queryFn: () => ask(page * PAGE, PAGE) })),
  });

  return { total, row, show, isLoading: head.isPending, error: head.error };

  function row(index: number): Row | undefined {
    const page = Math.floor(index / PAGE);
    const data = page === 0 ? head.data : others[numbers.indexOf(page)]?.data;
    return data?.rows[index - page * PAGE];
  }

  function show(from: number, to: number): void {
    if (
      Math.floor(from / PAGE) !== Math.floor(first / PAGE) ||
      Math.floor(to / PAGE) !== Math.floor(last / PAGE)
    )
      setRange([from, to]);
  }
}

/** The pages that the rows stand on, but for the first, which is always there. */
function pagesBetween(first: number, last: number): number[] {
  const from = Math.max(1, Math.floor(first / PAGE));
  const to = Math.floor(last / PAGE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
