const DAY_MS = 86_400_000;

/** The last day of a posting; stored is the first day after it. */
export function lastDayOf(until: string): string {
  return dayFrom(until, -1);
}

/** What is stored where a person writes the last day. */
export function firstDayAfter(last: string): string {
  return dayFrom(last, 1);
}

/** Whether the posting holds on the day. */
export function holdsOn(
  { from, until }: { readonly from: string; readonly until: string | null },
  day: string,
): boolean {
  return from <= day && (until === null || day < until);
}

interface TypedPosting {
  readonly from?: string | null | undefined;
  /** The last day; null while it lasts. */
  readonly last?: string | null | undefined;
}

type PostingFault =
  | { readonly at: number; readonly why: 'endsBefore' }
  | { readonly at: number; readonly why: 'overlaps'; readonly earliest: string | null };

/** What does not fit in a series as it stands; blank days are told by the form itself. */
export function postingFaults(series: readonly TypedPosting[]): readonly PostingFault[] {
  return series.flatMap(({ from, last }, at): PostingFault[] => {
    if (from && last && last < from) return [{ at, why: 'endsBefore' }];
    const before = series[at - 1];
    if (!before || !from) return [];
    if (!before.last) return [{ at, why: 'overlaps', earliest: null }];
    return from <= before.last ? [{ at, why: 'overlaps', earliest: firstDayAfter(before.last) }] : [];
  });
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
