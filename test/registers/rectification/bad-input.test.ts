import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorSentence } from '../../../renderer/text/errors.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { RefusalFields } from '../../../shared/vocabulary/refusal.ts';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530307');
});
afterAll(() => desk.close());

const reviewer = () => desk.at('reviewer').rectification;
/** What happened, what is safe, and what to do next, with nothing left to fill in. */
const WHOLE = /^[^{}[\]]*(没有|不能)[^{}[\]]*；请[^{}[\]]+。$/;
const code = async (work: () => Promise<unknown>) => {
  const { code, fields } = await desk.refused(work);
  expect(errorSentence(code as ErrorCode, fields as RefusalFields)).toMatch(WHOLE);
  return code;
};

it('a due date before the day of issue, of one item or of one among many, issues none', async () => {
  const [late, good] = [await desk.draft({ dueOn: '2021-04-09' }), await desk.draft()];
  expect(await code(() => reviewer().moveItem({ ...late, move: 'issue' }))).toBe('deadline_before_day');
  const refused = await desk.refused(() => reviewer().moveItems({ items: [good, late], move: 'issue' }));
  expect(refused).toMatchObject({
    code: 'deadline_before_day',
    fields: { items: [late.id], due: '2021-04-09' },
  });
});

it('an extension to the date in force or before it, the original included, extends none', async () => {
  const [one, other] = [await desk.issued(), await desk.issued({ dueOn: '2021-04-20' })];
  const extend = (row: { id: string; rev: number }, dueOn: string) =>
    reviewer().extendItem({ ...row, dueOn, reason: '疫情' });
  for (const day of ['2021-05-10', '2021-05-09'])
    expect(await code(() => extend(one, day))).toBe('extension_not_later');
  expect(await code(() => extend(one, '2021-04-09'))).toBe('deadline_before_day');
  const { rev } = await extend(one, '2021-06-01');
  for (const day of ['2021-05-20', '2021-05-09'])
    expect(await code(() => extend({ id: one.id, rev }, day))).toBe('extension_not_later');
  const items = [other, { id: one.id, rev }];
  const refused = await desk.refused(() =>
    reviewer().extendItems({ items, dueOn: '2021-05-15', reason: '疫情' }),
  );
  expect(refused).toMatchObject({ code: 'extension_not_later', fields: { items: [one.id] } });
  expect(await desk.item(one.id)).toMatchObject({ dueOn: '2021-05-10', extendedDueOn: '2021-06-01' });
});

it('an application is approved by nobody who made it, alone or among many', async () => {
  const { id, rev } = await desk.issued();
  const started = await desk.at('clerk').rectification.moveItem({ id, rev, move: 'start' });
  const own = desk.clerkAndReviewer().rectification;
  const applied = await own.moveItem({ id, rev: started.rev, move: 'apply', evidenceNumber: '证-1' });
  const answer = { id, rev: applied.rev };
  expect(await code(() => own.moveItem({ ...answer, move: 'approve' }))).toBe('same_account');
  expect(await code(() => own.moveItems({ items: [answer], move: 'approve' }))).toBe('same_account');
  expect((await reviewer().moveItem({ ...answer, move: 'approve' })).state).toBe('closed');
});

it('a number stays with the item that was given it, whatever becomes of the item', async () => {
  const [first, second] = [await desk.issued(), await desk.issued()];
  const numberOf = async ({ id }: { id: string }) => (await desk.item(id)).number;
  const given = [await numberOf(first), await numberOf(second)];
  await reviewer().moveItem({ ...second, move: 'void', reason: '重复录入' });
  const third = await numberOf(await desk.issued());
  expect(new Set([...given, third]).size).toBe(3);
  expect(await numberOf(second)).toBe(given[1]);
  expect(await code(() => reviewer().moveItem({ ...first, move: 'issue' }))).toBe('move_not_allowed');
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
