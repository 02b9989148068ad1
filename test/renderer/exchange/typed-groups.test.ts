import { expect, it } from 'vitest';
import { hiddenGroups } from '../../../renderer/registers/exchange/typed-groups.ts';
import { fc } from '../../support/properties.ts';

it('hides two groups of the eight, in their order, and any two at some time', () => {
  const seen = new Set<string>();
  const chance = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(chance, (numbers) => {
      let at = 0;
      const [one = 0, other = 0, ...more] = hiddenGroups(() => (numbers[at++] ?? 0) / 100);
      expect(more).toEqual([]);
      expect(one >= 1 && one < other && other <= 8).toBe(true);
      seen.add(`${one} ${other}`);
    }),
    { numRuns: 400 },
  );
  expect(seen.size).toBeGreaterThan(20);
});
