interface Listed {
  readonly id: string;
}

/** The item to open once one was decided, as that leaves the queue: the one below it, else the one above. */
export function neighbourOf(
  row: (index: number) => Listed | undefined,
  total: number,
  current: string,
): string | undefined {
  const ids = Array.from({ length: total }, (_, index) => row(index)?.id);
  const at = ids.indexOf(current);
  if (at < 0) return ids[0];
  return ids[at + 1] ?? ids[at - 1];
}
