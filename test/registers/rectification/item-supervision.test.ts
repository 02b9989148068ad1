import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530302');
});
afterAll(() => desk.close());

const clerk = () => desk.at('clerk').rectification;
const reviewer = () => desk.at('reviewer').rectification;
const due = async () => {
  const { matters } = await desk.at('reviewer').workList.matters();
  return matters.find(({ kind }) => kind === 'itemFollowUpDue') ?? null;
};

describe('督办', () => {
  it('is begun and ended by a reviewer, and leaves the item itself as it is', async () => {
    const { id, rev } = await desk.issued();
    await reviewer().supervise({ id, rev, on: true, reason: '重点督办', nextOn: '2021-04-12' });
    expect(await desk.item(id)).toMatchObject({
      rev,
      supervision: { since: '2021-04-10', reason: '重点督办', nextOn: '2021-04-12' },
    });
    const { items } = await clerk().items({ supervised: true });
    expect(items.map((one) => one.id)).toEqual([id]);
    await reviewer().supervise({ id, rev, on: false, reason: '已督办到位' });
    expect((await desk.item(id)).supervision).toBe(null);
    expect((await clerk().items({ supervised: true })).total).toBe(0);
    await desk.undoLast('reviewer');
    expect((await desk.item(id)).supervision).toMatchObject({ nextOn: '2021-04-12' });
    await reviewer().supervise({ id, rev, on: false, reason: '已督办到位' });
  });

  it('refuses what it cannot be, with nothing changed', async () => {
    const draft = await desk.draft();
    const { id, rev } = await desk.issued();
    const code = async (work: () => Promise<unknown>) => (await desk.refused(work)).code;
    const on = { on: true, reason: '重点督办' };
    expect(await code(() => reviewer().supervise({ ...draft, ...on }))).toBe('item_not_editable');
    expect(await code(() => clerk().supervise({ id, rev, ...on }))).toBe('not_allowed');
    expect(await code(() => reviewer().supervise({ id, rev: rev - 1, ...on }))).toBe('conflict');
    expect(await code(() => reviewer().supervise({ id, rev, ...on, on: false }))).toBe(
      'supervision_unchanged',
    );
    expect(await code(() => reviewer().supervise({ id, rev, ...on, nextOn: '2021-04-10' }))).toBe(
      'follow_up_day_wrong',
    );
    const entry = { item: id, kind: 'supervision', text: '已约谈' } as const;
    expect(await code(() => reviewer().addFollowUp(entry))).toBe('not_supervised');
    expect(await code(() => clerk().addFollowUp(entry))).toBe('not_allowed');
    const ahead = { item: id, text: '已补录', on: '2021-04-11' };
    expect(await code(() => clerk().addFollowUp(ahead))).toBe('item_day_ahead');
    expect(await code(() => clerk().addFollowUp({ item: draft.id, text: '已补录' }))).toBe(
      'item_not_editable',
    );
  });

  it('asks again on its day: the work list counts exactly the rows of its list', async () => {
    const [first, second] = [await desk.issued(), await desk.issued()];
    const reason = '重点督办';
    await reviewer().supervise({ ...first, on: true, reason, nextOn: '2021-04-12' });
    await reviewer().supervise({ ...second, on: true, reason });
    expect(await due()).toBe(null);
    desk.office.ports.setDate('2021-04-12');
    expect(await due()).toMatchObject({ whose: 'reviewer', mine: true, count: 1 });
    const listed = await reviewer().items({ matter: 'itemFollowUpDue', view: 'mine' });
    expect(listed.items.map(({ id, whose }) => [id, whose])).toEqual([[first.id, 'clerk']]);
    expect((await clerk().items({ matter: 'itemFollowUpDue', view: 'mine' })).total).toBe(0);
    expect((await clerk().items({ matter: 'itemFollowUpDue', whose: 'reviewer' })).total).toBe(1);
    const asked = { item: first.id, kind: 'supervision', text: '已约谈责任人' } as const;
    await reviewer().addFollowUp({ ...asked, nextOn: '2021-04-20' });
    expect(await due()).toBe(null);
    expect((await desk.item(first.id)).supervision?.nextOn).toBe('2021-04-20');
    await desk.undoLast('reviewer');
    expect(await due()).toMatchObject({ count: 1 });
    desk.office.ports.setDate('2021-04-10');
  });

  it('is logged beside the progress that the clerk writes down, the latest first, page by page', async () => {
    const { id, rev } = await desk.issued();
    await clerk().addFollowUp({ item: id, text: '7起已补录', on: '2021-04-08' });
    await reviewer().supervise({ id, rev, on: true, reason: '重点督办' });
    await reviewer().addFollowUp({ item: id, kind: 'supervision', text: '已约谈' });
    await clerk().addFollowUp({ item: id, text: '9起已补录' });
    const all = await clerk().followUps({ item: id });
    expect(all.followUps.map(({ text, kind, by }) => [text, kind, by])).toEqual([
      ['9起已补录', 'progress', 'clerk'],
      ['已约谈', 'supervision', 'reviewer'],
      ['7起已补录', 'progress', 'clerk'],
    ]);
    expect(await clerk().followUps({ item: id, kind: 'progress', offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      followUps: [{ text: '7起已补录', on: '2021-04-08' }],
    });
    expect((await desk.item(id)).rev).toBe(rev);
  });
});

describe('an item that repeats a closed one', () => {
  it('is linked to it and unlinked, also after it was issued', async () => {
    const closed = await desk.issued();
    const started = await clerk().moveItem({ ...closed, move: 'start' });
    const { id, rev } = await desk.issued();
    const link = (repeats: string | null, at: number) => clerk().linkRepeat({ id, rev: at, repeats });
    expect((await desk.refused(() => link(closed.id, rev))).code).toBe('item_repeats_open');
    const applied = await clerk().moveItem({
      ...{ id: closed.id, rev: started.rev },
      ...{ move: 'apply', evidenceNumber: '佐证1号' },
    });
    await reviewer().moveItem({ id: closed.id, rev: applied.rev, move: 'approve' });
    const linked = await link(closed.id, rev);
    expect((await desk.item(id)).repeats).toBe(closed.id);
    expect((await desk.refused(() => link(id, linked.rev))).code).toBe('item_repeats_open');
    await link(null, linked.rev);
    expect((await desk.item(id)).repeats).toBe(null);
    await desk.undoLast('clerk');
    expect((await desk.item(id)).repeats).toBe(closed.id);
  });
});

describe('the history of an item', () => {
  it('tells who did what and when, and what stood there before, the latest first', async () => {
    const { id, rev } = await desk.draft({ unit: desk.bureau, owner: null });
    const edited = await desk.at('second').rectification.editItems({
      items: [{ id, rev }],
      set: { unit: desk.station, owner: '王所长' },
    });
    const issued = await reviewer().moveItem({ id, rev: edited.rev, move: 'issue' });
    await reviewer().extendItem({ id, rev: issued.rev, dueOn: '2021-06-01', reason: '疫情' });
    const { rev: extended } = await desk.item(id);
    await reviewer().extendItem({ id, rev: extended, dueOn: '2021-06-20', reason: '又有疫情' });
    const { rev: now } = await desk.item(id);
    await reviewer().supervise({ id, rev: now, on: true, reason: '重点督办' });
    await clerk().addFollowUp({ item: id, text: '7起已补录' });
    await reviewer().supervise({ id, rev: now, on: false, reason: '到位' });
    const { total, events } = await clerk().history({ id });
    expect(total).toBe(7);
    const told = events.map(({ event, by, move, text, isOn, changes }) => ({
      ...{ event, by, move, text, isOn, changes },
    }));
    const none = { move: null, text: null, isOn: null, changes: [] };
    const { number } = await desk.item(id);
    expect(told).toEqual([
      { ...none, event: 'supervision', by: 'reviewer', text: '到位', isOn: false },
      { ...none, event: 'followUp', by: 'clerk', text: '7起已补录' },
      { ...none, event: 'supervision', by: 'reviewer', text: '重点督办', isOn: true },
      {
        ...{ ...none, event: 'move', by: 'reviewer', move: 'extend', text: '又有疫情' },
        changes: [{ field: 'extendedDueOn', before: '2021-06-01', after: '2021-06-20' }],
      },
      {
        ...{ ...none, event: 'move', by: 'reviewer', move: 'extend', text: '疫情' },
        changes: [{ field: 'extendedDueOn', before: '2021-05-10', after: '2021-06-01' }],
      },
      {
        ...{ ...none, event: 'move', by: 'reviewer', move: 'issue' },
        changes: [{ field: 'number', before: null, after: number }],
      },
      {
        ...{ ...none, event: 'edit', by: 'second' },
        changes: [
          { field: 'owner', before: null, after: '王所长' },
          { field: 'unit', before: '县公安局', after: '城关派出所' },
        ],
      },
    ]);
    expect((await clerk().history({ id, offset: 5, limit: 2 })).events).toEqual(events.slice(5));
  });

  it('forgets an edit that was undone', async () => {
    const { id, rev } = await desk.draft();
    await clerk().editItems({ items: [{ id, rev }], set: { owner: '赵警官' } });
    expect((await clerk().history({ id })).total).toBe(1);
    await desk.undoLast('clerk');
    expect((await clerk().history({ id })).total).toBe(0);
  });
});
