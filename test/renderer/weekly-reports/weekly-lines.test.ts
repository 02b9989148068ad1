import { expect, it } from 'vitest';
import {
  categoryLines,
  countDifferences,
  countLines,
  figureLines,
} from '../../../renderer/registers/weekly-reports/weekly-lines.ts';
import type { WeeklyContent } from '../../../renderer/registers/weekly-reports/weekly-queries.ts';
import { WEEKLY_COUNTS } from '../../../shared/vocabulary/weekly-words.ts';

const number = (week: number, total: number) => ({ week, total });
const nothing = Object.fromEntries(WEEKLY_COUNTS.map((count) => [count, number(0, 0)]));

function week(
  change: Partial<WeeklyContent['counts']> = {},
  rest: Partial<WeeklyContent> = {},
): WeeklyContent {
  const counts = { ...nothing, ...change } as WeeklyContent['counts'];
  return { weekBeginsOn: '2021-04-05', asOf: '2021-04-11', figures: {}, categories: [], counts, ...rest };
}

it('Counts stand next to the week before, with how much more or less', () => {
  const now = week({ talks: number(3, 9), present: number(90, 300), expected: number(100, 320) });
  const before = week({ talks: number(5, 6), present: number(50, 210), expected: number(100, 220) });
  const lines = countLines(now, before, null);
  const line = (name: string) => lines.find(({ count }) => count === name);
  expect(line('talks')).toMatchObject({
    week: { text: '3' },
    before: '5',
    change: '-2',
    total: { text: '9' },
  });
  expect(line('present')).toMatchObject({ change: '+40' });
  expect(line('participation')).toMatchObject({ week: { text: '90.0%' }, before: '50.0%', change: null });
  expect(countLines(now, null, null)[0]).toMatchObject({ before: null, change: null });
});

it('A number that is another one than the frozen version has says what it was', () => {
  const was = week(
    { talks: number(3, 9) },
    { figures: { talkCoverage: { numerator: 1, denominator: 2, text: '50.0%' } } },
  );
  const now = week(
    { talks: number(4, 9) },
    { figures: { talkCoverage: { numerator: 2, denominator: 4, text: '50.0%' } } },
  );
  const talks = countLines(now, null, was).find(({ count }) => count === 'talks');
  expect(talks).toMatchObject({ week: { text: '4', was: '3' }, total: { text: '9', was: null } });
  expect(figureLines(now, null, was)).toMatchObject([
    { rate: { was: null }, parts: { text: '2/4', was: '1/2' } },
  ]);
  expect(countDifferences(now, was)).toBe(2);
  expect(countDifferences(was, was)).toBe(0);
});

it('A category that came or went since the version was frozen is told', () => {
  const row = (category: string) => ({
    category,
    name: category,
    issued: number(1, 1),
    closed: number(0, 0),
  });
  const was = week({}, { categories: [row('a')] });
  const now = week({}, { categories: [row('b')] });
  expect(categoryLines(now, was)[0]?.numbers.map((one) => one.was)).toEqual(['0', '0', null, null]);
  expect(countDifferences(now, was)).toBe(3);
});
