import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { type Found, Tally } from './tally.ts';
import { inLanes } from './worker-lanes.ts';

const { folder, remove } = lastingScratch();
afterAll(remove);

const FOUND: Found = { injected: 5, fell: { lost: 2, applied: 3 }, failures: [], peakMegabytes: 90 };
const options = { id: 'T0', what: 'kept', kind: 'nothing', trials: 10, seed: 7, slice: 5, lanes: 1 };
const run = { id: 'T0', kind: 'nothing', trials: 10, seed: 7, size: 5 };

test('a run that was cut off goes on with the slices that its tally lacks, and counts all of them', async () => {
  const tally = join(folder, 'cut.json');
  new Tally(run, tally).add(0, FOUND);
  const row = await inLanes({ ...options, tally });
  expect(row.failures.join()).toContain('nothing from 5, seed 7: the process ended');
  expect(row.failures).toHaveLength(1);
  expect([row.injected, row.fell.get('lost')]).toEqual([5, 2]);

  const whole = join(folder, 'whole.json');
  const sitting = new Tally(run, whole);
  sitting.add(0, FOUND);
  sitting.add(5, { ...FOUND, fell: { lost: 1 }, peakMegabytes: 120 });
  const again = await inLanes({ ...options, tally: whole, megabytes: 100 });
  expect(again).toMatchObject({ injected: 10, failures: ['120 MB of memory'] });
  expect([...again.fell]).toEqual([
    ['lost', 3],
    ['applied', 3],
    ['peak MB', 120],
  ]);
}, 60_000);

test('the tally of another run is refused, so that no trial is counted twice', async () => {
  const tally = join(folder, 'other.json');
  new Tally(run, tally).add(0, FOUND);
  for (const other of [{ seed: 8 }, { trials: 20 }, { id: 'T1' }, { kind: 'something' }])
    await expect(inLanes({ ...options, ...other, tally })).rejects.toThrow('is of another run');
});
