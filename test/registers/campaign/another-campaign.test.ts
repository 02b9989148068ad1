import { describe, expect, test } from 'vitest';
import { booksTables, STAYING_TABLES } from '../../../electron/registers/campaign/closed-books-sql.ts';
import { day, openCampaignDesk } from './campaign-desk.ts';

const PHASES = [
  { id: 'start', name: '启动', beginsOn: '2021-09-01', endsOn: '2021-09-10' },
  { id: 'work', name: '推进', beginsOn: '2021-09-11', endsOn: '2021-10-31' },
];
const EMPTY = { from: 'empty', id: 'invented', name: '另一项活动', phases: PHASES } as const;

/** An office with a session, an issued item and a filing in its first campaign, on 2021-09-01. */
async function busyDesk() {
  const desk = await openCampaignDesk();
  const clerk = await desk.as('clerk');
  const session = await clerk.study.createSession({ title: '党课', phase: 'study' });
  const round = (await clerk.selfInspection.rounds({}))[0]!.id;
  const { unit, person } = desk;
  await clerk.selfInspection.file({
    round,
    person,
    filedOn: day('2021-04-10'),
    declared: 'noProblem',
    items: [],
  });
  const problem = { source: 'officeInspection', category: 'disloyalty', problem: '问题', unit } as const;
  const draft = await clerk.rectification.draftItem({
    ...problem,
    ...{ measures: '措施', leader: '领导', owner: '责任人', dueOn: day('2021-06-01') },
  });
  const issued = await (await desk.as('reviewer')).rectification.moveItem({ ...draft, move: 'issue' });
  desk.ports.setDate('2021-09-01');
  const begin = async () => {
    const { rev } = await desk.current();
    return (await desk.as('administrator')).campaign.begin({ rev, beginning: EMPTY });
  };
  return { ...desk, session, item: issued.id, begin };
}

describe('another campaign', () => {
  test('is told beforehand: what it closes, carries over and leaves open', async () => {
    const desk = await busyDesk();
    const preview = await (await desk.as('administrator')).campaign.beginPreview({ beginning: EMPTY });
    expect(preview).toMatchObject({
      begins: { name: '另一项活动', placeholders: 0 },
      closes: { sessions: 1, filings: 1, items: 1, openSessions: 1, openFilings: 1, openItems: 1 },
      carries: { units: 1, people: 1 },
      unsent: [],
    });
  });

  test('begins with new books: the roster is there, nothing else, and the old books are read as before', async () => {
    const desk = await busyDesk();
    const before = await desk.current();
    const talk = { person: desk.person, on: day('2021-04-20'), by: '李书记', recordNumber: '谈-1' };
    await (await desk.as('clerk')).supporting.addTalk(talk);
    await (await desk.as('clerk')).weeklyReports.freeze({ weekBeginsOn: day('2021-04-19'), after: 0 });
    const begun = await desk.begin();
    expect(await desk.current()).toMatchObject({ id: begun.id, name: '另一项活动', version: 1 });

    const clerk = await desk.as('clerk');
    expect((await clerk.study.sessions({})).total).toBe(0);
    expect((await clerk.rectification.items({})).total).toBe(0);
    expect(await clerk.selfInspection.rounds({})).toEqual([]);
    const { people } = await clerk.personnel.people({});
    expect(people.map(({ id, name }) => [id, name])).toEqual([[desk.person, '甲']]);
    expect((await clerk.personnel.units({})).map(({ id, name }) => [id, name])).toEqual([
      [desk.unit, '县法院'],
    ]);

    const [book] = await clerk.campaign.closedBooks();
    expect(book).toMatchObject({
      id: begun.closed,
      campaign: before.name,
      closedOn: '2021-09-01',
      of: desk.id,
    });
    const office = begun.closed;
    expect((await clerk.study.sessions({ office })).sessions.map(({ id }) => id)).toEqual([desk.session.id]);
    expect((await clerk.rectification.items({ office })).items.map(({ id }) => id)).toEqual([desk.item]);
    expect((await clerk.personnel.people({ office })).total).toBe(1);
    expect((await clerk.supporting.talks({})).total).toBe(0);
    expect((await clerk.supporting.talks({ office })).talks).toMatchObject([
      { name: '甲', recordNumber: '谈-1' },
    ]);
    expect((await clerk.weeklyReports.list({})).total).toBe(0);
    const week = day('2021-04-19');
    const printed = await clerk.forms.preview({ asked: { form: 'weeklyReport', office, week } });
    expect(printed.title).toBe('周报');
    expect(await clerk.campaign.current({ office })).toEqual({ ...before, rev: before.rev });
    const figures = await clerk.figures.asOf({ asOf: day('2021-05-01'), office });
    expect(figures.figures.selfInspectionCoverage).toMatchObject({ numerator: 1, denominator: 1 });
    expect(figures.figures.talkCoverage).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('goes on with the numbers of items, and begins a new epoch', async () => {
    const desk = await busyDesk();
    const epoch = (await (await desk.as('clerk')).office.identity()).epoch;
    await desk.begin();
    const reviewer = await desk.as('reviewer');
    const { rev } = await desk.current();
    const { category } = await reviewer.campaign.addCategory({ rev, name: '新的类别' });
    const draft = await (await desk.as('clerk')).rectification.draftItem({
      ...{ source: 'officeInspection', category, problem: '问题', unit: desk.unit, measures: '措施' },
      ...{ leader: '领导', owner: '责任人', dueOn: day('2021-10-01') },
    });
    await (await desk.as('reviewer')).rectification.moveItem({ ...draft, move: 'issue' });
    const item = await reviewer.rectification.item({ id: draft.id });
    expect(item.number).toBe('2021-2');
    expect((await reviewer.office.identity()).epoch).toBe(epoch + 1);
  });

  test('cannot be undone, and no account takes back a step of the closed books', async () => {
    const desk = await busyDesk();
    await desk.begin();
    expect(await (await desk.as('administrator')).office.lastStep()).toMatchObject({ undoable: false });
    expect(await (await desk.as('clerk')).office.lastStep()).toMatchObject({ reason: 'undo_nothing' });
  });

  test('keeps those who had left in the old books, and can be begun without a roster', async () => {
    const desk = await busyDesk();
    const clerk = await desk.as('clerk');
    const { rev } = await clerk.personnel.person({ id: desk.person });
    await clerk.personnel.transfer({
      ...{ id: desk.person, rev, unit: desk.unit, status: 'retired', from: day('2021-08-01') },
    });
    const preview = await (await desk.as('administrator')).campaign.beginPreview({ beginning: EMPTY });
    expect(preview.carries).toEqual({ units: 1, people: 0 });
    await desk.begin();
    expect((await (await desk.as('clerk')).personnel.people({ status: 'retired' })).total).toBe(0);
  });

  test('is an administrator’s who saw the version that is closed; a bad file closes nothing', async () => {
    const desk = await busyDesk();
    const { rev } = await desk.current();
    const begin = (role: 'reviewer' | 'administrator', given: object) =>
      desk.refused(role, ({ campaign }) => campaign.begin({ rev, beginning: EMPTY, ...given }));
    expect(await begin('reviewer', {})).toMatchObject({ code: 'not_allowed' });
    expect(await begin('administrator', { rev: rev - 1 })).toMatchObject({ code: 'conflict' });
    expect(
      await begin('administrator', { beginning: { from: 'file', content: '{"id": "x"}' } }),
    ).toMatchObject({
      code: 'preset_invalid',
    });
    expect(await begin('administrator', { beginning: { from: 'preset', preset: 'none' } })).toMatchObject({
      code: 'preset_unknown',
    });
  });
});

test('every table whose rows belong to an office comes along, but for those that are named to stay', async () => {
  const desk = await openCampaignDesk();
  const tables = desk.host.ledger!.read(booksTables);
  expect(tables).toEqual(
    expect.arrayContaining(['attendance', 'campaign_version', 'move', 'talk', 'unit_pack']),
  );
  for (const table of STAYING_TABLES) expect(tables).not.toContain(table);
});
