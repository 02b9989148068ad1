import { nextPaperNumber } from '../../../shared/rules/paper-numbers.ts';

/**
 * The number on each paper of a pile that lies in order.
 * @returns as many as there are papers; null where the first one cannot be counted on
 */
export function numbersFrom(first: string | null, papers: number): (string | null)[] | null {
  const numbers: (string | null)[] = [];
  let next = first;
  for (let at = 0; at < papers; at++) {
    if (first !== null && next === null) return null;
    numbers.push(next);
    next = next === null ? null : nextPaperNumber(next);
  }
  return numbers;
}
