import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { day, heldSession, openUndoDesk, type UndoDesk } from '../undo-desk.ts';
import { postingsOf, refusedWith, undoLast } from './personnel-desk.ts';

let desk: UndoDesk;
let clerk: ApiClient;
let court: string;
let bureau: string;
/** 在岗 at the court from the first of March, at the bureau from the tenth. */
let zhang: { readonly id: string; readonly rev: number };
let groups = 0;

beforeAll(async () => {
  desk = await openUndoDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  clerk = desk.at('clerk');
  const { id: parent } = await clerk.personnel.createUnit({ name: `某县${++groups}` });
  court = (await clerk.personnel.createUnit({ name: '法院', parent })).id;
  bureau = (await clerk.personnel.createUnit({ name: '公安局', parent })).id;
  const added = await clerk.personnel.addPerson({ name: '张三', unit: court, from: '2021-03-01' });
  zhang = await clerk.personnel.transfer({
    ...added,
    unit: bureau,
    status: 'secondedIn',
    from: '2021-03-10',
  });
});

const refused = (call: () => Promise<unknown>) => refusedWith(desk.office, call);
const onDuty = (unit: string, from: string, until: string | null) => ({
  unit,
  status: 'onDuty' as const,
  from,
  until,
});
const correct = (postings: ReturnType<typeof onDuty>[]) =>
  clerk.personnel.correctPostings({ ...zhang, reason: '调令日期录错', postings });
const rowsOf = async () =>
  (await clerk.personnel.person({ id: zhang.id })).postings.map(({ id, rev }) => `${id} ${rev}`);

describe('a correction of postings', () => {
  it('puts a whole history in place of the one that stood: days back, and days of none', async () => {
    await correct([
      onDuty(bureau, '2021-02-01', '2021-02-20'),
      onDuty(court, '2021-03-01', '2021-03-05'),
      onDuty(bureau, '2021-03-05', null),
    ]);
    expect(await postingsOf(clerk, zhang.id)).toEqual([
      ['公安局', 'onDuty', '2021-02-01', '2021-02-20'],
      ['法院', 'onDuty', '2021-03-01', '2021-03-05'],
      ['公安局', 'onDuty', '2021-03-05', null],
    ]);
    const on = async (asOf: string) => {
      const { people } = await clerk.personnel.people({ asOf, unit: bureau });
      return people.length;
    };
    expect([await on('2021-02-10'), await on('2021-02-25'), await on('2021-03-05')]).toEqual([1, 0, 1]);
  });

  it('does not touch what stands already', async () => {
    const before = await rowsOf();
    const { rev } = await correct([
      onDuty(court, '2021-03-01', '2021-03-10'),
      onDuty(bureau, '2021-03-10', null),
    ]);
    const after = await rowsOf();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(`${before[1]!.split(' ')[0]} ${rev}`);
    await clerk.personnel.correctPostings({
      id: zhang.id,
      rev,
      reason: '只有一段',
      postings: [onDuty(bureau, '2021-03-10', null)],
    });
    expect(await rowsOf()).toEqual([after[1]]);
  });

  it('is refused where days overlap, run backwards or are none, and changes nothing', async () => {
    const outcomes = [
      [onDuty(court, '2021-03-01', '2021-03-10'), onDuty(bureau, '2021-03-09', null)],
      [onDuty(court, '2021-03-01', null), onDuty(bureau, '2021-03-09', null)],
      [onDuty(court, '2021-03-10', '2021-03-12'), onDuty(bureau, '2021-03-01', '2021-03-05')],
      [onDuty(court, '2021-03-10', '2021-03-10')],
      [],
    ].map((postings) => refused(() => correct(postings)));
    expect(await Promise.all(outcomes)).toEqual([
      'posting_overlaps',
      'posting_overlaps',
      'posting_overlaps',
      'posting_dates_wrong',
      'invalid_input',
    ]);
  });

  it('is refused for a unit closed on those days, for an unknown one, and for a stale page', async () => {
    const { id, rev } = await clerk.personnel.createUnit({ name: '临时组', parent: court });
    await clerk.personnel.closeUnit({ id, rev, on: '2021-03-20' });
    expect(await refused(() => correct([onDuty(id, '2021-03-01', null)]))).toBe('unit_closed');
    expect(await refused(() => correct([onDuty('nobody', '2021-03-01', null)]))).toBe('not_found');
    await correct([onDuty(id, '2021-03-01', '2021-03-20'), onDuty(court, '2021-03-20', null)]);
    expect(await refused(() => correct([onDuty(court, '2021-03-01', null)]))).toBe('conflict');
  });

  it('is taken back by one undo', async () => {
    const before = await postingsOf(clerk, zhang.id);
    await correct([onDuty(bureau, '2021-02-01', null)]);
    await undoLast(clerk);
    expect(await postingsOf(clerk, zhang.id)).toEqual(before);
  });

  it('leaves a list that is frozen as it was', async () => {
    const session = await heldSession(clerk, [bureau]);
    await correct([onDuty(court, '2021-03-01', null)]);
    const { total } = await clerk.study.attendance({ session: session.id });
    expect(total).toBe(1);
    expect((await clerk.personnel.people({ asOf: day, unit: bureau })).total).toBe(0);
  });
});

describe('a person added in error', () => {
  it('is removed with all postings, and comes back by an undo', async () => {
    const before = await postingsOf(clerk, zhang.id);
    const heads = (await clerk.personnel.headcount({ asOf: day })).people;
    await clerk.personnel.removePerson(zhang);
    expect((await clerk.personnel.headcount({ asOf: day })).people).toBe(heads - 1);
    await expect(clerk.personnel.person({ id: zhang.id })).rejects.toMatchObject({ code: 'not_found' });
    await undoLast(clerk);
    expect(await postingsOf(clerk, zhang.id)).toEqual(before);
  });

  it('stays once on a list of a session, expected by name, or with a filing', async () => {
    const remove = () => refused(() => clerk.personnel.removePerson(zhang));
    const expected = { people: [zhang.id] };
    const draft = await clerk.study.createSession({ title: '党课', day, expected });
    expect(await remove()).toBe('person_has_history');
    await clerk.study.updateSession({ ...draft, title: '党课', day, expected: { units: [] } });
    expect(await refused(() => clerk.personnel.removePerson({ ...zhang, rev: 0 }))).toBe('conflict');
    await heldSession(clerk, [bureau]);
    expect(await remove()).toBe('person_has_history');
    const li = await clerk.personnel.addPerson({ name: '李四', unit: court, from: '2021-03-01' });
    const [round] = await clerk.selfInspection.rounds({});
    desk.office.ports.setDate(round!.beginsOn);
    await clerk.selfInspection.file({
      round: round!.id,
      person: li.id,
      filedOn: round!.beginsOn,
      declared: 'noProblem',
    });
    expect(await refused(() => clerk.personnel.removePerson(li))).toBe('person_has_history');
  });
});
