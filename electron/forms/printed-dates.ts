/** 2021年3月5日: without leading zeros, as GB/T 9704 has it. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 3月5日 */
export function printedDay(date: string): string {
  return printedDate(date).replace(/^\d+年/, '');
}

/** 从…至… of whichever ends are given; null where both are open. */
export function printedSpan(from: string | null, until: string | null): string | null {
  if (from && until) return `${printedDate(from)}至${printedDate(until)}`;
  if (from) return `${printedDate(from)}起`;
  return until ? `截至${printedDate(until)}` : null;
}
