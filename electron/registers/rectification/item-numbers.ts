import { nextNumber } from '../../../shared/rules/numbering.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { givenNumbers, noteGiven } from '../../store/given-numbers-sql.ts';
import type { Write } from '../../store/handles.ts';
import { highestNumber } from './rectification-sql.ts';

/** The columns that number an item; null together, in a draft. */
export interface NumberColumns {
  readonly number_year: number | null;
  readonly number: number | null;
}

/**
 * The next number of the year in which an item is issued. Gap-free because it is read and used inside the
 * one transaction that issues, and because nothing takes a number back: undoing an issue is 作废. After a restore it
 * goes on above the numbers that the books put back do not have.
 */
export function numberFor(write: Write, issuedOn: CalendarDate): { number_year: number; number: number } {
  const year = Number(issuedOn.slice(0, 4));
  const highest = highestNumber(write, write.office, year);
  const inBooks = highest === null ? [] : [{ year, number: highest }];
  const next = nextNumber(year, [...inBooks, ...givenNumbers(write)]);
  noteGiven(write, next);
  const { number } = next;
  return { number_year: year, number };
}

/** As people write it: `2021-7`; null for a draft. */
export function printNumber({ number_year: year, number }: NumberColumns): string | null {
  return year === null || number === null ? null : `${year}-${number}`;
}
