import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMet, type Line, tableOf } from './lines.ts';

const LINES = [
  '60,000 marks, lists frozen and marked / .import',
  '60,000 marks, study.mark alone / .import',
  'all figures as of a day / naive joins',
  'the figures page opened / one pass over its rows',
  'all its tables and weeks / one pass over its rows',
  'full bundle, size',
  'full bundle, encode',
  'full bundle, decode + import',
  'full bundle, peak memory of encode',
  'full bundle, peak memory of import',
  '500 changed rows, size of the rows',
  '500 changed rows, size of the file',
  '500 changed rows, encode',
  '500 changed rows, decode + import',
  '2 offices imported, peak memory',
  '2 offices opened, stored figures / counted anew',
  'cold start of ledger procedures / node -e 0',
  'cold start of ledger figures / node -e 0',
  'roster of 5,000 rows rehearsed / sheet library alone',
  'roster of 5,000 rows rehearsed against as many people / the same',
  '10,000 people searched for 王伟 / the same SQL and 0.5 ms',
  '10,000 people searched for zhangwei / the same SQL and 0.5 ms',
  '10,000 people searched for zw / the same SQL and 0.5 ms',
  '2,000 filings, pages / the same SQL and 0.5 ms',
  '2,000 filings, filtered / the same SQL and 0.5 ms',
  '2,000 filings, behind the work list / the same SQL and 0.5 ms',
  '2,000 filings, by unit / the same SQL and 0.5 ms',
  '500 items, pages and orders / the same SQL and 0.5 ms',
  '500 items, views / the same SQL and 0.5 ms',
  '500 items, filtered / the same SQL and 0.5 ms',
  '500 items, behind the work list / the same SQL and 0.5 ms',
  '500 items, counted and grouped / the same SQL and 0.5 ms',
  'files until the first route, gzip',
  'sign-in page from its files / an empty page',
  'sheet of 300 people opened',
  'sheet of 300 people, key to paint, median',
  'sheet of 300 people, key to paint, p95',
  'sheet of 300 people, key on a run to paint, p95',
];
const ALONE = /peak memory|first route|^sheet of/;

test('the bench measures every line, each against its reference', () => {
  const script = join(import.meta.dirname, 'bench.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--quick', '--json'], { encoding: 'utf8' });
  expect(stdout, stderr).not.toBe('');
  const { missing, lines } = JSON.parse(stdout) as {
    missing: string[];
    lines: (Line & { ratio: number | null })[];
  };
  expect(lines.map(({ what }) => what.replace(/ \(worst of .*\)$/, ''))).toEqual(LINES);
  for (const { what, ours } of lines) expect(ours, what).toBeGreaterThan(0);
  if (missing.length > 0)
    return console.warn(`THE BENCH COMPARED WITH NOTHING: ${missing.join(', ')} missing`);
  for (const { what, ratio } of lines.filter((line) => !ALONE.test(line.what)))
    expect(ratio, what).toBeGreaterThan(0);
}, 180_000);

test('a goal is held against the ratio, or against the value where it names one', () => {
  const line: Line = { what: 'size', unit: 'bytes', ours: 30, reference: 100, goal: { ratio: 0.3 } };
  expect(isMet(line)).toBe(true);
  expect(isMet({ ...line, ours: 31 })).toBe(false);
  expect(isMet({ ...line, reference: null })).toBeUndefined();
  expect(isMet({ ...line, reference: null, goal: { value: 29 } })).toBe(false);
  expect(tableOf([{ ...line, ours: 31 }], true)).toMatch(/31\.0 bytes +100 bytes +0\.31 +≤ 0\.3 ✗/);
  expect(tableOf([line], false)).not.toMatch(/[✓✗]/);
});
