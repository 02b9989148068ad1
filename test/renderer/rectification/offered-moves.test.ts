import { expect, it } from 'vitest';
import { fieldsOfMove, offeredMoves } from '../../../renderer/registers/rectification/offered-moves.ts';

const item = {
  state: 'inProgress',
  source: 'officeInspection',
  category: 'c',
  problem: 'p',
  measures: 'm',
  unit: 'u',
  leader: 'l',
  owner: 'o',
  dueOn: '2021-04-23',
  evidenceNumber: null,
} as const;

it('a move that lacks a field of the item is blocked and names the field, but not what its dialog asks for', () => {
  const offered = offeredMoves({ ...item, owner: null }, [{ move: 'apply', why: 'missing_field' }]);
  expect(offered.main).toBeNull();
  expect(offered.blocked).toMatchObject([{ moves: ['apply'], missing: ['owner'] }]);
});

it('what carries the work on is the main button, every other move stands beside it', () => {
  const offered = offeredMoves({ ...item, state: 'officeReview' }, [
    { move: 'return', why: null },
    { move: 'approve', why: null },
  ]);
  expect(offered).toMatchObject({ main: 'approve', others: ['return'] });
});

it('moves refused for the same reason share a line, and it names who may make them', () => {
  const refused = (['suspend', 'void'] as const).map((move) => ({ move, why: 'not_allowed' }));
  expect(offeredMoves(item, refused).blocked).toEqual([
    { moves: ['suspend', 'void'], why: 'not_allowed', missing: [], needs: ['reviewer'] },
  ]);
});

it('of the two ways of closing an item the one that is not its own is left unsaid', () => {
  const offered = offeredMoves({ ...item, state: 'officeReview' }, [
    { move: 'reportUp', why: 'no_group_review' },
  ]);
  expect(offered).toEqual({ main: null, others: [], blocked: [] });
});

it.each([
  ['issue', 'draft', []],
  ['apply', 'inProgress', ['evidenceNumber']],
  ['merge', 'inProgress', ['mergedInto']],
  ['return', 'officeReview', ['reason']],
  ['extend', 'issued', ['newDueOn', 'reason']],
] as const)('the dialog of %s from %s asks for %j', (move, state, fields) => {
  expect(fieldsOfMove(move, state)).toEqual(fields);
});
