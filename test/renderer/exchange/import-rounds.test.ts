import { describe, expect, it } from 'vitest';
import type { BundleRow } from '../../../renderer/registers/exchange/exchange-queries.ts';
import {
  isLastOfSender,
  isNotedOnly,
  roundsOf,
  withResult,
} from '../../../renderer/registers/exchange/import-rounds.ts';

const line = (sender: string | null, sequence: number, told: Partial<BundleRow> = {}): BundleRow => ({
  fileName: `${sender}-${sequence}.jyzd`,
  office: sender,
  sender,
  name: sender,
  kind: 'report',
  sequence,
  full: false,
  asOf: '2021-04-20',
  from: null,
  outcome: 'applicable',
  problem: null,
  waitsFor: null,
  baseRev: 0,
  headRev: 1,
  total: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  withheld: 0,
  refused: 0,
  notApplicable: 0,
  regained: 0,
  dropped: 0,
  closes: null,
  feedback: [],
  ...told,
});
const applied = { outcome: 'applied' } as const;
const rehearsed = [line('a', 1), line('a', 2), line('b', 1), line(null, 0, { outcome: 'refused' })];

describe('the rounds of an import', () => {
  it('are one call for each office in the order of the table, and one for files of nobody known', () => {
    expect(
      roundsOf([...rehearsed, line('a', 2)]).map(({ sender, fileNames }) => [sender, fileNames]),
    ).toEqual([
      ['a', ['a-1.jyzd', 'a-2.jyzd']],
      ['b', ['b-1.jyzd']],
      [null, ['null-0.jyzd']],
    ]);
  });

  it('put what became of their bundles in the place of what was foretold', () => {
    const [, second] = roundsOf(rehearsed);
    const lines = withResult(rehearsed, second!, [line('b', 1, applied)]);
    expect(lines.map(({ sender, outcome }) => [sender, outcome])).toEqual([
      ['a', 'applicable'],
      ['a', 'applicable'],
      ['b', 'applied'],
      [null, 'refused'],
    ]);
  });
});

describe('a line', () => {
  it('can be taken back when it is the last of its office that was taken in', () => {
    const lines = [line('a', 1, applied), line('a', 2, applied), line('a', 3), line('b', 1, applied)];
    expect(lines.map((row) => isLastOfSender(lines, row))).toEqual([false, true, false, true]);
  });

  it('is only noted when it is a fork, a covered number, or a file that was turned away', () => {
    const noted = (told: Partial<BundleRow>) => isNotedOnly(line('a', 1, told), ['bundle_not_for_us']);
    expect(noted({ outcome: 'fork' })).toBe(true);
    expect(noted({ outcome: 'refused', problem: 'bundle_not_for_us' })).toBe(true);
    expect(noted({ outcome: 'refused', problem: 'bundle_sender_revoked' })).toBe(true);
    expect(noted({ outcome: 'refused', problem: 'bundle_damaged' })).toBe(false);
    expect(noted({})).toBe(false);
  });
});
