import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { openUndoDesk, type UndoDesk } from '../undo-desk.ts';
import { postingsOf, refusedWith, treeBelow, undoLast } from './personnel-desk.ts';

let desk: UndoDesk;
let clerk: ApiClient;
interface Unit {
  readonly id: string;
  readonly rev: number;
}
/** All units of one test; below it a bureau with a station, and a court. */
let root: Unit;
let bureau: Unit;
let station: Unit;
let court: Unit;
let groups = 0;

beforeAll(async () => {
  desk = await openUndoDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  clerk = desk.at('clerk');
  root = await clerk.personnel.createUnit({ name: `某县${++groups}` });
  const parent = root.id;
  bureau = await clerk.personnel.createUnit({ name: '县公安局', kind: 'publicSecurity', parent });
  station = await clerk.personnel.createUnit({ name: '城关派出所', parent: bureau.id });
  court = await clerk.personnel.createUnit({ name: '县人民法院', kind: 'court', parent });
});

const refused = (call: () => Promise<unknown>) => refusedWith(desk.office, call);
const tree = () => treeBelow(clerk, root.id);
const person = (name: string, unit: Unit, from = '2021-03-01') =>
  clerk.personnel.addPerson({ name, unit: unit.id, from });
const revOf = async ({ id }: { id: string }) =>
  (await clerk.personnel.units({})).find((unit) => unit.id === id)!.rev;
const at = async (unit: { id: string }) => ({ id: unit.id, rev: await revOf(unit) });

describe('a unit', () => {
  it('gets another name, kind and order number, and keeps its people', async () => {
    await person('张三', court);
    await clerk.personnel.updateUnit({ ...court, name: '县　法院', kind: 'justice', orderNumber: 0 });
    const renamed = (await clerk.personnel.units({})).find(({ id }) => id === court.id);
    expect(renamed).toMatchObject({ name: '县法院', kind: 'justice', orderNumber: 0, people: 1 });
  });

  it('gets no name that another one of the same parent has; its own, spelt otherwise, it may', async () => {
    const rename = (name: string) =>
      clerk.personnel.updateUnit({ ...court, name, kind: null, orderNumber: 1 });
    expect(await refused(() => rename('县 公安局'))).toBe('unit_exists');
    await rename('县人民 法院');
  });

  it('moves with all below it, to the top as well, and never below itself', async () => {
    const post = await clerk.personnel.createUnit({ name: '警务站', parent: station.id });
    const move = (unit: Unit, parent: string) => clerk.personnel.moveUnit({ ...unit, parent });
    expect(await refused(() => move(bureau, bureau.id))).toBe('unit_below_itself');
    expect(await refused(() => move(bureau, post.id))).toBe('unit_below_itself');
    await clerk.personnel.moveUnit({ ...station, parent: court.id, orderNumber: 1000 });
    expect(await tree()).toEqual([
      ['县公安局', null, null],
      ['县人民法院', null, null],
      ['警务站', '城关派出所', null],
      ['城关派出所', '县人民法院', null],
    ]);
    await move(await at(station), root.id);
    expect((await tree()).at(-1)).toEqual(['城关派出所', null, null]);
  });

  it('changed by somebody else meanwhile is a conflict', async () => {
    await clerk.personnel.updateUnit({ ...court, name: '法院', kind: null, orderNumber: 1 });
    expect(await refused(() => clerk.personnel.removeUnit(court))).toBe('conflict');
  });
});

describe('a unit is closed', () => {
  it('on the first day on which it is no more, once nobody belongs there and none below it is open', async () => {
    const { id, rev } = await person('张三', court);
    const close = (unit: Unit, on: string) => clerk.personnel.closeUnit({ ...unit, on });
    expect(await refused(() => close(court, '2021-04-01'))).toBe('unit_has_people');
    expect(await refused(() => close(bureau, '2021-04-01'))).toBe('unit_has_units');
    await clerk.personnel.transfer({ id, rev, unit: station.id, status: 'onDuty', from: '2021-04-01' });
    expect(await refused(() => close(court, '2021-03-31'))).toBe('unit_has_people');
    await close(court, '2021-04-01');
    expect((await tree()).at(-1)).toEqual(['县人民法院', null, '2021-04-01']);
    expect(await refused(async () => close(await at(court), '2021-05-01'))).toBe('unit_closed');
  });

  it('though somebody retired from it, and takes nobody in for that day or later', async () => {
    const { id, rev } = await person('张三', court);
    const other = await person('李四', station);
    await clerk.personnel.transfer({ id, rev, unit: court.id, status: 'retired', from: '2021-03-20' });
    await clerk.personnel.closeUnit({ ...court, on: '2021-04-01' });
    const enter = { ...other, unit: court.id, status: 'onDuty' as const, from: '2021-03-05' };
    expect(await refused(() => clerk.personnel.transfer(enter))).toBe('unit_closed');
    expect(await refused(() => person('王五', court))).toBe('unit_closed');
    const below = () => clerk.personnel.createUnit({ name: '执行局', parent: court.id });
    expect(await refused(below)).toBe('unit_closed');
    const move = () => clerk.personnel.moveUnit({ ...bureau, parent: court.id });
    expect(await refused(move)).toBe('unit_closed');
  });

  it('and opened again, unless the unit above it is closed', async () => {
    expect(await refused(() => clerk.personnel.reopenUnit(court))).toBe('unit_not_closed');
    await clerk.personnel.closeUnit({ ...station, on: '2021-03-10' });
    await clerk.personnel.closeUnit({ ...(await at(bureau)), on: '2021-04-01' });
    const open = async (unit: Unit) => clerk.personnel.reopenUnit(await at(unit));
    expect(await refused(() => open(station))).toBe('unit_closed');
    await open(bureau);
    await open(station);
    await person('张三', station);
  });
});

describe('two units become one', () => {
  it('from the day on: earlier days stay, later postings and open sub-units go along', async () => {
    const stays = await person('张三', bureau);
    const comes = await person('李四', bureau, '2021-05-01');
    const left = await person('王五', bureau);
    await clerk.personnel.transfer({ ...left, unit: court.id, status: 'onDuty', from: '2021-03-10' });
    const merged = await clerk.personnel.mergeUnits({ ...bureau, into: court.id, on: '2021-04-01' });
    expect(merged).toMatchObject({ people: 2, units: 1, sessions: 0 });
    expect(await postingsOf(clerk, stays.id)).toEqual([
      ['县公安局', 'onDuty', '2021-03-01', '2021-04-01'],
      ['县人民法院', 'onDuty', '2021-04-01', null],
    ]);
    expect(await postingsOf(clerk, comes.id)).toEqual([['县人民法院', 'onDuty', '2021-05-01', null]]);
    expect(await postingsOf(clerk, left.id)).toHaveLength(2);
    expect(await tree()).toEqual([
      ['县公安局', null, '2021-04-01'],
      ['城关派出所', '县人民法院', null],
      ['县人民法院', null, null],
    ]);
  });

  it('never one into itself, into one below it, or into a closed one', async () => {
    const merge = (unit: Unit, into: Unit) =>
      refused(() => clerk.personnel.mergeUnits({ ...unit, into: into.id, on: '2021-04-01' }));
    expect(await merge(bureau, bureau)).toBe('unit_below_itself');
    expect(await merge(bureau, station)).toBe('unit_below_itself');
    await clerk.personnel.closeUnit({ ...court, on: '2021-04-01' });
    expect(await merge(bureau, court)).toBe('unit_closed');
    expect(await merge(await at(court), bureau)).toBe('unit_closed');
  });

  it('not while sub-units of both have one name', async () => {
    await clerk.personnel.createUnit({ name: '城关派出所', parent: court.id });
    const merge = () => clerk.personnel.mergeUnits({ ...bureau, into: court.id, on: '2021-04-01' });
    expect(await refused(merge)).toBe('unit_exists');
  });

  it('and tells how many sessions to come still expect the old one', async () => {
    const expected = { units: [bureau.id] };
    await clerk.study.createSession({ title: '早先的', day: '2021-03-20', expected });
    await clerk.study.createSession({ title: '以后的', day: '2021-04-01', expected });
    await clerk.study.createSession({ title: '没定日期的', expected });
    const merged = await clerk.personnel.mergeUnits({ ...bureau, into: court.id, on: '2021-04-01' });
    expect(merged.sessions).toBe(2);
  });
});

describe('a unit is removed', () => {
  it('when nothing ever named it', async () => {
    await clerk.personnel.removeUnit(court);
    expect((await tree()).map(([name]) => name)).toEqual(['县公安局', '城关派出所']);
    await clerk.personnel.createUnit({ name: '县人民法院', parent: root.id });
  });

  it('never when it had a posting, a sub-unit, an item or a place in a list of who is expected', async () => {
    const gone = await person('张三', court);
    await clerk.personnel.removePerson(gone);
    const taken = async (unit: Unit) => refused(async () => clerk.personnel.removeUnit(await at(unit)));
    expect(await taken(court), 'a posting that is a tombstone').toBe('unit_has_history');
    await clerk.personnel.removeUnit(station);
    expect(await taken(bureau), 'a sub-unit that is a tombstone').toBe('unit_has_history');
    const named = await clerk.personnel.createUnit({ name: '司法局', parent: root.id });
    await clerk.rectification.draftItem({ source: 'consultation', problem: '旧事', unit: named.id });
    expect(await taken(named)).toBe('unit_has_history');
    const expecting = await clerk.personnel.createUnit({ name: '检察院', parent: root.id });
    await clerk.study.createSession({ title: '党课', expected: { units: [expecting.id] } });
    expect(await taken(expecting)).toBe('unit_has_history');
  });
});

describe('each of these', () => {
  it('is taken back by one undo', async () => {
    await person('张三', bureau);
    await person('李四', station);
    const acts: (() => Promise<unknown>)[] = [
      () => clerk.personnel.removeUnit(court),
      async () =>
        clerk.personnel.updateUnit({ ...(await at(court)), name: '法院', kind: null, orderNumber: 7 }),
      async () => clerk.personnel.moveUnit({ ...(await at(station)), parent: court.id, orderNumber: 1 }),
      async () => clerk.personnel.closeUnit({ ...(await at(court)), on: '2021-04-01' }),
      async () => clerk.personnel.mergeUnits({ ...(await at(bureau)), into: court.id, on: '2021-04-01' }),
    ];
    const told = async () => [
      await tree(),
      (await clerk.personnel.people({ unit: root.id, below: true })).people.map(withoutRev),
    ];
    for (const act of acts) {
      const before = await told();
      await act();
      expect(await told()).not.toEqual(before);
      await undoLast(clerk);
      expect(await told()).toEqual(before);
    }
  });

  it('is the reviewer’s too', async () => {
    const reviewer = desk.at('reviewer');
    await reviewer.personnel.closeUnit({ ...court, on: '2021-04-01' });
    desk.at('clerk');
    expect((await tree()).at(-1)).toEqual(['县人民法院', null, '2021-04-01']);
  });
});

const withoutRev = ({ rev: _, ...row }: { rev: number }) => row;

describe('an undo', () => {
  const undone = () => refused(() => undoLast(clerk));

  it('is refused when it would set a unit below itself by what somebody else moved since', async () => {
    await clerk.personnel.moveUnit({ ...station, parent: root.id });
    const reviewer = desk.at('reviewer');
    await reviewer.personnel.moveUnit({ ...(await at(bureau)), parent: station.id });
    clerk = desk.at('clerk');
    expect(await undone()).toBe('undo_changed_since');
  });

  it('is refused when it would leave people in a unit that somebody else closed since', async () => {
    const { id, rev } = await person('张三', court);
    await clerk.personnel.transfer({ id, rev, unit: station.id, status: 'onDuty', from: '2021-03-10' });
    const reviewer = desk.at('reviewer');
    await reviewer.personnel.closeUnit({ ...(await at(court)), on: '2021-04-01' });
    clerk = desk.at('clerk');
    expect(await undone()).toBe('undo_changed_since');
  });

  it('is refused when it would give two units of one parent the same name', async () => {
    await clerk.personnel.updateUnit({ ...court, name: '法院', kind: null, orderNumber: 3 });
    await desk.at('reviewer').personnel.createUnit({ name: '县人民法院', parent: root.id });
    clerk = desk.at('clerk');
    expect(await undone()).toBe('undo_changed_since');
  });
});
