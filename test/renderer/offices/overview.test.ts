import { describe, expect, it } from 'vitest';
import { chosenPair } from '../../../renderer/registers/offices/bundle-pair.ts';
import { reportedOf, steppedCell } from '../../../renderer/registers/offices/grid-cells.ts';
import { addressOf, earlierUntil, laterUntil } from '../../../renderer/registers/offices/offices-address.ts';
import type { GridCell } from '../../../renderer/registers/offices/offices-queries.ts';

const bundles = [5, 4, 3].map((sequence) => ({ epoch: 1, sequence }));
const numbers = (search: { from?: string; to?: string }) => {
  const pair = chosenPair(bundles, search);
  return pair && [pair.from.sequence, pair.to.sequence];
};

describe('the two bundles that are compared', () => {
  it('are those of the address, else the newest and the one before it', () => {
    expect(numbers({})).toEqual([4, 5]);
    expect(numbers({ from: '1-3', to: '1-5' })).toEqual([3, 5]);
    expect(numbers({ to: '1-4' })).toEqual([3, 4]);
    expect(numbers({ from: '2-9', to: '9-9' })).toEqual([4, 5]);
  });

  it('never stand the wrong way round', () => {
    expect(numbers({ from: '1-5', to: '1-4' })).toEqual([3, 4]);
    expect(numbers({ from: '1-4', to: '1-3' })).toEqual([4, 5]);
  });

  it('are none where there are not two', () => {
    expect(chosenPair(bundles.slice(0, 1), {})).toBeNull();
  });
});

describe('the grid', () => {
  it('is walked through by the arrow keys, which end at its edges', () => {
    const size = { rows: 2, columns: 3 };
    expect(steppedCell('ArrowDown', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
    expect(steppedCell('ArrowDown', { row: 1, column: 1 }, size)).toBeUndefined();
    expect(steppedCell('Home', { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 0 });
    expect(steppedCell('a', { row: 1, column: 2 }, size)).toBeUndefined();
  });

  it('counts those that had to report, and of them those that have, late ones too', () => {
    const cells = (state: GridCell['state']) => ({
      cells: [{ state, bundle: null, receivedOn: null, daysLate: 0, nil: false, missing: [] }],
    });
    const states = [
      'onTime',
      'nil',
      'late',
      'gap',
      'missing',
      'quarantined',
      'notDue',
      'notExpected',
    ] as const;
    expect(reportedOf(states.map(cells), 0)).toBe('4/6');
    expect(reportedOf([cells('notDue')], 0)).toBeNull();
  });

  it('goes back to the day before the first period, and on until today is reached', () => {
    expect(earlierUntil('2021-03-01')).toBe('2021-02-28');
    expect(laterUntil('weekly', '2021-02-28', 4, '2021-06-30')).toBe('2021-03-28');
    expect(laterUntil('monthly', '2021-01-31', 2, '2021-06-30')).toBe('2021-03-31');
    expect(laterUntil('weekly', '2021-02-28', 4, '2021-03-28')).toBeUndefined();
  });
});

it('An address with nonsense in it shows the overview of today', () => {
  const nonsense = { tab: 'ranking', asOf: '2021-02-30', until: 'x', figure: 'talkCoverage' };
  expect(addressOf(nonsense, '2021-04-20')).toEqual({
    ...{ tab: 'overview', asOf: '2021-04-20', until: undefined, figure: 'participationWithMakeup' },
  });
});
