import { expect, test } from 'vitest';
import { lineOf, passes } from './row.ts';
import { runT5 } from './t5.ts';

test('[T5] hostile bundles are refused by name, or taken whole, and end or hold up no process', async () => {
  const rows = await runT5({ trials: 300, seed: 20210228, lanes: 2 });
  expect(rows.map(({ trials }) => trials)).toEqual([300, 3000, 75]);
  for (const row of rows) {
    expect(row.failures).toEqual([]);
    expect(passes(row), lineOf(row)).toBe(true);
  }
  const [containers, documents, books] = rows.map(({ fell }) => [...fell.keys()]);
  expect(containers).toEqual(expect.arrayContaining(['file bundle_damaged', 'frame bundle_malformed']));
  // the parsers were reached, behind the signature
  const parsed = [
    'payload structure: bundle_malformed',
    'payload tokens: read',
    'manifest: bundle_malformed',
  ];
  expect(documents).toEqual(expect.arrayContaining(parsed));
  expect(books).toEqual(expect.arrayContaining(['report: applied', 'report: bundle_row_invalid']));
}, 180_000);
