import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../electron/registers/actor.ts';
import type { ItemFields } from '../../../electron/registers/rectification/item-edits.ts';
import {
  extendItem,
  moveItem,
  updateItem,
} from '../../../electron/registers/rectification/rectification-register.ts';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { completeFields, type Desk, day, follow, openDesk, refusedWithoutTrace } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.ports.setDate('2021-04-10');
});

type Item = ReturnType<typeof follow>;
const fields = (change: Partial<ItemFields> = {}): ItemFields => ({ ...completeFields(desk), ...change });
const evidenceNumber = '佐证1号';

function upTo(state: 'draft' | 'issued' | 'inProgress' | 'officeReview' | 'groupReview', change = {}): Item {
  const item = follow(
    desk,
    fields(state === 'groupReview' ? { source: 'higherSupervision', ...change } : change),
  );
  const steps: (() => unknown)[] = [
    () => item.reviewer({ move: 'issue', on: '2021-04-02' }),
    () => item.clerk({ move: 'start', on: '2021-04-03' }),
    () => item.clerk({ move: 'apply', on: '2021-04-05', evidenceNumber }),
    () => item.reviewer({ move: 'reportUp', on: '2021-04-06' }),
  ];
  const count = ['draft', 'issued', 'inProgress', 'officeReview', 'groupReview'].indexOf(state);
  for (const step of steps.slice(0, count)) step();
  return item;
}

const refused = (work: () => unknown) => refusedWithoutTrace(desk, work);

describe('a move that the rules refuse', () => {
  it('is an issue by a clerk, incomplete, or due before its own day', () => {
    const draft = upTo('draft');
    expect(refused(() => draft.clerk({ move: 'issue' }))).toBe('not_allowed');
    const late = upTo('draft', { dueOn: day('2021-04-09') });
    expect(refused(() => late.reviewer({ move: 'issue' }))).toBe('deadline_before_day');
    expect(late.reviewer({ move: 'issue', on: '2021-04-09' }).state).toBe('issued');
    for (const field of ['category', 'measures', 'unit', 'leader', 'owner', 'dueOn'] as const) {
      const incomplete = upTo('draft', { [field]: null });
      expect(refused(() => incomplete.reviewer({ move: 'issue' }))).toBe('missing_field');
    }
  });

  it('is dated after today or before the move it follows', () => {
    const item = upTo('issued');
    expect(refused(() => item.clerk({ move: 'start', on: '2021-04-11' }))).toBe('item_day_ahead');
    expect(refused(() => item.clerk({ move: 'start', on: '2021-04-01' }))).toBe('date_before_last_move');
    expect(item.clerk({ move: 'start', on: '2021-04-02' }).state).toBe('inProgress');
  });

  it('is an application without its evidence number', () => {
    const item = upTo('inProgress');
    expect(refused(() => item.clerk({ move: 'apply' }))).toBe('missing_field');
  });

  it("is the approval of one's own application, unless the installation has a single account", () => {
    const item = upTo('officeReview');
    const both: Actor = { ...desk.clerk, roles: ['clerk', 'reviewer'] };
    const approve = (actor: Actor) => () =>
      desk.ledger.write(actor.account, 'move', (write) =>
        moveItem(write, actor, { id: item.id, rev: item.now().rev, move: 'approve' }),
      );
    expect(refused(approve(both))).toBe('same_account');
    expect(approve({ ...both, singleAccount: true })().state).toBe('closed');
  });

  it('closes at the office what the group has to confirm, or reports up what it has not', () => {
    const [own, groups] = [upTo('officeReview'), upTo('officeReview', { source: 'higherSupervision' })];
    expect(refused(() => groups.reviewer({ move: 'approve' }))).toBe('needs_group_review');
    expect(refused(() => own.reviewer({ move: 'reportUp' }))).toBe('no_group_review');
  });

  it('is anything but a withdrawal while the group reviews', () => {
    const item = upTo('groupReview');
    const others: ItemMove[] = [
      'return',
      'approve',
      'void',
      'suspend',
      'keepLongTerm',
      'merge',
      'start',
      'reopen',
    ];
    for (const move of others) {
      expect([move, refused(() => item.reviewer({ move, reason: '理由' }))]).toEqual([
        move,
        'move_not_allowed',
      ]);
    }
    for (const move of ['confirm', 'returnForRework'] as const) {
      expect([move, refused(() => item.reviewer({ move, reason: '理由' }))]).toEqual([move, 'not_allowed']);
    }
    const extend = () =>
      desk.ledger.write(desk.reviewer.account, 'extend', (write) =>
        extendItem(write, desk.reviewer, {
          id: item.id,
          rev: item.now().rev,
          dueOn: day('2021-08-01'),
          reason: '理由',
        }),
      );
    expect(refused(extend)).toBe('move_not_allowed');
    expect(refused(() => item.update({ source: 'higherSupervision', measures: '改写' }))).toBe(
      'item_not_editable',
    );
    expect(item.clerk({ move: 'withdraw' }).state).toBe('inProgress');
  });

  it('has no reason where one is asked for', () => {
    const item = upTo('officeReview');
    for (const move of ['return', 'void', 'suspend', 'keepLongTerm'] as const) {
      expect(refused(() => item.reviewer({ move }))).toBe('missing_field');
    }
  });

  it('would bring a voided item back, which keeps its number', () => {
    const item = upTo('issued');
    const { number } = item.reviewer({ move: 'void', reason: '重复下达' });
    expect(item.now()).toMatchObject({ state: 'voided', number });
    for (const move of ['issue', 'start', 'resume', 'reopen', 'unmerge'] as const) {
      expect(refused(() => item.reviewer({ move, reason: '理由' }))).toBe('move_not_allowed');
    }
  });

  it('was asked for on a page that is stale', () => {
    const item = upTo('issued');
    const { rev } = item.now();
    item.clerk({ move: 'start' });
    const stale = { id: item.id, rev, move: 'apply' as const, evidenceNumber };
    const again = () =>
      desk.ledger.write(desk.clerk.account, 'move', (write) => moveItem(write, desk.clerk, stale));
    expect(refused(again)).toBe('conflict');
  });
});

describe('an edit of an item', () => {
  it('changes every field of a draft', () => {
    const draft = upTo('draft');
    draft.update({ source: 'lookBack', problem: '压案不查', dueOn: day('2021-05-01'), owner: null });
    expect(draft.now()).toMatchObject({
      source: 'lookBack',
      problem: '压案不查',
      dueOn: '2021-05-01',
      owner: null,
    });
  });

  it('changes measures, leader and owner of an item at work, and nothing else', () => {
    const item = upTo('inProgress');
    item.update({ measures: '新措施', leader: '张副局长', owner: '赵所长' });
    expect(item.now()).toMatchObject({ measures: '新措施', leader: '张副局长', owner: '赵所长' });
    const fixed: Partial<ItemFields>[] = [
      { problem: '另一个问题' },
      { category: 'other' },
      { dueOn: day('2021-09-01') },
      { unit: null },
      { source: 'lookBack' },
    ];
    for (const change of fixed) expect(refused(() => item.update(change))).toBe('item_field_fixed');
    expect(refused(() => item.update({ measures: null }))).toBe('missing_field');
  });

  it('is refused once the item is out of hand, stale or unknown', () => {
    const item = upTo('officeReview');
    expect(refused(() => item.update({ measures: '改写' }))).toBe('item_not_editable');
    const write = (id: string, rev: number) => () =>
      desk.ledger.write(2, 'update', (write) => updateItem(write, { ...fields(), id, rev }));
    expect(refused(write(item.id, item.now().rev - 1))).toBe('conflict');
    expect(refused(write('nobody', 1))).toBe('not_found');
  });
});
