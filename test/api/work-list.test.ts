import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueFromFeedback } from '../../electron/registers/rectification/item-feedback.ts';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import {
  FILING_MATTERS,
  type FilingMatter,
  ITEM_MATTERS,
  type MatterKind,
  SESSION_MATTERS,
  WHOSE,
  type Whose,
} from '../../shared/vocabulary/words.ts';
import { chanceOf, settleCounty, work } from '../exchange/county-work.ts';
import { type SoleOffice, soleOffice } from '../exchange/sole-office.ts';
import { testOffice } from '../support/office.ts';
import { lastingScratch, scratch } from '../support/scratch.ts';

const SEEDS = [1, 2];
const EVERYTHING = { limit: 500 };

type Row<List extends keyof Rows> = Rows[List][number];
interface Rows {
  readonly sessions: Awaited<ReturnType<ApiClient['study']['sessions']>>['sessions'];
  readonly items: Awaited<ReturnType<ApiClient['rectification']['items']>>['items'];
  readonly actions: Awaited<ReturnType<ApiClient['actions']['list']>>['actions'];
  readonly makeups: Awaited<ReturnType<ApiClient['study']['makeups']>>['rows'];
  readonly filings: (Awaited<ReturnType<ApiClient['selfInspection']['filings']>>['filings'][number] & {
    readonly open: number;
  })[];
}

/** Every row that could wait for somebody, as the lists tell of it. */
async function everyRow({ client }: SoleOffice): Promise<Rows> {
  const filings: Row<'filings'>[] = [];
  const begun = await roundsBegun(client);
  for (const { id } of begun) {
    const listed = (await client.selfInspection.filings({ round: id, ...EVERYTHING })).filings;
    for (const one of listed) filings.push({ ...one, open: await openItems(client, one.id) });
  }
  return {
    sessions: (await client.study.sessions(EVERYTHING)).sessions,
    items: (await client.rectification.items(EVERYTHING)).items,
    actions: (await client.actions.list(EVERYTHING)).actions,
    makeups: (await client.study.makeups(EVERYTHING)).rows,
    filings,
  };
}

async function roundsBegun(client: ApiClient) {
  const { today } = await client.office.identity();
  return (await client.selfInspection.rounds({})).filter(({ beginsOn }) => beginsOn <= today);
}

async function openItems(client: ApiClient, filing: string | null): Promise<number> {
  if (filing === null) return 0;
  const { itemList } = await client.selfInspection.filing({ id: filing });
  return itemList.filter(({ disposition }) => disposition === 'open').length;
}

type Waits = readonly [kind: MatterKind, whose: Whose];

/** What the definitions say of a row: the kind of matter that it is, or none. */
const KINDS = {
  sessions: ({ state, day, sums, whose }: Row<'sessions'>, today: string): Waits | null => {
    if (state === 'scheduled') return day! <= today ? ['sessionToHold', 'clerk'] : null;
    if (state === 'held') return [sums.unmarked > 0 ? 'sessionToMark' : 'sessionToSubmit', 'clerk'];
    if (state === 'returned') return ['sessionReturned', 'clerk'];
    if (state === 'submitted') return ['sessionToApprove', 'reviewer'];
    return state === 'approved' && whose ? ['sessionDiffering', whose] : null;
  },
  makeups: ({ makeup, hasLeft }: Row<'makeups'>): Waits => {
    if (makeup === 'done') return ['makeupToConfirm', 'reviewer'];
    return hasLeft ? ['makeupOfLeaver', 'reviewer'] : ['makeupToRecord', 'clerk'];
  },
  filings: ({ state, open }: Row<'filings'>): Waits | null => {
    if (state === 'due') return ['filingDue', 'clerk'];
    if (state === 'returned') return ['filingReturned', 'clerk'];
    if (state === 'filed') return ['filingToApprove', 'reviewer'];
    if (state === 'archived') return null;
    return [open > 0 ? 'filingItemOpen' : 'filingToArchive', 'reviewer'];
  },
  actions: ({ daysLeft }: Row<'actions'>): Waits | null => {
    if (daysLeft === null || daysLeft > 3) return null;
    return [daysLeft < 0 ? 'actionsOverdue' : 'actionsDueSoon', 'clerk'];
  },
  items: (item: Row<'items'>): Waits | null => {
    const { state, daysLeft } = item;
    if (state === 'draft') return ['itemDraft', isComplete(item) ? 'reviewer' : 'clerk'];
    if (state === 'officeReview') return ['itemToApprove', 'reviewer'];
    if (state === 'groupReview') return ['itemAtGroup', 'group'];
    if (state !== 'issued' && state !== 'inProgress') return null;
    if (daysLeft === null || daysLeft > 3)
      return [state === 'issued' && !isComplete(item) ? 'itemToComplete' : 'itemLater', 'clerk'];
    return [daysLeft < 0 ? 'itemOverdue' : 'itemDueSoon', 'clerk'];
  },
};

function isComplete({ category, problem, measures, unit, leader, owner, dueOn }: Row<'items'>): boolean {
  return [category, problem, measures, unit, leader, owner, dueOn].every(
    (field) => field !== null && field !== '',
  );
}

/** The matters as they follow from the rows, one by one. */
function expectedMatters(rows: Rows, today: string): Record<string, number> {
  const waits = [
    ...rows.sessions.map((row) => KINDS.sessions(row, today)),
    ...rows.makeups.map(KINDS.makeups),
    ...rows.filings.map(KINDS.filings),
    ...rows.items.map(KINDS.items),
    ...rows.actions.map(KINDS.actions),
  ];
  const counts: Record<string, number> = {};
  for (const one of waits) if (one) counts[one.join(' ')] = (counts[one.join(' ')] ?? 0) + 1;
  return counts;
}

const OF_A_ROW = (kind: MatterKind) => kind !== 'bundleUnacknowledged' && kind !== 'feedbackDraft';

describe.each(SEEDS)('the work list of a county after a few hundred steps of work (seed %i)', (seed) => {
  const { folder, remove } = lastingScratch();
  let county: SoleOffice;
  let matters: Awaited<ReturnType<ApiClient['workList']['matters']>>;

  beforeAll(async () => {
    county = await soleOffice(folder, '530101');
    await settleCounty(county);
    await work(county, chanceOf(seed), 300);
    matters = await county.client.workList.matters();
  });
  afterAll(() => {
    county.lock();
    remove();
  });

  it('counts every matter once, under whoever must act next', async () => {
    const expected = expectedMatters(await everyRow(county), matters.asOf);
    const told = matters.matters
      .filter(({ kind }) => OF_A_ROW(kind))
      .map(({ kind, whose, count }) => [`${kind} ${whose}`, count]);
    expect(Object.fromEntries(told)).toEqual(expected);
    expect(told.length).toBeGreaterThan(8);
  });

  it('names with each number the list whose total it is', async () => {
    const { study, selfInspection, rectification } = county.client;
    const rounds = await roundsBegun(county.client);
    const filings = async (matter: FilingMatter) => {
      let total = 0;
      for (const { id: round } of rounds) total += (await selfInspection.filings({ round, matter })).total;
      return total;
    };
    const totals: Record<string, number> = {};
    for (const matter of SESSION_MATTERS)
      totals[
        `${matter} ${['sessionToApprove', 'sessionDiffering'].includes(matter) ? 'reviewer' : 'clerk'}`
      ] = (await study.sessions({ matter })).total;
    totals['makeupToRecord clerk'] = (await study.makeups({ state: 'pending' })).total;
    totals['makeupOfLeaver reviewer'] = (await study.makeups({ state: 'leavers' })).total;
    totals['makeupToConfirm reviewer'] = (await study.makeups({ state: 'done' })).total;
    for (const matter of FILING_MATTERS)
      totals[`${matter} ${['filingDue', 'filingReturned'].includes(matter) ? 'clerk' : 'reviewer'}`] =
        await filings(matter);
    for (const matter of ITEM_MATTERS)
      for (const whose of WHOSE)
        totals[`${matter} ${whose}`] = (await rectification.items({ matter, whose })).total;
    for (const [matter, view] of [
      ['actionsOverdue', 'overdue'],
      ['actionsDueSoon', 'dueSoon'],
    ] as const)
      totals[`${matter} clerk`] = (await county.client.actions.list({ view })).total;
    const listed = Object.entries(totals).filter(([, total]) => total > 0);
    const told = matters.matters.map(({ kind, whose, count }) => [`${kind} ${whose}`, count]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(told));
  });

  it('calls what waits for the account its own, in the lists as in the work list', async () => {
    const own = (register: string) =>
      matters.matters
        .filter((matter) => matter.register === register && matter.mine && !matter.kind.startsWith('makeup'))
        .reduce((sum, { count }) => sum + count, 0);
    const { study, rectification } = county.client;
    expect((await study.sessionCounts({})).mine).toBe(own('study'));
    expect((await rectification.counts({})).mine).toBe(own('rectification'));
  });

  it('lists the account’s own items by their deadlines, those without one last, page by page', async () => {
    const { client } = county;
    const { total, rows } = await client.workList.mine(EVERYTHING);
    expect(total).toBe(rows.length);
    expect(total).toBe((await client.rectification.counts({})).mine);
    const days = rows.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    const paged = [];
    for (let offset = 0; offset < total; offset += 3)
      paged.push(...(await client.workList.mine({ offset, limit: 3 })).rows);
    expect(paged).toEqual(rows);
  });

  it('narrows them to the urgent and to the returned ones', async () => {
    const { client } = county;
    const { rows } = await client.workList.mine(EVERYTHING);
    const narrowed = async (only: 'urgent' | 'returned') => {
      const { total, rows: some } = await client.workList.mine({ only, ...EVERYTHING });
      expect(total).toBe(some.length);
      return some;
    };
    expect(await narrowed('urgent')).toEqual(
      rows.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= 3),
    );
    expect(await narrowed('returned')).toEqual(rows.filter(({ returned }) => returned));
  });
});

describe('an item that came as feedback', () => {
  it('waits to be completed until it has everything, then to be worked on, and is counted with the dated ones when they are near', async () => {
    const office = await testOffice(scratch(), { today: '2021-04-10' });
    const clerk = await office.as('clerk');
    const { id: unit } = await clerk.personnel.createUnit({ name: '县公安局' });
    const from = { feedbackId: 'f-1', problem: '台账不全', source: 'groupFeedback' } as const;
    const arrived = office.host.ledger!.write(0, 'test', (write) => issueFromFeedback(write, from));
    expect(arrived).toMatchObject({ applied: true, state: 'issued' });
    const kinds = async () =>
      (await clerk.workList.matters()).matters.map(({ kind, count }) => [kind, count]);
    expect(await kinds()).toEqual([['itemToComplete', 1]]);
    const { items } = await clerk.rectification.items({ matter: 'itemToComplete', view: 'mine' });
    const [{ id, rev } = { id: '', rev: 0 }] = items;
    const fields = { ...{ id, rev, source: from.source, problem: from.problem }, unit, category: 'other' };
    const most = { ...fields, category: null, measures: '逐起补录', leader: '李副局长', owner: '王所长' };
    const { rev: next } = await clerk.rectification.updateItem({ ...most, dueOn: '2021-05-10' });
    expect(await kinds()).toEqual([['itemToComplete', 1]]);
    const category = (await clerk.campaign.current()).categories[0]!.id;
    await clerk.rectification.updateItem({ ...most, rev: next, category, dueOn: '2021-05-10' });
    expect(await kinds()).toEqual([['itemLater', 1]]);
    office.ports.setDate('2021-05-08');
    expect(await kinds()).toEqual([['itemDueSoon', 1]]);
    office.close();
  });
});

describe('who is told of what', () => {
  it('a clerk’s matters are the clerk’s and a reviewer’s the reviewer’s; an administrator is told of bundles only', async () => {
    const office = await testOffice(scratch());
    const clerk = await office.as('clerk');
    await clerk.rectification.draftItem({ source: 'officeInspection', problem: '台账不全' });
    const own = async (role: 'clerk' | 'reviewer' | 'administrator') => {
      const { matters } = await (await office.as(role)).workList.matters();
      return matters.map(({ kind, whose, mine }) => [kind, whose, mine]);
    };
    expect(await own('clerk')).toEqual([['itemDraft', 'clerk', true]]);
    expect(await own('reviewer')).toEqual([['itemDraft', 'clerk', false]]);
    expect(await own('administrator')).toEqual([]);
    expect(await (await office.as('administrator')).workList.mine({})).toEqual({ total: 0, rows: [] });
    office.close();
  });
});
