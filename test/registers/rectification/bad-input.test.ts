import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530307');
});
afterAll(() => desk.close());

const reviewer = () => desk.at('reviewer').rectification;
const code = async (work: () => Promise<unknown>) => (await desk.refused(work)).code;

it('a due date before the day of issue, of one item or of one among many, issues none', async () => {
  const [late, good] = [await desk.draft({ dueOn: '2021-04-09' }), await desk.draft()];
  expect(await code(() => reviewer().moveItem({ ...late, move: 'issue' }))).toBe('deadline_before_day');
  const refused = await desk.refused(() => reviewer().moveItems({ items: [good, late], move: 'issue' }));
  expect(refused).toMatchObject({
    code: 'deadline_before_day',
    fields: { items: [late.id], due: '2021-04-09' },
  });
});

it('an owner or a leader who has left is named for nothing new, and stays where already named', async () => {
  const { personnel } = desk.at('clerk');
  const person = { name: '孟长青', unit: desk.bureau, status: 'onDuty', from: '2021-02-01' } as const;
  const { id, rev } = await personnel.addPerson(person);
  const owned = await desk.issued({ owner: '孟长青' });
  const left = { id, rev, unit: desk.bureau, status: 'retired', from: '2021-04-10' } as const;
  await desk.at('clerk').personnel.transfer(left);
  for (const field of ['leader', 'owner'] as const) {
    const refused = await desk.refused(() => desk.draft({ [field]: '孟 长青' }));
    expect(refused).toMatchObject({ code: 'person_left', fields: { field } });
  }
  const other = await desk.issued();
  const edit = (set: { owner?: string; measures?: string }, items: { id: string; rev: number }[]) =>
    desk.at('clerk').rectification.editItems({ items, set });
  expect(await code(() => edit({ owner: '孟长青' }, [other]))).toBe('person_left');
  expect((await edit({ measures: '重新摸排' }, [owned])).count).toBe(1);
  const namesake = await desk.at('clerk').personnel.addPerson({ ...person, unit: desk.station });
  expect((await edit({ owner: '孟长青' }, [other])).count).toBe(1);
  expect(namesake.id).not.toBe(id);
});

it('a merged item is not merged again, nor into itself, a draft or a merged one', async () => {
  const [one, other, draft] = [await desk.issued(), await desk.issued(), await desk.draft()];
  const merge = (row: { id: string; rev: number }, mergedInto: string) =>
    reviewer().moveItem({ ...row, move: 'merge', mergedInto });
  const { rev } = await merge(one, other.id);
  expect(await code(() => merge({ id: one.id, rev }, other.id))).toBe('move_not_allowed');
  for (const wrong of [other.id, draft.id, one.id]) {
    expect(await code(() => merge(other, wrong))).toBe('merge_target_invalid');
  }
  expect(await code(() => merge(other, 'nothing'))).toBe('merge_target_invalid');
});

it('a retired or unknown category is given to nothing new, and old rows keep theirs', async () => {
  const { id, rev } = await desk.draft();
  expect(await code(() => desk.draft({ category: '没有这一类' }))).toBe('category_unknown');
  const category = (await desk.item(id)).category!;
  const { campaign } = desk.at('reviewer');
  await campaign.retireCategory({ rev: (await campaign.current()).rev, category });
  const refused = await desk.refused(() => desk.draft({ category }));
  expect(refused.code).toBe('category_retired');
  const { rectification } = desk.at('clerk');
  expect((await rectification.editItems({ items: [{ id, rev }], set: { owner: '赵警官' } })).count).toBe(1);
  const content = Buffer.from(`问题来源,类别,问题表现\n自查,${category},另一个问题`).toString('base64');
  const { rows } = await rectification.importItems({ fileName: '清单.csv', content });
  expect(rows).toMatchObject([{ outcome: 'held', reason: 'unknownCategory' }]);
});
