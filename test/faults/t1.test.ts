import { expect, test } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { killed } from './killed-process.ts';
import { lineOf, passes, type Row } from './row.ts';
import { runT1 } from './t1.ts';

test('[T1] thirty processes killed at random moments lose nothing that was acknowledged', async () => {
  const row = await runT1({ trials: 30, seed: 20210228 });
  expect(row.failures).toEqual([]);
  expect(passes(row), lineOf(row)).toBe(true);
  expect([...row.fell.keys()].some((where) => where.endsWith('a commit'))).toBe(true);
}, 180_000);

test('[T1] an answer given before its commit is found out', async () => {
  const row = await runT1({ trials: 6, seed: 1, acknowledgeEarly: true });
  expect(row.injected).toBe(6);
  expect(passes(row)).toBe(false);
  for (const failure of row.failures) expect(failure).toMatch(/writes are there, \d+ were acknowledged/);
}, 60_000);

test('[T1] a process that ends by itself is no trial', async () => {
  const job = { name: 'accounts', place: scratch(), seed: '1' } as const;
  await expect(killed(job, 60_000)).rejects.toThrow('the worker ended by itself: 1');
});

test('a row whose faults did not happen fails, and so does one without trials', () => {
  const row: Row = {
    id: 'T0',
    what: 'nothing',
    trials: 3,
    injected: 3,
    failures: [],
    seconds: 1,
    fell: new Map(),
  };
  expect(lineOf(row)).toBe('✓ T0 nothing: 3 trials, 0 failures, 1 s, 95 % bound 3/3 = 100.0 % ()');
  expect(passes({ ...row, injected: 2 })).toBe(false);
  expect(lineOf({ ...row, injected: 2 })).toContain('✗ T0 nothing: only 2 of 3 trials');
  expect(passes({ ...row, trials: 0, injected: 0 })).toBe(false);
  expect(passes({ ...row, failures: ['lost'] })).toBe(false);
});
