import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerDesk, openLedgerDesk } from '../rectification/ledger-desk.ts';

const LAST_WEEK = '2021-04-11';
const IN_IT = '2021-04-09';
const AFTER_IT = '2021-04-13';

let desk: LedgerDesk;
let person: string;
beforeAll(async () => {
  desk = await openLedgerDesk('530361', '2021-04-14');
  const posting = { unit: desk.bureau, status: 'onDuty', from: '2021-02-01' } as const;
  person = (await desk.at('clerk').personnel.addPerson({ name: '沈一鸣', ...posting })).id;
  await desk.at('clerk').personnel.addPerson({ name: '陆文舟', ...posting });
});
afterAll(() => desk.close());

const periods = (who: 'clerk' | 'reviewer' = 'reviewer') => desk.at(who).periods;
const list = () => periods().list({});
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const supporting = () => desk.at('clerk').supporting;
const talk = (on: string, recordNumber: string) =>
  supporting().addTalk({ person, on, by: '李书记', recordNumber });
const institution = (on: string, title: string) =>
  supporting().addInstitution({ kind: 'created', title, on, unit: null, documentNumber: null });
const session = (day: string) =>
  desk.at('clerk').study.createSession({
    ...{ title: '党课', phase: 'study', types: ['political'], form: 'partyLecture', day, venues: ['会议室'] },
    ...{ mandatory: true, expected: { units: [] } },
  });

/** The period that ends on a day. */
async function ending(until: string) {
  const found = (await list()).periods.find((one) => one.until === until);
  if (!found) throw new Error(`no period ends on ${until}`);
  return found;
}

async function reopen(until: string): Promise<void> {
  const { id, rev } = await ending(until);
  await periods().reopen({ id, rev, reason: '补录两场' });
}

describe('closing', () => {
  it('is offered for ends of weeks that are over, and for today', async () => {
    const { closable, closedUntil, rhythm } = await list();
    expect(rhythm).toEqual({ kind: 'weekly', graceDays: 1 });
    expect(closedUntil).toBeNull();
    expect(closable.slice(-3)).toEqual(['2021-04-04', LAST_WEEK, '2021-04-14']);
    expect(await code(periods().close({ until: IN_IT }))).toBe('period_day_wrong');
    expect(await code(periods().close({ until: '2021-04-18' }))).toBe('period_day_wrong');
    expect(await code(periods('clerk').close({ until: LAST_WEEK }))).toBe('not_allowed');
  });

  it('follows the calendar that the installation reports by', async () => {
    await periods().setRhythm({ kind: 'monthly', graceDays: 3 });
    expect((await list()).closable.slice(-2)).toEqual(['2021-03-31', '2021-04-14']);
    await periods().setRhythm({ kind: 'weekly', graceDays: 1 });
  });

  it('says beforehand what stays unfinished in those days', async () => {
    const { id, rev } = await session(IN_IT);
    await desk.at('clerk').study.moveSession({ id, rev, move: 'schedule' });
    const told = await periods().closing({ until: LAST_WEEK });
    expect(told).toEqual({ from: null, until: LAST_WEEK, sessions: 1, filings: 0 });
    expect((await periods().closing({ until: '2021-04-04' })).sessions).toBe(0);
  });

  it('takes every day up to that one, once', async () => {
    await talk(IN_IT, '谈-1');
    await institution(IN_IT, '案件评查办法');
    const { rev } = await periods().close({ until: LAST_WEEK });
    const { closedUntil, closable, periods: shown } = await list();
    expect(closedUntil).toBe(LAST_WEEK);
    expect(closable).toEqual(['2021-04-14']);
    expect(shown).toMatchObject([
      {
        from: null,
        until: LAST_WEEK,
        state: 'closed',
        rev,
        nil: false,
        last: { move: 'close', by: 'reviewer' },
      },
    ]);
    expect(await code(periods().close({ until: LAST_WEEK }))).toBe('period_closed');
    expect(await code(periods().close({ until: '2021-04-04' }))).toBe('period_closed');
  });
});

describe('while a period is closed', () => {
  const refused = { code: 'period_closed', fields: { until: LAST_WEEK } };

  it('nothing dated in it is written, and what is dated after it is', async () => {
    expect(await desk.refused(() => talk(IN_IT, '谈-2'))).toMatchObject(refused);
    expect(await desk.refused(() => institution(IN_IT, '谈心谈话办法'))).toMatchObject(refused);
    expect(await desk.refused(() => session(IN_IT))).toMatchObject(refused);
    await talk(AFTER_IT, '谈-3');
    await institution(AFTER_IT, '谈心谈话办法');
    await session(AFTER_IT);
  });

  it('what is dated in it stands: no edit, no move, no other day', async () => {
    const { talks } = await supporting().talks({});
    const old = talks.find(({ on }) => on === IN_IT)!;
    const { id, rev, recordNumber } = old;
    const elsewhere = { id, rev, person, on: AFTER_IT, by: '王局长', recordNumber };
    expect(await desk.refused(() => supporting().updateTalk(elsewhere))).toMatchObject(refused);
    expect(await desk.refused(() => supporting().removeTalk({ id, rev }))).toMatchObject(refused);
    const newer = talks.find(({ on }) => on === AFTER_IT)!;
    const back = { ...elsewhere, id: newer.id, rev: newer.rev, on: IN_IT, recordNumber: '谈-3' };
    expect(await desk.refused(() => supporting().updateTalk(back))).toMatchObject(refused);

    const { institutions } = await supporting().institutions({});
    const made = institutions.find(({ on }) => on === IN_IT)!;
    const remove = () => supporting().removeInstitution({ id: made.id, rev: made.rev });
    expect(await desk.refused(remove)).toMatchObject(refused);
  });

  it('a session of those days takes no edit, no move and no marks, and offers none', async () => {
    const { study } = desk.at('reviewer');
    const { sessions } = await study.sessions({});
    const held = sessions.find(({ day }) => day === IN_IT)!;
    const move = { id: held.id, rev: held.rev, move: 'cancel', reason: '未开' } as const;
    expect(await desk.refused(() => study.moveSession(move))).toMatchObject(refused);
    const { allowed } = await study.session({ id: held.id });
    expect(allowed.length).toBeGreaterThan(0);
    expect(allowed.map(({ why }) => why)).toEqual(
      allowed.map(({ why }) => (why === 'not_allowed' ? why : 'period_closed')),
    );
    const mark = { session: held.id, rev: held.rev, marks: [], rest: 'present' as const };
    expect(await desk.refused(() => desk.at('clerk').study.mark(mark))).toMatchObject(refused);
  });

  it('no move of an item is dated in it', async () => {
    const { id, rev } = await desk.draft();
    const issue = (on: string) => desk.at('reviewer').rectification.moveItem({ id, rev, move: 'issue', on });
    expect(await desk.refused(() => issue(IN_IT))).toMatchObject(refused);
    expect(await issue(AFTER_IT)).toMatchObject({ state: 'issued' });
  });

  it('a filing of those days neither comes nor moves', async () => {
    const clerk = desk.at('clerk').selfInspection;
    const [round] = await clerk.rounds({});
    const form = { round: round!.id, person, declared: 'noProblem' as const, items: [], paperNumber: null };
    expect(await desk.refused(() => clerk.file({ ...form, filedOn: IN_IT }))).toMatchObject(refused);
    const { id, rev } = await clerk.file({ ...form, filedOn: AFTER_IT });
    const approve = { id, rev, move: 'approve' } as const;
    expect((await desk.at('reviewer').selfInspection.moveFiling(approve)).state).toBe('approved');
  });

  it('a month is closed when the last of its days is', async () => {
    const set = (month: string) => {
      const cells = [{ unit: desk.bureau, kind: 'activities' as const, count: 2, rev: 0 }];
      return supporting().setCounters({ month, cells });
    };
    expect(await desk.refused(() => set('2021-03'))).toMatchObject(refused);
    expect(await set('2021-04')).toMatchObject({ changed: 1 });
  });

  it('an action is done on no day of it', async () => {
    const { actions } = desk.at('clerk');
    const own = { phase: 'study', name: '赴革命旧址参观', unit: null, note: null, dueOn: '2021-03-20' };
    const { id, rev } = await actions.addOwn(own);
    const finish = (on: string) => actions.move({ id, rev, move: 'finish', on, evidenceNumber: '证-1' });
    expect(await desk.refused(() => finish(IN_IT))).toMatchObject(refused);
    expect(await finish(AFTER_IT)).toMatchObject({ state: 'done' });
  });
});

describe('reopening', () => {
  it('is a reviewer’s, with a reason, and lets the days be written again until they are closed again', async () => {
    const { id, rev } = await ending(LAST_WEEK);
    const reason = '补录两场';
    expect(await code(periods('clerk').reopen({ id, rev, reason }))).toBe('not_allowed');
    expect(await code(periods().reopen({ id, rev: rev - 1, reason }))).toBe('conflict');
    await periods().reopen({ id, rev, reason });
    expect(await ending(LAST_WEEK)).toMatchObject({
      state: 'open',
      last: { move: 'reopen', reason, by: 'reviewer' },
    });
    await talk(IN_IT, '谈-4');
    const again = await ending(LAST_WEEK);
    expect(await code(periods().reopen({ id, rev: again.rev, reason }))).toBe('period_not_closed');
    expect((await list()).closable).toEqual([LAST_WEEK, '2021-04-14']);
    await periods().close({ until: LAST_WEEK });
    expect((await list()).periods).toMatchObject([{ id, state: 'closed' }]);
  });

  it('of one week leaves the later ones closed, and closing later closes it too', async () => {
    await periods().close({ until: '2021-04-14' });
    expect((await list()).periods.map(({ from, until }) => [from, until])).toEqual([
      ['2021-04-12', '2021-04-14'],
      [null, LAST_WEEK],
    ]);
    await reopen(LAST_WEEK);
    await talk(IN_IT, '谈-5');
    expect(await code(talk(AFTER_IT, '谈-6'))).toBe('period_closed');
    expect((await list()).closable).toEqual([LAST_WEEK]);
    desk.office.ports.setDate('2021-04-20');
    await periods().close({ until: '2021-04-18' });
    expect((await list()).periods.map(({ from, until, state }) => [from, until, state])).toEqual([
      ['2021-04-15', '2021-04-18', 'closed'],
      ['2021-04-12', '2021-04-14', 'closed'],
      [null, LAST_WEEK, 'closed'],
    ]);
  });

  it('does not lie behind the undo button: a closing is undone by its reverse', async () => {
    expect(await desk.at('reviewer').office.lastStep()).toMatchObject({
      action: 'periods.close',
      undoable: false,
      reason: 'undo_by_move',
    });
  });
});

it('undo takes back nothing that was written before its days were closed', async () => {
  await talk('2021-04-20', '谈-7');
  const { step } = await desk.at('clerk').office.lastStep();
  await periods().close({ until: '2021-04-20' });
  const undo = () => desk.at('clerk').office.undo({ step: step! });
  expect(await desk.refused(undo)).toMatchObject({ code: 'period_closed', fields: { until: '2021-04-20' } });
  await reopen('2021-04-20');
  expect(await undo()).toMatchObject({ undone: step });
});
