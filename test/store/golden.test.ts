import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { scratch } from '../support/scratch.ts';
import { sentFigures } from '../support/sent-figures.ts';

const GOLDEN = join(import.meta.dirname, '../fixtures/golden');
const releases = readdirSync(GOLDEN).filter((name) => name.startsWith('ledger-v'));

it('there is a golden ledger of the first release', () => {
  expect(releases).toContain('ledger-v1');
});

describe.each(releases)('%s, written by a released version', (release) => {
  const expected = JSON.parse(readFileSync(join(GOLDEN, release, 'expected.json'), 'utf8'));
  const secrets = { LEDGER_PASSWORD: expected.password };
  const as = ['--user', expected.user];
  const figures = ['figures', '--as-of', expected.asOf, ...as];

  it('opens with its password, its history whole, every figure of its time the same', async () => {
    const folder = scratch();
    cpSync(join(GOLDEN, release), folder, { recursive: true });
    const county = commandLine(folder, 'county');
    expect((await county.run(figures, secrets)).json).toMatchObject(expected.figures);
    const { json } = await county.run(['verify', ...as], secrets);
    expect(json.entries).toBeGreaterThanOrEqual(expected.entries);
    expect((await county.run(['identity', ...as], secrets)).json.rev).toBeGreaterThanOrEqual(expected.rev);
  });

  it('has a report that its group still takes in, and then counts the same', async () => {
    const folder = scratch();
    cpSync(join(GOLDEN, release), folder, { recursive: true });
    const group = commandLine(folder, 'group');
    const { json } = await group.run(['import', join(folder, 'report.jyzd'), '--apply', ...as], secrets);
    expect(json.bundles[0]).toMatchObject({ outcome: 'applied', refused: 0, withheld: 0 });
    const answer = await group.run([...figures, '--office', '999901'], secrets);
    expect(answer.json).toMatchObject(sentFigures(expected.figures));
  });
});
