import { expect, it } from 'vitest';
import { type MatterCell, matrixOf } from '../../../renderer/registers/work-list/matter-rows.ts';
import type { Matter } from '../../../renderer/registers/work-list/work-list-queries.ts';
import { MATTER_KINDS } from '../../../shared/vocabulary/words.ts';

function matter(part: Partial<Matter>): Matter {
  const usual = { whose: 'clerk', mine: false, round: null, count: 1 } as const;
  return { kind: 'itemOverdue', register: 'rectification', ...usual, ...part };
}

function countOf({ parts }: MatterCell): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

it('every kind of matter stands in a row and is counted once in the totals', () => {
  const matters = MATTER_KINDS.map((kind, at) => matter({ kind, mine: at % 2 === 0, count: at + 1 }));
  const { rows, totals } = matrixOf(matters, 'office');
  const whole = matters.reduce((sum, { count }) => sum + count, 0);
  const cells = rows.flatMap((row) => row.cells.map(countOf));
  expect(totals.reduce((sum, count) => sum + count, 0)).toBe(whole);
  expect(cells.reduce((sum, count) => sum + count, 0)).toBe(whole);
});

it('steps of one piece of work share a row, and the columns tell whose they are', () => {
  const { columns, rows } = matrixOf(
    [
      matter({ kind: 'makeupToRecord', register: 'study', mine: true, count: 2 }),
      matter({ kind: 'makeupToConfirm', register: 'study', whose: 'reviewer', count: 6 }),
    ],
    'office',
  );
  expect(columns).toEqual(['mine', 'reviewer', 'group']);
  expect(rows.map(({ id, cells }) => [id, ...cells.map(countOf)])).toEqual([['makeup', 2, 6, 0]]);
});

it('one account with both roles has no column for itself as somebody else', () => {
  const both = [matter({ mine: true }), matter({ kind: 'itemToApprove', whose: 'reviewer', mine: true })];
  expect(matrixOf(both, 'office').columns).toEqual(['mine', 'group']);
});

it('a group decides in its own room, and what only its leader may do stands beside what a member may', () => {
  const { columns, rows } = matrixOf(
    [
      matter({ kind: 'itemAtGroup', whose: 'group', mine: true, count: 4 }),
      matter({ kind: 'feedbackDraft', whose: 'group', count: 2 }),
    ],
    'group',
  );
  expect(columns).toEqual(['mine', 'unit', 'group']);
  expect(
    rows.map(({ cells }) => cells.map((cell) => [countOf(cell), cell.parts[0]?.link.search.tab ?? null])),
  ).toEqual([
    [
      [4, 'review'],
      [0, null],
      [0, null],
    ],
    [
      [0, null],
      [0, null],
      [2, 'sent'],
    ],
  ]);
});

it('steps that wait for one account stay numbers of their own, each with its way', () => {
  const { rows } = matrixOf(
    [
      matter({ kind: 'filingItemOpen', register: 'selfInspection', mine: true, count: 3 }),
      matter({ kind: 'filingToArchive', register: 'selfInspection', mine: true, count: 5 }),
    ],
    'office',
  );
  const parts = rows[0]!.cells[0]!.parts.map(({ count, link }) => [count, link.search.matter]);
  expect(parts).toEqual([
    [3, 'filingItemOpen'],
    [5, 'filingToArchive'],
  ]);
});

it('nothing that waits leaves nothing to list', () => {
  expect(matrixOf([], 'office').rows).toEqual([]);
});

it('filings of two rounds stay two numbers, each leading to its round', () => {
  const rounds = [
    { id: 'a', name: '第一轮' },
    { id: 'b', name: '第二轮' },
  ];
  const { rows } = matrixOf(
    rounds.map((round, at) =>
      matter({ kind: 'filingReturned', register: 'selfInspection', round, count: at + 1 }),
    ),
    'office',
  );
  const [parts] = rows[0]!.cells.map((cell) => cell.parts).filter((all) => all.length > 0);
  expect(parts?.map(({ count, round, link }) => [count, round, link.search.round])).toEqual([
    [1, '第一轮', 'a'],
    [2, '第二轮', 'b'],
  ]);
});
