import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerDesk, openLedgerDesk } from '../rectification/ledger-desk.ts';

const FIRST = '2021-04-05';
const SECOND = '2021-04-12';

let desk: LedgerDesk;
let person: string;
beforeAll(async () => {
  desk = await openLedgerDesk('530341', '2021-04-11');
  const { personnel } = desk.at('clerk');
  const posting = { unit: desk.bureau, status: 'onDuty', from: '2021-02-01' } as const;
  person = (await personnel.addPerson({ name: '沈一鸣', ...posting })).id;
  await personnel.addPerson({ name: '陆文舟', ...posting });
  await talk('2021-04-01', '谈-1');
  await talk('2021-04-07', '谈-2');
  await desk.issued();
});
afterAll(() => desk.close());

const weekly = (who: 'clerk' | 'reviewer' = 'clerk') => desk.at(who).weeklyReports;
const sheet = (weekBeginsOn: string) => weekly().sheet({ weekBeginsOn });
const talk = (on: string, recordNumber: string) =>
  desk.at('clerk').supporting.addTalk({ person, on, by: '李书记', recordNumber });

describe('a weekly report', () => {
  it('freezes what came in the week beside all there was by its end', async () => {
    const { live, versions } = await sheet(FIRST);
    expect(versions).toEqual([]);
    expect(live).toMatchObject({
      ...{ weekBeginsOn: FIRST, asOf: '2021-04-11' },
      counts: { talks: { week: 1, total: 2 }, itemsIssued: { week: 1, total: 1 } },
      figures: { talkCoverage: { numerator: 1, denominator: 2, text: '50.0%' } },
    });
    expect(live?.categories).toMatchObject([
      { name: '有案不立、压案不查、有罪不究', issued: { week: 1, total: 1 }, closed: { week: 0, total: 0 } },
    ]);
    const frozen = await weekly().freeze({ weekBeginsOn: FIRST, after: 0 });
    expect(frozen).toEqual({ weekBeginsOn: FIRST, version: 1, asOf: '2021-04-11' });
    const after = await sheet(FIRST);
    expect(after.versions).toMatchObject([{ ...live, version: 1, frozenBy: 'clerk', reason: null }]);
  });

  it('stays as it was after a correction, which makes a version of its own with its reason', async () => {
    const reason = '补录谈话记录';
    const again = { weekBeginsOn: FIRST, after: 1 };
    expect((await desk.refused(() => weekly().freeze(again))).code).toBe('weekly_reason_missing');
    const nothing = await desk.refused(() => weekly().freeze({ ...again, reason }));
    expect(nothing).toMatchObject({ code: 'weekly_unchanged', fields: { version: 1 } });
    await talk('2021-04-09', '谈-3');
    await weekly('reviewer').freeze({ ...again, reason });
    const { versions } = await sheet(FIRST);
    expect(versions.map(({ version, counts }) => [version, counts.talks])).toEqual([
      [1, { week: 1, total: 2 }],
      [2, { week: 2, total: 3 }],
    ]);
    expect(versions.at(-1)).toMatchObject({ reason, frozenBy: 'reviewer' });
  });

  it('is not frozen over a version that somebody else made meanwhile', async () => {
    const stale = await desk.refused(() =>
      weekly().freeze({ weekBeginsOn: FIRST, after: 1, reason: '重报' }),
    );
    expect(stale).toMatchObject({ code: 'conflict', fields: { found: 2, by: 'reviewer' } });
  });

  it('is of a week that begins on a Monday and has begun', async () => {
    const freeze = (weekBeginsOn: string) => desk.refused(() => weekly().freeze({ weekBeginsOn, after: 0 }));
    expect((await freeze('2021-04-06')).code).toBe('weekly_not_monday');
    expect((await freeze('2021-04-12')).code).toBe('weekly_not_begun');
    expect((await sheet('2021-04-12')).live).toBeNull();
  });

  it('stands beside the week before, ends with today while the week lasts, and is taken back as a step', async () => {
    desk.office.ports.setDate('2021-04-14');
    const { live, before } = await sheet(SECOND);
    expect(live?.asOf).toBe('2021-04-14');
    expect(before).toMatchObject({ version: 2, weekBeginsOn: FIRST });
    expect(live?.counts.talks).toEqual({ week: 0, total: 3 });
    await weekly().freeze({ weekBeginsOn: SECOND, after: 0 });
    await desk.undoLast('clerk');
    expect((await sheet(SECOND)).versions).toEqual([]);
    await weekly().freeze({ weekBeginsOn: SECOND, after: 0 });
    expect((await sheet(SECOND)).versions).toMatchObject([{ version: 1 }]);
  });

  it('reminds of weeks that are over and were left out, once an office keeps weekly reports', async () => {
    desk.office.ports.setDate('2021-05-04');
    const { total, open, weeks } = await weekly('reviewer').list({});
    expect(weeks.map((week) => [week.weekBeginsOn, week.version])).toEqual([
      [SECOND, 1],
      [FIRST, 2],
    ]);
    expect([total, open]).toEqual([2, ['2021-04-19', '2021-04-26']]);
    const { matters } = await desk.at('clerk').workList.matters();
    expect(matters.find(({ kind }) => kind === 'weekOpen')).toMatchObject({
      whose: 'clerk',
      count: open.length,
    });
    expect((await weekly().list({ offset: 1, limit: 1 })).weeks).toMatchObject([{ weekBeginsOn: FIRST }]);
  });

  it('reminds of no week that began after the campaign ended', async () => {
    desk.office.ports.setDate('2021-12-01');
    expect((await weekly().list({})).open.at(-1)).toBe('2021-06-28');
  });
});
