interface Reviewable {
  readonly id: string | null;
  readonly state: string;
}

/**
 * The filing to open after one was dealt with: the next that waits for review below it, else the first above.
 * @param row the list as shown; undefined where its page is not there
 */
export function nextToReview(
  row: (index: number) => Reviewable | undefined,
  total: number,
  current: string,
): string | null {
  const ids = Array.from({ length: total }, (_, index) => row(index))
    .filter((one) => one?.state === 'filed' || one?.id === current)
    .flatMap((one) => (one?.id ? [one.id] : []));
  const at = ids.indexOf(current);
  return ids[at + 1] ?? ids.find((id) => id !== current) ?? null;
}
