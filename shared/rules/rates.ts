/** A share as two whole numbers; it becomes text only where a person reads it. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a zero denominator prints: there was nothing to have a share of. */
const NO_RATE = '—';

/**
 * A rate of two counts.
 * @throws RangeError when one is no whole number ≥ 0, or the part is greater than the whole
 */
export function rate(numerator: number, denominator: number): Rate {
  if (!isCount(numerator) || !isCount(denominator) || numerator > denominator) {
    throw new RangeError(`no rate: ${numerator} / ${denominator}`);
  }
  return { numerator, denominator };
}

/**
 * Per cent with one decimal, half up, on whole numbers only; “—” without a denominator. 100.0% stands for
 * all and 0.0% for none: 1999/2000 prints 99.9%, 1/3000 prints 0.1% (domain.md, Edges).
 * @throws RangeError as `rate` does
 */
export function printRate({ numerator, denominator }: Rate): string {
  rate(numerator, denominator);
  if (denominator === 0) return NO_RATE;
  const permille = shownPermille(BigInt(numerator), BigInt(denominator));
  return `${permille / 10n}.${permille % 10n}%`;
}

/**
 * Σ numerators / Σ denominators: the rate of several offices or units, never a mean of their rates.
 * @throws RangeError when a part is no rate or the sums leave the safe integers
 */
export function sumRates(rates: Iterable<Rate>): Rate {
  let sum: Rate = { numerator: 0, denominator: 0 };
  for (const { numerator, denominator } of rates) {
    const part = rate(numerator, denominator);
    sum = rate(sum.numerator + part.numerator, sum.denominator + part.denominator);
  }
  return sum;
}

function shownPermille(numerator: bigint, denominator: bigint): bigint {
  if (numerator === 0n || numerator === denominator) return numerator === 0n ? 0n : 1000n;
  const rounded = (numerator * 2000n + denominator) / (denominator * 2n);
  if (rounded === 0n) return 1n;
  return rounded === 1000n ? 999n : rounded;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
