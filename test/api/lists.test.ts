import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { isOverdue } from '../../shared/rules/deadlines.ts';
import { type CalendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { FILING_STATES, ITEM_VIEWS, type ItemView, SESSION_VIEWS } from '../../shared/vocabulary/words.ts';
import { chanceOf, settleCounty, work } from '../exchange/county-work.ts';
import { type SoleOffice, soleOffice } from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';

const EVERYTHING = { limit: 500 };
type Item = Awaited<ReturnType<ApiClient['rectification']['items']>>['items'][number];

const dueOf = ({ dueOn, extendedDueOn }: Item) => (extendedDueOn ?? dueOn) as CalendarDate | null;
const AT_WORK = ['issued', 'inProgress'];

describe.each([4])('the lists of a county after a few hundred steps of work (seed %i)', (seed) => {
  const { folder, remove } = lastingScratch();
  let county: SoleOffice;
  let today: CalendarDate;
  let items: readonly Item[];

  beforeAll(async () => {
    county = await soleOffice(folder, '530101');
    await settleCounty(county);
    await work(county, chanceOf(seed), 300);
    county.ports.pass(5 * 86_400);
    today = county.ports.clock.today();
    ({ items } = await county.client.rectification.items(EVERYTHING));
  });
  afterAll(() => {
    county.lock();
    remove();
  });

  describe('of rectification', () => {
    /** What the definitions say of each view, row by row. */
    const BELONGS: Record<ItemView, (item: Item) => boolean> = {
      all: () => true,
      open: ({ state }) => !['closed', 'longTerm', 'suspended', 'merged', 'voided'].includes(state),
      mine: ({ whose }) => whose === 'clerk' || whose === 'reviewer',
      overdue: (item) =>
        isOverdue(
          { state: item.state, due: dueOf(item), appliedOn: item.appliedOn as CalendarDate | null },
          today,
        ),
      dueSoon: (item) => {
        const due = dueOf(item);
        const left = due === null ? null : daysBetween(today, due);
        return AT_WORK.includes(item.state) && left !== null && left >= 0 && left <= 3;
      },
      returned: ({ returned }) => returned,
      officeReview: ({ state }) => state === 'officeReview',
      groupReview: ({ state }) => state === 'groupReview',
    };

    it.each(ITEM_VIEWS)(
      'the view %s holds exactly the rows of its definition, and its number is theirs',
      async (view) => {
        const { rectification } = county.client;
        const { total, items: listed } = await rectification.items({ view, ...EVERYTHING });
        const wanted = items.filter(BELONGS[view]).map(({ id }) => id);
        expect(listed.map(({ id }) => id)).toEqual(wanted);
        expect([total, (await rectification.counts({}))[view]]).toEqual([wanted.length, wanted.length]);
      },
    );

    it('days left run to the date in force while the work is in hand, and are negative when it is overdue', () => {
      for (const item of items.filter(({ state }) => AT_WORK.includes(state))) {
        const due = dueOf(item);
        expect(item.daysLeft).toBe(due === null ? null : daysBetween(today, due));
      }
      expect(items.some(({ daysLeft }) => daysLeft !== null && daysLeft < 0)).toBe(true);
    });

    it('an item is returned while it is in progress again after a return', async () => {
      for (const { id, state, returned } of items) {
        const { moves } = await county.client.rectification.item({ id });
        const last = moves.findLast(({ from, to }) => from !== to)?.move;
        const after = state === 'inProgress' && (last === 'return' || last === 'returnForRework');
        expect([id, returned]).toEqual([id, after]);
      }
    });

    it('sorted by due date, those without one stand last', async () => {
      const { items: sorted } = await county.client.rectification.items({ sort: 'due', ...EVERYTHING });
      const days = sorted.map((item) => dueOf(item) ?? '9999');
      expect(days).toEqual(days.toSorted());
      expect(sorted).toHaveLength(items.length);
    });

    it('a search finds numbers, problems and measures by what is written, signs of patterns too', async () => {
      const { rectification } = county.client;
      const draft = { source: 'consultation' as const, problem: '完成率100%_以下' };
      const { id } = await rectification.draftItem(draft);
      const found = async (search: string) =>
        (await rectification.items({ search, ...EVERYTHING })).items.map((item) => item.id);
      expect(await found('100%_以')).toEqual([id]);
      expect(await found('率%以')).toEqual([]);
      expect(await found('逐案')).toEqual(
        items.filter(({ measures }) => measures?.includes('逐案')).map((one) => one.id),
      );
      const { number, id: numbered } = items.findLast((item) => item.number !== null)!;
      expect(await found(number!)).toContain(numbered);
      expect((await rectification.counts({ search: '100%_以' })).all).toBe(1);
    });
  });

  describe('of study', () => {
    it.each(SESSION_VIEWS)('the view %s has as many sessions as its number says', async (view) => {
      const { study } = county.client;
      const { total, sessions } = await study.sessions({ view, ...EVERYTHING });
      expect([total, (await study.sessionCounts({}))[view]]).toEqual([sessions.length, sessions.length]);
    });

    it('sessions are found by their phase and by part of their title', async () => {
      const { study } = county.client;
      const { sessions } = await study.sessions(EVERYTHING);
      const { title } = sessions[0]!;
      const found = await study.sessions({ search: title.slice(1), phase: 'study', ...EVERYTHING });
      expect(found.sessions).toEqual(sessions.filter((one) => one.title.includes(title.slice(1))));
      expect((await study.sessions({ phase: 'no such phase' })).total).toBe(0);
    });

    it('the backlog of make-ups is what the sums of the sessions say', async () => {
      const { study } = county.client;
      const { sessions } = await study.sessions(EVERYTHING);
      const held = sessions.filter(({ state }) => state !== 'cancelled');
      const sum = (column: 'makeupPending' | 'makeupDone') =>
        held.reduce((all, { sums }) => all + sums[column], 0);
      const totals = [];
      for (const state of ['pending', 'leavers', 'done', 'open'] as const)
        totals.push((await study.makeups({ state })).total);
      const [here = 0, left = 0, ...others] = totals;
      expect([here + left, ...others]).toEqual([
        sum('makeupPending'),
        sum('makeupDone'),
        sum('makeupPending') + sum('makeupDone'),
      ]);
      const [first] = (await study.makeups({ limit: 1 })).rows;
      const ofOne = await study.makeups({ session: first!.session, ...EVERYTHING });
      const { sums } = held.find(({ id }) => id === first!.session)!;
      expect(ofOne.rows).toHaveLength(sums.makeupPending + sums.makeupDone);
    });

    it('the sums of the units stand in the order of the rows and make up those of the session', async () => {
      const { study } = county.client;
      const { sessions } = await study.sessions(EVERYTHING);
      let told = 0;
      for (const { id, sums } of sessions) {
        const { units, rows } = await study.attendance({ session: id });
        expect(units.map(({ unit }) => unit)).toEqual([...new Set(rows.map(({ unit }) => unit))]);
        for (const { unit, sums: own } of units)
          expect(own.expected).toBe(rows.filter((row) => row.unit === unit).length);
        for (const column of Object.keys(sums) as (keyof typeof sums)[])
          expect(units.reduce((sum, one) => sum + one.sums[column], 0)).toBe(sums[column]);
        told += units.length;
      }
      expect(told).toBeGreaterThan(5);
    });
  });

  describe('of self-inspection', () => {
    it('expected is due + filed + approved + archived + returned, in every unit and in all, as listed', async () => {
      const { selfInspection, figures } = county.client;
      const [round] = await selfInspection.rounds({});
      const { whole, figure, units } = await selfInspection.coverage({ round: round!.id });
      const { filings } = await selfInspection.filings({ round: round!.id, ...EVERYTHING });
      const listed = filings.filter(({ expected }) => expected);
      for (const { unit, sums } of [...units, { unit: null, sums: whole }]) {
        const here = listed.filter((one) => unit === null || one.unit === unit);
        expect(sums.expected).toBe(sums.due + sums.filed + sums.approved + sums.archived + sums.returned);
        expect(sums.expected).toBe(here.length);
        for (const state of ['due', ...FILING_STATES] as const)
          expect(sums[state]).toBe(here.filter((one) => one.state === state).length);
      }
      const asked = await figures.asOf({ asOf: today, round: round!.id });
      expect(figure).toEqual(asked.figures.selfInspectionCoverage);
      expect(units.length).toBeGreaterThan(1);
    });

    it('a filer is found by part of the name', async () => {
      const { selfInspection } = county.client;
      const [round] = await selfInspection.rounds({});
      const { filings } = await selfInspection.filings({ round: round!.id, ...EVERYTHING });
      const { name } = filings.at(-1)!;
      const found = await selfInspection.filings({ round: round!.id, search: name!, ...EVERYTHING });
      expect(found.filings).toEqual(filings.filter((one) => one.name?.includes(name!)));
      expect(found.total).toBe(found.filings.length);
    });
  });

  describe('of people', () => {
    it('the people of the units are E of the day, the denominator of the figures', async () => {
      const { personnel, figures } = county.client;
      const units = await personnel.units({});
      const { people } = await personnel.headcount({ asOf: today });
      expect(units.reduce((sum, unit) => sum + unit.people, 0)).toBe(people);
      expect((await figures.asOf({ asOf: today })).figures.coverage!.denominator).toBe(people);
      const inE = await Promise.all(
        (['onDuty', 'secondedIn'] as const).map(async (status) => (await personnel.people({ status })).total),
      );
      expect(inE[0]! + inE[1]!).toBe(people);
      expect(people).toBeGreaterThan(0);
    });
  });
});
