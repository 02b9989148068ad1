import { expect, it } from 'vitest';
import { runFigures } from './figures.ts';
import { lineOf, passes } from './row.ts';

it('every figure of offices left by random work is what plain code makes of their dump', async () => {
  const row = await runFigures({ trials: 8, seed: 20210228 });
  expect(row.failures).toEqual([]);
  expect(passes(row), lineOf(row)).toBe(true);
}, 60_000);

it('a dump that says something else is noticed', async () => {
  const spoiled = await runFigures({
    ...{ trials: 2, seed: 20210228 },
    spoiled: (records) => ({ ...records, people: records.people.slice(1) }),
  });
  expect(spoiled.failures.join()).toContain('coverage');
  expect(passes(spoiled)).toBe(false);
}, 60_000);
