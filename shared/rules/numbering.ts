/** A number of the rectification ledger: its year and the running number within it. */
export interface ItemNumber {
  readonly year: number;
  readonly number: number;
}

/**
 * The number for an item issued in `year`: one above the highest of that year, from 1. `known` holds the
 * highest of the file, and after a restore also those of the anchor and of the last countersigned bundle:
 * “numbering goes on above the highest” of them; numbers of voided items count, none is used twice.
 * @throws RangeError when a known number is no whole number ≥ 1
 */
export function nextNumber(year: number, known: readonly ItemNumber[]): ItemNumber {
  const numbers = known.filter((one) => one.year === year).map((one) => one.number);
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 1)) {
    throw new RangeError(`no number of ${year}: ${numbers.join(', ')}`);
  }
  return { year, number: numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1 };
}
