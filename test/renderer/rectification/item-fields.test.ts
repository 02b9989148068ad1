import { expect, it } from 'vitest';
import { differences, fixedFields } from '../../../renderer/registers/rectification/item-fields.ts';

const fields = {
  source: 'groupFeedback',
  category: null,
  problem: 'p',
  measures: null,
  unit: 'u',
  leader: null,
  owner: null,
  dueOn: null,
  repeats: null,
} as const;

it('every field of a draft can be changed', () => {
  expect(fixedFields({ ...fields, state: 'draft' })).toEqual([]);
});

it('an item that came as feedback takes category and due date once, its unit no more', () => {
  expect(fixedFields({ ...fields, state: 'issued' })).toEqual(['source', 'problem', 'unit', 'repeats']);
});

it('two versions differ where one holds something else, and an empty field equals one never filled', () => {
  const mine = { ...fields, owner: 'o', leader: '' };
  expect(differences(fields, mine)).toEqual(['owner']);
});
