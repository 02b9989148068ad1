import { expect, it } from 'vitest';
import { addMonths, monthOf, monthsBetween, weeksOf } from '../../shared/rules/months.ts';
import { fc } from '../support/properties.ts';

it('a month stands in whole weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2021-04');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe('2021-03-29');
  expect(weeks.at(-1)?.[6]).toBe('2021-05-02');
  expect(weeksOf('2021-02')).toHaveLength(4);
});

it('every day of every month stands there once, in order', () => {
  const month = fc
    .record({ year: fc.integer({ min: 1990, max: 2100 }), number: fc.integer({ min: 1, max: 12 }) })
    .map(({ year, number }) => `${year}-${String(number).padStart(2, '0')}`);
  fc.assert(
    fc.property(month, (one) => {
      const days = weeksOf(one).flat();
      expect(days).toEqual([...new Set(days)].sort());
      const own = days.filter((day) => monthOf(day) === one);
      expect(own[0]).toBe(`${one}-01`);
      expect(monthOf(days[days.indexOf(own.at(-1)!) + 1] ?? addMonths(one, 1))).toBe(addMonths(one, 1));
      expect(addMonths(addMonths(one, 1), -1)).toBe(one);
    }),
  );
});

it('so many months later and back again is the same month, and that many lie between', () => {
  fc.assert(
    fc.property(
      fc.record({ year: fc.integer({ min: 1990, max: 2100 }), number: fc.integer({ min: 1, max: 12 }) }),
      fc.integer({ min: -600, max: 600 }),
      ({ year, number }, months) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const other = addMonths(month, months);
        expect(addMonths(other, -months)).toBe(month);
        expect(monthsBetween(month, other)).toBe(months);
      },
    ),
  );
});
