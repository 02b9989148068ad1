import { expect, it } from 'vitest';
import {
  comparedOf,
  pointsBetween,
  questionOf,
} from '../../../renderer/registers/figures/figure-question.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';

const TODAY = calendarDate('2021-04-20');

it('an address without a day asks for today, and words that nobody knows narrow nothing', () => {
  const question = questionOf({ asOf: '2021-02-30', kind: 'navy', type: 'chess', phase: 'study' }, TODAY);
  expect(question).toEqual({ asOf: TODAY, phase: 'study' });
});

it('nothing is compared until another day or another unit is named; the rest of the question stays', () => {
  const question = questionOf({ asOf: '2021-04-10', unit: 'a', phase: 'study' }, TODAY);
  expect(comparedOf({}, question)).toBe(null);
  expect(comparedOf({ day2: 'soon' }, question)).toBe(null);
  expect(comparedOf({ day2: '2021-03-20' }, question)).toEqual({ ...question, asOf: '2021-03-20' });
  expect(comparedOf({ unit2: 'b' }, question)).toEqual({ ...question, unit: 'b' });
});

it('rates differ by tenths of a percentage point, and by nothing where one of them is none', () => {
  const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
  expect(pointsBetween(rate(1, 2), rate(1, 4))).toBe(250);
  expect(pointsBetween(rate(1, 3), rate(2, 3))).toBe(-333);
  expect(pointsBetween(rate(5, 5), rate(7, 7))).toBe(0);
  expect(pointsBetween(rate(0, 0), rate(1, 2))).toBe(null);
  expect(pointsBetween(rate(1, 2), null)).toBe(null);
});
