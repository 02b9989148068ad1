import { describe, expect, it } from 'vitest';
import { numbersFrom } from '../../../renderer/registers/self-inspection/batch-plan.ts';
import {
  categoryChoices,
  categoryName,
} from '../../../renderer/registers/self-inspection/category-choices.ts';
import { isChoosable, movable } from '../../../renderer/registers/self-inspection/chosen-filings.ts';
import { answersTo, decisionsWith } from '../../../renderer/registers/self-inspection/import-decisions.ts';

describe('the numbers on a pile of papers', () => {
  it('go on from the first one', () => {
    expect(numbersFrom('自1-0099', 3)).toEqual(['自1-0099', '自1-0100', '自1-0101']);
  });

  it('are none at all when the first has none', () => {
    expect(numbersFrom(null, 2)).toEqual([null, null]);
  });

  it('cannot be told when the first one cannot be counted on, unless it is alone', () => {
    expect(numbersFrom('甲', 2)).toBeNull();
    expect(numbersFrom('甲', 1)).toEqual(['甲']);
  });
});

describe('what a reviewer does with many at once', () => {
  const rows = [{ state: 'filed' }, { state: 'due' }, { state: 'approved' }, { state: 'returned' }] as const;

  it('is approved and returned what was filed, archived what was approved', () => {
    expect(movable(rows, 'approve')).toEqual([{ state: 'filed' }]);
    expect(movable(rows, 'return')).toEqual([{ state: 'filed' }]);
    expect(movable(rows, 'archive')).toEqual([{ state: 'approved' }]);
  });

  it('leaves alone who has not filed and what waits for the clerk', () => {
    expect(rows.filter(isChoosable).map(({ state }) => state)).toEqual(['filed', 'approved']);
  });
});

describe('the categories of an item', () => {
  const campaign = {
    categories: [
      { id: 'a', name: '甲类', appliesTo: 'all' },
      { id: 'u', name: '单位类', appliesTo: 'unit' },
    ],
    retired: [{ id: 'old', name: '旧类', appliesTo: 'all' }],
  } as const;

  it('are offered without those of units and the retired ones, but for one that the form holds', () => {
    expect(categoryChoices(campaign).map(({ value }) => value)).toEqual(['a']);
    expect(categoryChoices(campaign, ['old'])).toEqual([
      { value: 'a', label: '1 甲类' },
      { value: 'old', label: '旧类（已停用）' },
    ]);
  });

  it('keep their names when they are retired, and say so', () => {
    expect(categoryName(campaign, 'a')).toBe('甲类');
    expect(categoryName(campaign, 'old')).toBe('旧类（已停用）');
    expect(categoryName(campaign, 'unknown')).toBe('unknown');
    expect(categoryName(undefined, 'a')).toBe('a');
  });
});

describe('what can be said of an imported row', () => {
  const row = {
    outcome: 'held',
    reason: null,
    code: null,
    name: '甲',
    filedOn: null,
    declared: null,
    category: null,
  } as const;

  it.each([
    ['no day', { reason: 'missingField' }, ['filedOn', 'skip']],
    ['no declaration', { reason: 'missingField', filedOn: '2021-04-20' }, ['declared', 'skip']],
    [
      'a problem without a category',
      { reason: 'missingField', filedOn: '2021-04-20', declared: 'hasProblem' },
      ['category', 'skip'],
    ],
    ['rows that contradict each other', { reason: 'contradictoryRows' }, ['skip']],
    ['two of one name', { reason: 'ambiguousName' }, ['person', 'skip']],
    ['somebody whom nobody knows', { reason: 'notExpected' }, ['person', 'skip']],
    ['a ruined name', { reason: 'unreadableName' }, ['person', 'skip']],
    ['no name', { reason: 'missingField', name: null }, ['person', 'skip']],
    ['who was not to file that day', { code: 'filing_not_expected' }, ['person', 'filedOn', 'skip']],
    ['a number that is taken', { code: 'paper_number_taken' }, ['paperNumber', 'skip']],
    ['a retired category', { code: 'category_retired' }, ['category', 'skip']],
    ['put aside', { outcome: 'skipped', reason: 'skippedByUser' }, ['undecide']],
    ['a sum', { outcome: 'skipped', reason: 'summaryRow' }, []],
    ['nothing in doubt', { outcome: 'added' }, []],
  ] as const)('%s', (_, part, asked) => {
    expect(answersTo({ ...row, ...part } as Parameters<typeof answersTo>[0])).toEqual(asked);
  });

  it('adds up row by row, and is taken back by the line alone', () => {
    const first = decisionsWith([{ line: 3, declared: 'noProblem' }], { line: 3, paperNumber: null });
    expect(first).toEqual([{ line: 3, declared: 'noProblem', paperNumber: null }]);
    expect(decisionsWith(first, { line: 3, skip: true })).toEqual([{ line: 3, skip: true }]);
    expect(decisionsWith([{ line: 3, skip: true }], { line: 3 })).toEqual([]);
  });
});
