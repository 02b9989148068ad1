import { describe, expect, it } from 'vitest';
import { ledgerForm } from '../../../renderer/registers/rectification/ledger-form.ts';
import { ledgerSearchOf } from '../../../renderer/registers/rectification/ledger-search.ts';

const phases = [{ id: 'rectify', beginsOn: '2021-04-01', endsOn: '2021-06-15' }];
const place = { office: undefined, today: '2021-04-20', phases };
const asked = (params: Readonly<Record<string, string>>) =>
  ledgerForm(ledgerSearchOf(params), place, ['clerk', 'reviewer']);

describe('the printed ledger, asked from the one on the screen', () => {
  it.each([
    ['all of it', { view: 'all' }, {}],
    ['what is open, as the room begins', {}, { state: 'open' }],
    ['a state among what is open', { state: 'issued' }, { state: 'issued' }],
    ['a view that is a state', { view: 'officeReview' }, { state: 'officeReview' }],
    [
      'a view that is none, with a state',
      { view: 'overdue', state: 'issued' },
      { view: 'overdue', state: 'issued' },
    ],
    ['the account’s own', { view: 'mine' }, { whose: 'clerk,reviewer' }],
    ['what of it is somebody’s', { view: 'mine', whose: 'reviewer' }, { whose: 'reviewer' }],
    [
      'a number of the work list',
      { matter: 'itemDueSoon' },
      { state: 'open', view: 'dueSoon', whose: 'clerk' },
    ],
    ['a unit alone', { view: 'all', unit: 'u1', below: 'false' }, { unit: 'u1', below: 'false' }],
    [
      'a span of due dates, an owner, supervision, words',
      { view: 'all', due: 'week', owner: '赵', supervised: 'true', search: '台账' },
      { dueFrom: '2021-04-20', dueUntil: '2021-04-26', owner: '赵', supervised: 'true', search: '台账' },
    ],
    ['a phase', { view: 'all', phase: 'rectify' }, { from: '2021-04-01', until: '2021-06-15' }],
    [
      'what came from above, by unit',
      { fromGroup: 'true', group: 'unit' },
      { state: 'open', fromGroup: 'true', grouped: 'true' },
    ],
  ])('%s', (_, params, form) => {
    expect(asked(params as Record<string, string>)).toEqual({ form: 'rectificationLedger', ...form });
  });

  it.each([
    ['a phase that the campaign does not know', { view: 'all', phase: 'study' }],
    ['drafts have no number', { view: 'all', state: 'draft' }],
    ['what is to be completed is no state', { matter: 'itemToComplete' }],
    ['a closed item is not open', { view: 'open', state: 'closed' }],
    ['two views exclude each other', { view: 'overdue', matter: 'itemDueSoon' }],
    ['nobody’s move is another’s', { whose: 'reviewer', matter: 'itemOverdue' }],
  ])('has no words for it: %s', (_, params) => {
    expect(asked(params as Record<string, string>)).toBeNull();
  });
});
