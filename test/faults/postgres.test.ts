import { expect, test } from 'vitest';
import { runPostgres } from './postgres.ts';
import { lineOf, passes } from './row.ts';

test('without PostgreSQL the row says that nothing was tested, and fails', async () => {
  const row = await runPostgres({ trials: 1, seed: 1, bin: null });
  expect(row.failures.join()).toContain('NOTHING WAS TESTED');
  expect(passes(row)).toBe(false);
  expect(lineOf(row)).toContain('only 0 of 1 trials, 1 failures');
});
