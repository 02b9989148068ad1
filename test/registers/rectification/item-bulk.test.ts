import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530301');
});
afterAll(() => desk.close());

const clerk = () => desk.at('clerk').rectification;
const reviewer = () => desk.at('reviewer').rectification;
const several = async (count: number, make: () => Promise<{ id: string; rev: number }>) => {
  const rows = [];
  for (let at = 0; at < count; at += 1) rows.push(await make());
  return rows;
};

describe('the same fields set in many rows', () => {
  it('stand in all of them after one step, and are as before after one undo', async () => {
    const drafts = await several(3, () => desk.draft());
    const issued = await several(2, () => desk.issued());
    const items = [...drafts, ...issued];
    const before = await Promise.all(items.map(({ id }) => desk.item(id)));
    const { count } = await clerk().editItems({ items, set: { owner: '赵警官', measures: '重新摸排' } });
    expect(count).toBe(5);
    for (const { id } of items)
      expect(await desk.item(id)).toMatchObject({
        owner: '赵警官',
        measures: '重新摸排',
        leader: '李副局长',
      });
    await desk.undoLast('clerk');
    for (const one of before) {
      const { rev, ...content } = await desk.item(one.id);
      expect({ ...content, rev: one.rev }).toEqual(one);
      expect(rev).toBeGreaterThan(one.rev);
    }
  });

  it('leave rows alone that already say so', async () => {
    const [same, other] = [await desk.draft({ owner: '赵警官' }), await desk.draft()];
    expect((await clerk().editItems({ items: [same, other], set: { owner: '赵警官' } })).count).toBe(1);
    expect((await desk.item(same.id)).rev).toBe(same.rev);
    expect((await clerk().editItems({ items: [same], set: { owner: '赵警官' } })).count).toBe(0);
  });

  it('are written into none when one row refuses, which is named', async () => {
    const [draft, issued] = [await desk.draft(), await desk.issued()];
    const { number } = await desk.item(issued.id);
    const items = [draft, issued];
    const due = await desk.refused(() => clerk().editItems({ items, set: { dueOn: '2021-06-01' } }));
    expect(due).toMatchObject({
      code: 'item_field_fixed',
      fields: { items: [issued.id], numbers: [number], count: 1, field: 'dueOn' },
    });
    const stale = items.map(({ id }) => ({ id, rev: 1 }));
    const conflict = await desk.refused(() => clerk().editItems({ items: stale, set: { owner: '赵警官' } }));
    expect(conflict).toMatchObject({ code: 'conflict', fields: { items: [draft.id, issued.id], count: 2 } });
    const unknown = await desk.refused(() => clerk().editItems({ items, set: { category: '没有的类别' } }));
    expect(unknown.code).toBe('category_unknown');
  });
});

describe('an extension of many rows', () => {
  it('is a dated move of each, and one step that can be undone', async () => {
    const items = await several(3, () => desk.issued());
    await reviewer().extendItems({ items, dueOn: '2021-06-20', reason: '疫情' });
    for (const { id } of items) {
      const { extendedDueOn, dueOn, moves } = await desk.item(id);
      expect([dueOn, extendedDueOn, moves.at(-1)?.move]).toEqual(['2021-05-10', '2021-06-20', 'extend']);
    }
    await desk.undoLast('reviewer');
    for (const { id } of items) {
      const { extendedDueOn, moves, state } = await desk.item(id);
      expect([extendedDueOn, state, moves.map(({ move }) => move)]).toEqual([null, 'issued', ['issue']]);
    }
  });

  it('by working days counts from each row’s date in force', async () => {
    const items = [await desk.issued({ dueOn: '2021-04-30' }), await desk.issued({ dueOn: '2021-05-10' })];
    await reviewer().extendItems({ items, workingDays: 3, reason: '疫情' });
    const extended = await Promise.all(items.map(async ({ id }) => (await desk.item(id)).extendedDueOn));
    expect(extended).toEqual(['2021-05-08', '2021-05-13']);
    const again = await Promise.all(items.map(async ({ id }) => ({ id, rev: (await desk.item(id)).rev })));
    await reviewer().extendItems({ items: again, workingDays: 1, reason: '疫情' });
    expect((await desk.item(items[0]!.id)).extendedDueOn).toBe('2021-05-10');
  });

  it('is granted to none when one row refuses', async () => {
    const late = await desk.issued({ dueOn: '2021-08-10' });
    const items = [await desk.issued(), late];
    const refused = await desk.refused(() =>
      reviewer().extendItems({ items, dueOn: '2021-07-01', reason: '疫情' }),
    );
    expect(refused).toMatchObject({ code: 'extension_not_later', fields: { items: [late.id] } });
    expect(
      (await desk.refused(() => clerk().extendItems({ items, workingDays: 3, reason: '疫情' }))).code,
    ).toBe('not_allowed');
    const both = { items, dueOn: '2021-07-01', workingDays: 2, reason: '疫情' };
    expect((await desk.refused(() => reviewer().extendItems(both))).code).toBe('invalid_input');
  });

  it('of one row is undone the same way, but not once the row has moved on', async () => {
    const { id, rev } = await desk.issued();
    await reviewer().extendItem({ id, rev, dueOn: '2021-06-20', reason: '疫情' });
    await clerk().moveItem({ id, rev: (await desk.item(id)).rev, move: 'start' });
    expect((await desk.refused(() => desk.undoLast('reviewer'))).code).toBe('undo_changed_since');
  });
});

describe('one move of many rows', () => {
  it('numbers issued rows in the order in which they were given, and is undone by the reverse move only', async () => {
    const drafts = await several(4, () => desk.draft());
    const given = [2, 0, 3, 1].map((at) => drafts[at]!);
    const { items } = await reviewer().moveItems({ items: given, move: 'issue' });
    expect(items.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
    const numbers = items.map(({ number }) => Number(number!.split('-')[1]));
    expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at));
    expect((await desk.refused(() => desk.undoLast('reviewer'))).code).toBe('undo_by_move');
  });

  it('moves none when one row refuses: numbers stay without a gap', async () => {
    const complete = await desk.draft();
    const incomplete = await desk.draft({ owner: null, problem: '台账不全'.repeat(10) });
    const items = [complete, incomplete];
    const refused = await desk.refused(() => reviewer().moveItems({ items, move: 'issue' }));
    expect(refused).toMatchObject({
      code: 'missing_field',
      fields: { field: 'owner', items: [incomplete.id], numbers: ['台账不全'.repeat(5)], count: 1 },
    });
  });

  it('approves no application of the approver’s own', async () => {
    const { id, rev } = await desk.issued();
    const started = await desk.clerkAndReviewer().rectification.moveItem({ id, rev, move: 'start' });
    const apply = { id, rev: started.rev, move: 'apply', evidenceNumber: '佐证1号' } as const;
    const items = [{ id, rev: (await desk.clerkAndReviewer().rectification.moveItem(apply)).rev }];
    const own = () => desk.clerkAndReviewer().rectification.moveItems({ items, move: 'approve' });
    expect(await desk.refused(own)).toMatchObject({ code: 'same_account', fields: { items: [id] } });
    expect((await reviewer().moveItems({ items, move: 'approve' })).count).toBe(1);
  });
});

describe('two windows that issue at the same time', () => {
  it('give numbers without a gap or a repetition', async () => {
    const drafts = await several(12, () => desk.draft());
    const calls = drafts.map(({ id, rev }, at) =>
      at % 3 === 0
        ? reviewer().moveItems({ items: [{ id, rev }], move: 'issue' })
        : reviewer().moveItem({ id, rev, move: 'issue' }),
    );
    await Promise.all([
      ...calls,
      reviewer()
        .moveItem({ ...drafts[0]!, move: 'issue' })
        .catch(() => null),
    ]);
    const numbers = desk
      .ledger()
      .read((db) =>
        db.all<{ number: number }>(
          'SELECT number FROM rectification_item WHERE number_year = 2021 AND number IS NOT NULL ORDER BY number',
        ),
      );
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBeGreaterThan(20);
  });
});
