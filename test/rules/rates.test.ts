import { describe, expect, test } from 'vitest';
import { printRate, rate, sumRates } from '../../shared/rules/rates.ts';
import { fc } from '../support/properties.ts';

const print = (numerator: number, denominator: number) => printRate({ numerator, denominator });

/** Any rate, small and as large as counts get; parts near nothing, near all and at .x5 are frequent. */
const anyRate = fc
  .oneof(
    fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 })),
    fc.tuple(fc.nat(2000), fc.constant(2000)),
    fc.tuple(fc.maxSafeNat(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    fc.tuple(fc.nat(3), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    fc
      .nat(3)
      .chain((gap) =>
        fc.integer({ min: 4, max: Number.MAX_SAFE_INTEGER }).map((whole) => [whole - gap, whole] as const),
      ),
  )
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));

/** The printed text as tenths of a per cent. */
function tenths(text: string): bigint {
  expect(text).toMatch(/^\d+\.\d%$/);
  return BigInt(text.replace('.', '').replace('%', ''));
}

describe('a printed rate', () => {
  test('has one decimal, rounded half up', () => {
    expect([print(636, 664), print(1, 2), print(1, 3), print(2, 3), print(1, 16), print(1, 2000)]).toEqual([
      '95.8%',
      '50.0%',
      '33.3%',
      '66.7%',
      '6.3%',
      '0.1%',
    ]);
    expect(print(1005, 2000)).toBe('50.3%');
  });

  test('says 100.0% only of all and 0.0% only of none', () => {
    expect([print(2000, 2000), print(1999, 2000), print(0, 3000), print(1, 3000)]).toEqual([
      '100.0%',
      '99.9%',
      '0.0%',
      '0.1%',
    ]);
    fc.assert(
      fc.property(anyRate, ({ numerator, denominator }) => {
        expect(print(numerator, denominator) === '100.0%').toBe(numerator === denominator);
        expect(print(numerator, denominator) === '0.0%').toBe(numerator === 0);
      }),
    );
  });

  test('is — when there is nothing to have a share of', () => {
    expect(print(0, 0)).toBe('—');
  });

  test('is the nearest tenth of the exact ratio, except beside all and none', () => {
    fc.assert(
      fc.property(anyRate, ({ numerator, denominator }) => {
        const [n, d] = [BigInt(numerator), BigInt(denominator)];
        const shown = tenths(print(numerator, denominator));
        // exact: shown − 1/2 ≤ 1000 n/d < shown + 1/2, all times 2d
        const nearest = (2n * shown - 1n) * d <= 2000n * n && 2000n * n < (2n * shown + 1n) * d;
        const pinned = (shown === 999n && n < d) || (shown === 1n && n > 0n);
        expect(nearest || pinned).toBe(true);
        if (!nearest) expect(shown === 999n ? 2000n * n >= 1999n * d : 2000n * n < d).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('never falls when the part grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(2999), (whole, part) => {
        const n = part % whole;
        expect(tenths(print(n + 1, whole)) >= tenths(print(n, whole))).toBe(true);
      }),
    );
  });

  test('is refused for a part greater than the whole, for fractions and for negatives', () => {
    for (const [n, d] of [
      [2, 1],
      [1, 0],
      [-1, 1],
      [0.5, 1],
      [0, Number.NaN],
      [0, 2 ** 53],
    ] as const) {
      expect(() => print(n, d), `${n}/${d}`).toThrow(RangeError);
      expect(() => rate(n, d), `${n}/${d}`).toThrow(RangeError);
    }
  });
});

describe('the rate of several offices', () => {
  test('is Σ numerators / Σ denominators, never a mean of rates', () => {
    const sum = sumRates([rate(1, 1), rate(0, 999)]);
    expect(sum).toEqual({ numerator: 1, denominator: 1000 });
    expect(printRate(sum)).toBe('0.1%');
    expect(sumRates([])).toEqual({ numerator: 0, denominator: 0 });
  });

  test('does not hide a part that is no rate behind the others', () => {
    expect(() => sumRates([{ numerator: 2, denominator: 1 }, rate(0, 9)])).toThrow(RangeError);
  });

  test('is refused rather than wrong when the sums leave the safe integers', () => {
    const huge = rate(1, Number.MAX_SAFE_INTEGER);
    expect(() => sumRates([huge, huge])).toThrow(RangeError);
  });
});
