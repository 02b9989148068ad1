import { expect, test } from 'vitest';
import { lineOf, passes } from './row.ts';
import { runT11 } from './t11.ts';

test('[T11] forty backups restored on a clean profile have the registers and the history of their moment', async () => {
  const row = await runT11({ trials: 40, seed: 20210228, lanes: 2 });
  expect(row.failures).toEqual([]);
  expect(passes(row), lineOf(row)).toBe(true);
  expect([...row.fell.keys()].sort()).toEqual(['by password', 'by recovery code']);
}, 180_000);
