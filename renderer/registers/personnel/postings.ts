/** The last day of a posting; stored is the first day after it. */
export function lastDayOf(until: string): string {
  return new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10);
}

/** Whether the posting holds on the day. */
export function holdsOn(
  { from, until }: { readonly from: string; readonly until: string | null },
  day: string,
): boolean {
  return from <= day && (until === null || day < until);
}
