import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import type { ItemMove, ItemView } from '../../shared/vocabulary/words.ts';
import { type SoleOffice, soleOffice } from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';

const ISSUED = calendarDate('2021-04-01');
const TODAY = calendarDate('2021-04-20');
const { folder, remove } = lastingScratch();
let county: SoleOffice;
let units: { readonly whole: string; readonly part: string };

beforeAll(async () => {
  county = await soleOffice(folder, '530101', { today: ISSUED });
  const { personnel } = county.client;
  const { id: whole } = await personnel.createUnit({ name: '县公安局' });
  const { id: part } = await personnel.createUnit({ name: '城关派出所', parent: whole });
  units = { whole, part };
  for (const [index, unit] of [whole, part, part].entries())
    await personnel.addPerson({ name: `某${index}`, unit, from: ISSUED });
});
afterAll(() => {
  county.lock();
  remove();
});

/** An item due so many days from today, moved on on the days named. */
async function item(due: number, moves: readonly (readonly [ItemMove, number])[]): Promise<string> {
  const { rectification } = county.client;
  county.ports.setDate(ISSUED);
  const draft = {
    ...{ source: 'officeInspection' as const, category: 'cases-not-handled', problem: '有案不立' },
    ...{ measures: '逐案复核', unit: units.whole, leader: '李', owner: '王', dueOn: addDays(TODAY, due) },
  } as const;
  let { id, rev } = await rectification.draftItem(draft);
  ({ rev } = await rectification.moveItem({ id, rev, move: 'issue' }));
  for (const [move, day] of moves) {
    county.ports.setDate(addDays(TODAY, day));
    ({ rev } = await rectification.moveItem({ id, rev, move, reason: '事由', evidenceNumber: '佐1' }));
  }
  county.ports.setDate(TODAY);
  return id;
}

async function viewsOf(id: string): Promise<ItemView[]> {
  const held: ItemView[] = [];
  for (const view of ['open', 'overdue', 'dueSoon', 'returned', 'officeReview'] as const) {
    const { items } = await county.client.rectification.items({ view, limit: 500 });
    if (items.some((one) => one.id === id)) held.push(view);
  }
  return held;
}

describe('the day of a deadline', () => {
  it.each([
    [-1, ['open', 'overdue']],
    [0, ['open', 'dueSoon']],
    [3, ['open', 'dueSoon']],
    [4, ['open']],
  ] as const)('an item due %i days from today stands in %j', async (due, views) => {
    const id = await item(due, []);
    expect(await viewsOf(id)).toEqual(views);
    const { daysLeft } = await county.client.rectification.item({ id });
    expect(daysLeft).toBe(due);
  });

  it('an application of the deadline’s day is on time however long its review takes, one of the day after is not', async () => {
    const inTime = await item(-5, [
      ['start', -10],
      ['apply', -5],
    ]);
    const late = await item(-5, [
      ['start', -10],
      ['apply', -4],
    ]);
    expect(await viewsOf(inTime)).toEqual(['open', 'officeReview']);
    expect(await viewsOf(late)).toEqual(['open', 'overdue', 'officeReview']);
  });

  it('what is kept long term or suspended is neither open nor overdue', async () => {
    expect(await viewsOf(await item(-1, [['keepLongTerm', 0]]))).toEqual([]);
    expect(await viewsOf(await item(-1, [['suspend', 0]]))).toEqual([]);
  });

  it('an item sent back is returned until it is applied for again', async () => {
    const back = await item(10, [
      ['start', -9],
      ['apply', -8],
      ['return', -7],
    ]);
    expect(await viewsOf(back)).toEqual(['open', 'returned']);
    const again = await item(10, [
      ['start', -9],
      ['apply', -8],
      ['return', -7],
      ['apply', -6],
    ]);
    expect(await viewsOf(again)).toEqual(['open', 'officeReview']);
    const withdrawn = await item(10, [
      ['start', -9],
      ['apply', -8],
      ['withdraw', -7],
    ]);
    expect(await viewsOf(withdrawn)).toEqual(['open']);
  });
});

describe('the day of a session', () => {
  it.each([
    [0, 'clerk', 'sessionToHold', null],
    [1, null, null, 'session_day_ahead'],
  ] as const)('scheduled %i days from today, it waits for %s', async (days, whose, matter, why) => {
    const { study } = county.client;
    county.ports.setDate(TODAY);
    const title = `讲座${days}`;
    const draft = await study.createSession({
      ...{ title, phase: 'study', types: ['political'], form: 'film', venues: ['礼堂'] },
      day: addDays(TODAY, days),
    });
    expect((await study.session({ id: draft.id })).whose).toBeNull();
    await study.moveSession({ ...draft, move: 'schedule' });
    const session = await study.session({ id: draft.id });
    expect(session.whose).toBe(whose);
    expect(session.allowed).toContainEqual({ move: 'hold', why });
    expect((await study.sessions({ search: title, matter: 'sessionToHold' })).total).toBe(matter ? 1 : 0);
  });

  it('held, it is to be marked until the last one is, and then to be submitted', async () => {
    const { study } = county.client;
    const { sessions } = await study.sessions({ matter: 'sessionToHold' });
    const { id, rev } = sessions[0]!;
    const held = await study.moveSession({ id, rev, move: 'hold' });
    const { rows, units: sums } = await study.attendance({ session: id });
    expect(sums.map(({ unitName, sums: own }) => [unitName, own.expected])).toEqual([
      ['县公安局', 1],
      ['城关派出所', 2],
    ]);
    const [last, ...others] = rows.map(({ person }) => ({ person, mark: 'present' as const }));
    const most = await study.mark({ session: id, rev: held.rev, marks: others });
    const views = async () => {
      const { unmarked, toSubmit } = await study.sessionCounts({});
      return [unmarked, toSubmit];
    };
    expect(await views()).toEqual([1, 0]);
    await study.mark({ session: id, rev: most.rev, marks: [last!] });
    expect(await views()).toEqual([0, 1]);
  });
});

describe('people of units', () => {
  it('each unit counts its own, not those of the units below it, and whom the day finds there', async () => {
    const { personnel } = county.client;
    const counts = async () => (await personnel.units({})).map(({ people }) => people);
    expect(await counts()).toEqual([1, 2]);
    const [, person] = (await personnel.people({ unit: units.part })).people;
    const { id, rev } = person!;
    await personnel.transfer({ id, rev, unit: units.whole, status: 'secondedIn', from: TODAY });
    expect(await counts()).toEqual([2, 1]);
    const moved = (await personnel.people({ status: 'secondedIn' })).people;
    expect(moved.map(({ id: one }) => one)).toEqual([id]);
    await personnel.transfer({ id, rev: moved[0]!.rev, unit: units.whole, status: 'retired', from: TODAY });
    expect(await counts()).toEqual([1, 1]);
    expect(await personnel.headcount({ asOf: TODAY })).toEqual({ people: 2 });
    expect(await personnel.headcount({ asOf: addDays(TODAY, -1) })).toEqual({ people: 3 });
  });
});
