import { expect, test } from 'vitest';
import { lineOf, passes } from './row.ts';
import { runT6 } from './t6.ts';
import { inLanes } from './worker-lanes.ts';

test('[T6] histories of five counties with lost, doubled and restored books come to the same end', async () => {
  const row = await runT6({ trials: 2, seed: 20210228, lanes: 2 });
  expect(row.failures).toEqual([]);
  expect(passes(row), lineOf(row)).toBe(true);
  for (const what of ['applied', 'lost', 'duplicate', 'superseded'])
    expect([what, (row.fell.get(what) ?? 0) > 4]).toEqual([what, true]);
}, 180_000);

test('trials whose process ends before them are failures, not successes', async () => {
  const none = { id: 'T0', what: 'nothing', kind: 'nothing', trials: 3, seed: 1, slice: 10, lanes: 1 };
  const row = await inLanes(none);
  expect(row.failures.join()).toContain('no such trials: nothing');
  expect(passes(row)).toBe(false);
}, 60_000);
