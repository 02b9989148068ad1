import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { heldSession, openUndoDesk, type UndoDesk } from '../registers/undo-desk.ts';

let desk: UndoDesk;
let clerk: ApiClient;
let unit: string;
let zhang: { readonly id: string; readonly rev: number };

beforeAll(async () => {
  desk = await openUndoDesk();
  clerk = desk.at('clerk');
  unit = (await clerk.personnel.createUnit({ name: '法院' })).id;
  zhang = await clerk.personnel.addPerson({ name: '张三', unit, from: '2021-03-01' });
});
afterAll(() => desk.close());

it('nobody is named by a register at first', async () => {
  expect(await clerk.personnel.references({ id: zhang.id })).toEqual({
    attendance: { total: 0, makeups: { pending: 0, done: 0 }, rows: [] },
    filings: [],
  });
  await expect(clerk.personnel.references({ id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
});

it('a person’s page tells the sessions that list them, latest first and by pages, and what is to be made good', async () => {
  const early = await heldSession(clerk, [unit]);
  const late = await heldSession(clerk, [unit]);
  const absent = { person: zhang.id, mark: 'absent' as const, reason: '事假未批' };
  await clerk.study.mark({ session: early.id, rev: early.rev, marks: [absent] });
  await clerk.study.mark({ session: late.id, rev: late.rev, rest: 'present' });
  const { attendance } = await clerk.personnel.references({ id: zhang.id });
  expect(attendance).toMatchObject({ total: 2, makeups: { pending: 1, done: 0 } });
  expect(attendance.rows.map(({ session, mark, makeup }) => [session, mark, makeup])).toEqual([
    [late.id, 'present', 'none'],
    [early.id, 'absent', 'pending'],
  ]);
  expect(attendance.rows[0]).toMatchObject({
    title: '专题党课',
    day: '2021-03-10',
    state: 'held',
    unitName: '法院',
  });
  const second = await clerk.personnel.references({ id: zhang.id, offset: 1, limit: 1 });
  expect(second.attendance.rows).toEqual(attendance.rows.slice(1));
  expect(second.attendance.total).toBe(2);
});

it('it tells the filings by round, and not what was declared', async () => {
  const [round] = await clerk.selfInspection.rounds({});
  desk.office.ports.setDate(round!.beginsOn);
  const filed = await clerk.selfInspection.file({
    round: round!.id,
    person: zhang.id,
    filedOn: round!.beginsOn,
    declared: 'noProblem',
  });
  const { filings } = await clerk.personnel.references({ id: zhang.id });
  expect(filings).toEqual([
    { id: filed.id, round: round!.id, roundName: round!.name, filedOn: round!.beginsOn, state: 'filed' },
  ]);
});

it('it tells who changed what from which day on, newest first', async () => {
  const second = desk.at('second');
  const { rev } = await second.personnel.person({ id: zhang.id });
  const moved = await second.personnel.transfer({
    id: zhang.id,
    rev,
    unit,
    status: 'longSickLeave',
    from: '2021-03-20',
  });
  clerk = desk.at('clerk');
  await clerk.personnel.correctPostings({
    ...moved,
    reason: '病休日期录错',
    postings: [{ unit, status: 'onDuty', from: '2021-02-28', until: null }],
  });
  const { changes } = await clerk.personnel.person({ id: zhang.id });
  expect(changes.map(({ action, by, from, reason }) => [action, by, from, reason])).toEqual([
    ['personnel.correctPostings', 'clerk', '2021-02-28', '病休日期录错'],
    ['personnel.transfer', 'second', '2021-03-20', null],
    ['personnel.addPerson', 'clerk', '2021-03-01', null],
  ]);
});

it('it tells an import and an undo that touched the person last', async () => {
  const content = Buffer.from('姓名,单位,职务\n张三,法院,庭长\n李四,法院,书记员').toString('base64');
  await clerk.personnel.importRoster({ fileName: 'a.csv', content, apply: true });
  const of = async (search: string) => {
    const { people } = await clerk.personnel.people({ search });
    return (await clerk.personnel.person({ id: people[0]!.id })).changes.map(({ action }) => action);
  };
  expect(await of('李四')).toEqual(['personnel.importRoster']);
  expect((await of('张三'))[0]).toBe('personnel.importRoster');
  await desk.undoLast('clerk');
  expect((await of('张三'))[0]).toBe('office.undo');
});
