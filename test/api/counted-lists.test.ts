import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { FEEDBACK_STATES } from '../../shared/vocabulary/words.ts';
import { type Neighbours, neighbours } from '../journeys/support/offices.ts';
import { testOffice } from '../support/office.ts';
import { lastingScratch, scratch } from '../support/scratch.ts';

describe('what the work list counts of the exchange', () => {
  const { folder, remove } = lastingScratch();
  let offices: Neighbours;

  beforeAll(async () => {
    offices = await neighbours(folder, '2021-04-20');
  }, 60_000);
  afterAll(() => {
    offices.close();
    remove();
  });

  it('feedback drafts are the rows of the list narrowed to drafts', async () => {
    const { group, county } = offices;
    const member = await group.as('member');
    const draft = (problem: string) =>
      member.exchange.draftFeedback({ office: county.id, kind: 'item', problem });
    const [one] = [await draft('案卷没有装订'), await draft('台账没有页码'), await draft('公开栏没有更新')];
    await (await group.as('leader')).exchange.releaseFeedback({ ids: [one.id] });
    const leader = await group.as('leader');
    const { matters } = await leader.workList.matters();
    const { total, feedback } = await leader.exchange.feedback({ state: 'draft', limit: 1 });
    expect(matters.find(({ kind }) => kind === 'feedbackDraft')?.count).toBe(2);
    expect([total, feedback.map(({ problem }) => problem)]).toEqual([2, ['公开栏没有更新']]);
    const byState = await Promise.all(
      FEEDBACK_STATES.map(async (state) => (await leader.exchange.feedback({ state })).total),
    );
    expect(byState.reduce((sum, count) => sum + count)).toBe((await leader.exchange.feedback({})).total);
  });

  it('bundles without a receipt are the last ones of their recipients', async () => {
    const reviewer = await offices.county.as('reviewer');
    await reviewer.exchange.exportBundle({});
    const { matters } = await reviewer.workList.matters();
    const all = await reviewer.exchange.sent({});
    const { total, bundles } = await reviewer.exchange.sent({ unacknowledged: true });
    expect(all.total).toBe(2);
    expect([total, bundles]).toEqual([1, all.bundles.slice(0, 1)]);
    expect(matters.find(({ kind }) => kind === 'bundleUnacknowledged')?.count).toBe(1);
  });
});

it('filings that wait are counted by round, each number with the round whose rows it counts', async () => {
  const office = await testOffice(scratch());
  const clerk = await office.as('clerk');
  const unit = await clerk.personnel.createUnit({ name: '县法院' });
  const fields = { unit: unit.id, status: 'onDuty', from: '2021-02-28' } as const;
  const people = [];
  for (const name of ['李甲', '王乙', '张丙'])
    people.push(await clerk.personnel.addPerson({ name, ...fields }));
  const [first] = await clerk.selfInspection.rounds({});
  office.ports.setDate(first!.beginsOn);
  for (const { id } of people.slice(0, 2)) {
    const filing = { round: first!.id, person: id, filedOn: first!.beginsOn, declared: 'noProblem' } as const;
    await clerk.selfInspection.file(filing);
  }
  const filedOn = addDays(calendarDate(first!.endsOn), 1);
  const second = { name: '第二轮', beginsOn: filedOn, endsOn: addDays(filedOn, 20) };
  const { id: round } = await (await office.as('reviewer')).selfInspection.createRound(second);
  office.ports.setDate(filedOn);
  await office.as('clerk');
  await clerk.selfInspection.file({ round, person: people[0]!.id, filedOn, declared: 'noProblem' });
  const { matters } = await clerk.workList.matters();
  const told = matters.filter(({ register }) => register === 'selfInspection');
  expect(told.map(({ kind, round, count }) => [kind, round?.name, count])).toEqual([
    ['filingToApprove', first!.name, 2],
    ['filingDue', second.name, 2],
    ['filingToApprove', second.name, 1],
  ]);
  for (const { kind, round, count } of told)
    expect(
      (await clerk.selfInspection.filings({ round: round!.id, matter: kind as 'filingDue' })).total,
    ).toBe(count);
  office.close();
});
