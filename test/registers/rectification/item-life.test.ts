import { beforeAll, describe, expect, it } from 'vitest';
import { items } from '../../../electron/registers/rectification/item-lists.ts';
import { extendItem } from '../../../electron/registers/rectification/rectification-register.ts';
import { askingOf, completeFields, type Desk, day, follow, openDesk, refusedWithoutTrace } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const evidence = { evidenceNumber: '佐证〔2021〕3号' };

function inReview(fields = completeFields(desk)) {
  const item = follow(desk, fields);
  item.reviewer({ move: 'issue' });
  item.clerk({ move: 'start' });
  item.clerk({ move: 'apply', ...evidence });
  return item;
}

describe('the life of a rectification item', () => {
  it('leads from a draft to close-out through a clerk and a reviewer', () => {
    desk.ports.setDate('2021-03-16');
    const item = follow(desk, completeFields(desk));
    expect(item.now()).toMatchObject({ state: 'draft', number: null });
    expect(item.reviewer({ move: 'issue' })).toMatchObject({ state: 'issued', number: '2021-1' });
    item.clerk({ move: 'start' });
    desk.ports.setDate('2021-03-20');
    item.clerk({ move: 'apply', on: '2021-03-18', ...evidence });
    expect(item.now()).toMatchObject({ state: 'officeReview', appliedOn: '2021-03-18' });
    item.reviewer({ move: 'approve' });
    const closed = item.now();
    expect(closed).toMatchObject({
      state: 'closed',
      number: '2021-1',
      closedOn: '2021-03-20',
      evidenceNumber: '佐证〔2021〕3号',
      timesReworked: 0,
      unitName: '县公安局',
    });
    expect(closed.moves.map((move) => [move.move, move.from, move.to, move.effectiveOn, move.by])).toEqual([
      ['issue', 'draft', 'issued', '2021-03-16', '审核人'],
      ['start', 'issued', 'inProgress', '2021-03-16', '录入员'],
      ['apply', 'inProgress', 'officeReview', '2021-03-18', '录入员'],
      ['approve', 'officeReview', 'closed', '2021-03-20', '审核人'],
    ]);
  });

  it('counts a return as rework, and a withdrawal not', () => {
    const item = inReview();
    item.clerk({ move: 'withdraw' });
    item.clerk({ move: 'apply' });
    item.reviewer({ move: 'return', reason: '材料不全' });
    expect(item.now()).toMatchObject({ state: 'inProgress', timesReworked: 1 });
  });

  it('keeps the first due date visible beside an extension', () => {
    const item = inReview();
    const extend = (dueOn: string) =>
      desk.ledger.write(desk.reviewer.account, 'extend', (write) =>
        extendItem(write, desk.reviewer, {
          id: item.id,
          rev: item.now().rev,
          dueOn: day(dueOn),
          reason: '案件复杂',
        }),
      );
    extend('2021-07-01');
    expect(item.now()).toMatchObject({
      dueOn: '2021-06-15',
      extendedDueOn: '2021-07-01',
      state: 'officeReview',
    });
    expect(refusedWithoutTrace(desk, () => extend('2021-07-01'))).toBe('extension_not_later');
    expect(refusedWithoutTrace(desk, () => extend('2021-06-20'))).toBe('extension_not_later');
  });

  it('goes back to where it was when it is resumed', () => {
    const item = inReview();
    item.reviewer({ move: 'suspend', reason: '等候上级批复' });
    expect(item.reviewer({ move: 'resume', reason: '已批复' }).state).toBe('officeReview');
    item.reviewer({ move: 'keepLongTerm', reason: '长期坚持' });
    expect(item.reviewer({ move: 'resume', reason: '办结' }).state).toBe('officeReview');
  });

  it('can be reopened after close-out, and linked as repeated only while closed', () => {
    const first = inReview();
    const repeats = { ...completeFields(desk), repeats: first.id };
    expect(refusedWithoutTrace(desk, () => follow(desk, repeats))).toBe('item_repeats_open');
    first.reviewer({ move: 'approve' });
    expect(follow(desk, repeats).now().repeats).toBe(first.id);
    expect(first.reviewer({ move: 'reopen', reason: '问题反弹' })).toMatchObject({ state: 'inProgress' });
    expect(first.now().closedOn).toBeNull();
  });

  it('is merged into another item and taken out again', () => {
    const [one, other, third] = [inReview(), inReview(), inReview()];
    one.reviewer({ move: 'merge', mergedInto: other.id, reason: '同一问题' });
    expect(one.now()).toMatchObject({ state: 'merged', mergedInto: other.id });
    const merge = (from: typeof one, into: string) => () =>
      from.reviewer({ move: 'merge', mergedInto: into, reason: '同一问题' });
    expect(refusedWithoutTrace(desk, merge(one, third.id))).toBe('move_not_allowed');
    expect(refusedWithoutTrace(desk, merge(other, one.id))).toBe('merge_target_invalid');
    expect(refusedWithoutTrace(desk, merge(other, other.id))).toBe('merge_target_invalid');
    expect(refusedWithoutTrace(desk, merge(other, 'nobody'))).toBe('merge_target_invalid');
    one.reviewer({ move: 'unmerge', reason: '并非同一问题' });
    expect(one.now()).toMatchObject({ state: 'officeReview', mergedInto: null });
  });

  it('is listed by number, drafts last, one page at a time', () => {
    const { ledger } = desk;
    const list = { view: 'all', sort: 'number' } as const;
    const all = ledger.read((db) => items(db, askingOf(desk), { ...list, offset: 0, limit: 500 }));
    const page = ledger.read((db) =>
      items(db, askingOf(desk), { ...list, offset: 1, limit: 2, unit: desk.unit }),
    );
    expect(page).toEqual({ total: all.total, items: all.items.slice(1, 3) });
    const numbered = all.items.filter((item) => item.number !== null);
    expect(numbered.map((item) => item.number)).toEqual(numbered.map((_, i) => `2021-${i + 1}`));
    expect(all.items.slice(numbered.length).every((item) => item.state === 'draft')).toBe(true);
    const merged = ledger.read((db) =>
      items(db, askingOf(desk), { ...list, state: 'voided', offset: 0, limit: 10 }),
    );
    expect(merged).toEqual({ total: 0, items: [] });
  });
});
