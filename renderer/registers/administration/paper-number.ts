/** A number of the rectification ledger as it is printed, `2021-17`; null for anything else. */
export function paperNumber(typed: string): { year: number; number: number } | null {
  const [, year, number] = /^\s*(\d{4})\s*[-－—]\s*(\d{1,6})\s*$/.exec(typed.normalize('NFKC')) ?? [];
  return year && Number(number) > 0 ? { year: Number(year), number: Number(number) } : null;
}
