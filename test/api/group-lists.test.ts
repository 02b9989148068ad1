import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

const TODAY = calendarDate('2021-04-06');
const scratch = lastingScratch();
let counties: readonly TestOffice[];
let group: TestOffice;

beforeAll(async () => {
  group = await testOffice(scratch.folder, { role: 'group', code: '530100', today: TODAY });
  const [near, far] = [await county('530101'), await county('530102')];
  counties = [near, far];
  await reportedUp(near);
  await reportedUp(near);
  await reportedUp(far);
  await supportingWork(near);
  for (const office of counties) await hand(office, group, 'clerk', 'member');
});
afterAll(() => {
  for (const office of [...counties, group]) office.close();
  scratch.remove();
});

async function county(code: string): Promise<TestOffice> {
  const office = await testOffice(scratch.folder, { code, today: TODAY });
  const [own, groups] = [await office.as('administrator'), await group.as('administrator')];
  await own.exchange.trust({ content: (await groups.exchange.ownKeys()).content });
  await groups.exchange.trust({ content: (await own.exchange.ownKeys()).content });
  return office;
}

/** An item in 待市级复核. */
async function reportedUp(office: TestOffice): Promise<void> {
  const clerk = await office.as('clerk');
  const { id: unit } = await clerk.personnel.createUnit({
    name: `单位${(await clerk.personnel.units({})).length}`,
  });
  const draft = await clerk.rectification.draftItem({
    ...{ source: 'higherSupervision', category: 'cases-not-handled', problem: '有案不立' },
    ...{ measures: '逐案复核', unit, leader: '李', owner: '王', dueOn: calendarDate('2021-05-01') },
  });
  let { rev } = draft;
  for (const [role, move] of STEPS)
    ({ rev } = await (await office.as(role)).rectification.moveItem({
      id: draft.id,
      rev,
      move,
      evidenceNumber: '佐1',
    }));
}

/** One institution, and counts of the unit for the month. */
async function supportingWork(office: TestOffice): Promise<void> {
  const { supporting, personnel } = await office.as('clerk');
  const [unit] = await personnel.units({});
  const made = {
    kind: 'created',
    title: '案件评查办法',
    documentNumber: '云政法〔2021〕5号',
    unit: null,
  } as const;
  await supporting.addInstitution({ ...made, on: TODAY });
  const cells = [{ unit: unit!.id, kind: 'activities', count: 4, rev: 0 } as const];
  await supporting.setCounters({ month: '2021-04', cells });
}

const STEPS = [
  ['reviewer', 'issue'],
  ['clerk', 'start'],
  ['clerk', 'apply'],
  ['reviewer', 'reportUp'],
] as const;

type Role = Parameters<TestOffice['as']>[0];

async function hand(from: TestOffice, to: TestOffice, sender: Role, taker: Role): Promise<void> {
  const recipient = to.id;
  const { fileName, content } = await (await from.as(sender)).exchange.exportBundle({ recipient });
  const files = [{ fileName, content }];
  const { applied } = await (await to.as(taker)).exchange.importBundles({ files, apply: true });
  expect(applied).toBe(true);
}

const mattersOf = async (role: Role) =>
  (await (await group.as(role)).workList.matters()).matters.map(({ kind, mine, count }) => [
    kind,
    mine,
    count,
  ]);

describe('at a group', () => {
  it('the ledgers of all offices are one list, and of the office named one of them', async () => {
    const { rectification } = await group.as('member');
    const { total, items } = await rectification.items({ state: 'groupReview' });
    expect(total).toBe(3);
    const [near, far] = counties.map(({ id }) => id);
    expect(items.map(({ office }) => office).sort()).toEqual([near, near, far].sort());
    expect((await rectification.items({ office: far! })).items.map(({ office }) => office)).toEqual([far]);
    expect((await rectification.counts({})).groupReview).toBe(3);
  });

  it('institutions and monthly counters are read of the office named, and belong to it alone', async () => {
    const { supporting } = await group.as('leader');
    const [near, far] = counties.map(({ id }) => id);
    const titles = async (office: string) =>
      (await supporting.institutions({ office })).institutions.map(({ title }) => title);
    expect(await titles(near!)).toEqual(['案件评查办法']);
    expect(await titles(far!)).toEqual([]);
    const asked = (office: string) => supporting.counters({ office, month: '2021-04', show: 'filled' });
    const { filled, sums, units } = await asked(near!);
    expect([filled, sums.activities, units.map(({ name }) => name)]).toEqual([1, 4, ['单位0']]);
    expect((await asked(far!)).units).toEqual([]);
    const year = await supporting.counterYear({ office: near!, year: 2021 });
    expect(year.sums.filter((sum) => sum !== null)).toEqual([4]);
    expect((await supporting.counterYear({ office: far!, year: 2021 })).sums).toEqual(Array(12).fill(null));
  });

  it('an item is moved by the feedback that a member drafts, and by nothing else', async () => {
    const allowed = async (role: Role) => {
      const { rectification } = await group.as(role);
      const [item] = (await rectification.items({})).items;
      return (await rectification.item({ id: item!.id })).allowed;
    };
    const moves = (why: string | null) => ['confirm', 'returnForRework'].map((move) => ({ move, why }));
    expect(await allowed('member')).toEqual(moves(null));
    expect(await allowed('leader')).toEqual(moves('not_allowed'));
  });

  it('an item waits for a member until it is answered, then for the leader, and is counted once', async () => {
    const member = await group.as('member');
    expect(await mattersOf('member')).toEqual([['itemAtGroup', true, 3]]);
    expect((await member.workList.mine({})).total).toBe(3);
    const [first] = (await member.rectification.items({ matter: 'itemAtGroup' })).items;
    const { id } = await member.exchange.draftFeedback({
      office: first!.office,
      kind: 'confirm',
      subject: first!.id,
    });
    expect(await mattersOf('member')).toEqual([
      ['itemAtGroup', true, 2],
      ['feedbackDraft', false, 1],
    ]);
    expect((await member.workList.mine({})).total).toBe(2);
    expect((await member.rectification.items({ matter: 'itemAtGroup' })).total).toBe(2);
    expect(await mattersOf('leader')).toEqual([
      ['itemAtGroup', false, 2],
      ['feedbackDraft', true, 1],
    ]);
    await (await group.as('leader')).exchange.releaseFeedback({ ids: [id] });
    expect(await mattersOf('leader')).toEqual([['itemAtGroup', false, 2]]);
  });

  it('what the group decided is not put down to the account that took its bundle in', async () => {
    const office = counties[0]!;
    const clerk = await office.as('clerk');
    expect((await clerk.workList.matters()).matters).toContainEqual(
      expect.objectContaining({ kind: 'bundleUnacknowledged', whose: 'group', mine: false, count: 1 }),
    );
    await hand(group, office, 'member', 'clerk');
    const told = (await (await office.as('clerk')).workList.matters()).matters.map(({ kind }) => kind);
    expect(told).not.toContain('bundleUnacknowledged');
    const { rectification } = await office.as('clerk');
    const closed = (await rectification.items({ state: 'closed' })).items;
    expect(closed).toHaveLength(1);
    const { moves } = await rectification.item({ id: closed[0]!.id });
    expect(moves.at(-1)).toMatchObject({ move: 'confirm', by: null });
    expect(moves.at(-2)).toMatchObject({ move: 'reportUp', by: 'reviewer' });
  });

  it('the offices stand beside each other by code with their figures, and the sums are those of the group', async () => {
    const { figures } = await group.as('leader');
    const { offices, total, missingOffices } = await figures.byOffice({ asOf: TODAY });
    expect(
      offices.map(({ code, stale, lastSequence, dataUntil }) => [code, stale, lastSequence, dataUntil]),
    ).toEqual([
      ['530101', false, 1, TODAY],
      ['530102', false, 1, TODAY],
    ]);
    expect(offices.map((one) => one.figures.rectificationCompletion!.text)).toEqual(['100.0%', '100.0%']);
    expect(total).toEqual((await figures.asOf({ asOf: TODAY })).figures);
    expect(total.rectificationCompletion).toMatchObject({ numerator: 3, denominator: 3 });
    expect(missingOffices).toEqual([]);
    const later = await figures.byOffice({ asOf: calendarDate('2021-04-07') });
    expect(later.offices.every(({ stale }) => stale)).toBe(true);
    expect(later.missingOffices.map(({ code }) => code)).toEqual(['530101', '530102']);
    expect(later.total.rectificationCompletion).toMatchObject({ numerator: 0, denominator: 0, text: '—' });
  });
});
