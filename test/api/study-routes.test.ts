import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
let office: TestOffice;
beforeAll(async () => {
  office = await testOffice(folder);
});
afterAll(() => {
  office.close();
  remove();
});

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no error',
    (error: unknown) => (error instanceof ORPCError ? error.code : error),
  );

it('a session goes from the clerk’s draft to the reviewer’s approval, and its make-ups on to confirmation', async () => {
  const clerk = await office.as('clerk');
  const day = calendarDate('2021-03-10');
  const from = calendarDate('2021-03-01');
  const court = await clerk.personnel.createUnit({ name: '法院' });
  const people = await Promise.all(
    ['甲', '乙', '丙'].map((name, orderNumber) =>
      clerk.personnel.addPerson({ name, orderNumber, unit: court.id, from }),
    ),
  );
  const fields = { title: '党课', phase: 'study', types: ['political' as const], form: 'film' as const };
  const draft = await clerk.study.createSession({ ...fields, day, venues: ['礼堂'] });
  const { id } = draft;
  const { rev } = await clerk.study.moveSession({ ...draft, move: 'schedule' });
  const held = await clerk.study.moveSession({ id, rev, move: 'hold' });
  const marks = [{ person: people[0]!.id, mark: 'absent' as const, reason: '出差' }];
  const marked = await clerk.study.mark({ session: id, rev: held.rev, marks, rest: 'present' });
  expect(marked.sums).toMatchObject({ expected: 3, due: 3, present: 2, absent: 1, makeupPending: 1 });
  expect(await codeOf(clerk.study.mark({ session: id, rev: held.rev, marks }))).toBe('conflict');
  expect(await codeOf(clerk.study.moveSession({ id, rev: marked.rev, move: 'approve' }))).toBe(
    'move_not_allowed',
  );
  const submitted = await clerk.study.moveSession({ id, rev: marked.rev, move: 'submit' });

  const reviewer = await office.as('reviewer');
  expect(await codeOf(reviewer.study.createSession({ ...fields, day }))).toBe('not_allowed');
  const approved = await reviewer.study.moveSession({ id, rev: submitted.rev, move: 'approve' });
  expect(approved.state).toBe('approved');

  const again = await office.as('clerk');
  const made = { session: id, people: [people[0]!.id], on: calendarDate('2021-03-12'), document: '补1' };
  const done = await again.study.moveMakeup({ ...made, rev: approved.rev, move: 'record' });
  expect(done.sums).toMatchObject({ makeupPending: 0, makeupDone: 1 });
  const list = await again.study.attendance({ session: id, limit: 1 });
  expect(list).toMatchObject({ total: 3, rows: [{ mark: 'absent', makeup: 'done', unitName: '法院' }] });

  const last = await office.as('reviewer');
  await last.study.moveMakeup({ session: id, rev: done.rev, people: made.people, move: 'confirm' });
  expect((await last.study.session({ id })).sums).toMatchObject({ makeupConfirmed: 1, due: 3 });
  const { total, sessions } = await last.study.sessions({ office: office.id, state: 'approved' });
  expect([total, sessions[0]!.id, sessions[0]!.day]).toEqual([1, id, '2021-03-10']);
  expect(await codeOf(last.study.session({ id: 'nothing' }))).toBe('not_found');
});
