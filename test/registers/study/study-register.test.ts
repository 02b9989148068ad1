import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, updateSession } from '../../../electron/registers/study/study-register.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { refusalOf } from './refusal-of.ts';
import { clerk, type Desk, openDesk, otherClerk, ready, reviewer } from './study-desk.ts';

let desk: Desk;
let bureau: string;
beforeAll(async () => {
  desk = await openDesk();
  bureau = desk.unit('公安局');
  desk.person('甲', { unit: bureau });
});
afterAll(() => desk.close());

const update = (id: string, change: object, rev = desk.look(id).rev) =>
  desk.as(otherClerk, (write) => updateSession(write, { id, rev, ...ready, ...change }));

describe('a study session', () => {
  it('begins as a draft that needs nothing but a title', () => {
    const empty = { phase: null, types: [], form: null, day: null, venues: [], startsAt: null };
    const id = desk.create(empty);
    expect(desk.look(id)).toMatchObject({ ...empty, title: '专题党课', state: 'draft' });
  });

  it('is refused with a count when it expects units or people that the office does not have', () => {
    expect(refusalOf(() => desk.create({ expected: { units: [bureau, 'x', 'y'] } }))).toEqual({
      code: 'not_found',
      fields: { register: 'unit', count: 2 },
    });
    expect(refusalOf(() => desk.create({ expected: { people: ['x'] } })).code).toBe('not_found');
  });

  it('is edited while it is a draft, scheduled, held or returned, and by nobody with an old version', () => {
    const id = desk.create();
    const { rev } = desk.look(id);
    update(id, { title: '一稿', types: ['warning', 'political'] });
    expect(desk.look(id)).toMatchObject({ title: '一稿', types: ['political', 'warning'] });
    expect(refusalOf(() => update(id, { title: '二稿' }, rev)).code).toBe('conflict');
    expect(desk.look(id).title).toBe('一稿');
    desk.move(clerk, id, 'schedule', 'hold');
    update(id, { title: '三稿' });
    expect(desk.look(id).title).toBe('三稿');
    desk.move(reviewer, id, 'cancel');
    expect(refusalOf(() => update(id, { title: '四稿' })).code).toBe('move_not_allowed');
  });

  it('keeps its day and whom it expects once its list is frozen', () => {
    const id = desk.held();
    expect(refusalOf(() => update(id, { day: calendarDate('2021-03-11') })).code).toBe('list_frozen');
    expect(refusalOf(() => update(id, { expected: { units: [bureau] } })).code).toBe('list_frozen');
  });

  it('does not lose by an edit what scheduling required', () => {
    const id = desk.create();
    desk.move(clerk, id, 'schedule');
    expect(refusalOf(() => update(id, { venues: [], form: null })).fields).toMatchObject({
      field: 'form',
      fields: ['form', 'venues'],
    });
  });

  it('stands in a list by day and time, filtered by day and state, page by page, each with its sums', () => {
    const day = (text: string) => ({ day: calendarDate(text) });
    const late = desk.create({ ...day('2021-02-02'), startsAt: '14:00' });
    const early = desk.create({ ...day('2021-02-02'), startsAt: '08:30' });
    const first = desk.held(day('2021-02-01'));
    const asking = { office: desk.store.office, today: desk.ports.clock.today(), actor: clerk };
    const list = (filter: object) =>
      desk.store.read((db) => sessions(db, asking, { view: 'all', offset: 0, limit: 10, ...filter }));

    const inFebruary = { from: calendarDate('2021-02-01'), until: calendarDate('2021-02-28') };
    const all = list(inFebruary);
    expect(all.sessions.map(({ id }) => id)).toEqual([first, early, late]);
    expect(all.sessions[0]!.sums).toMatchObject({ expected: 1, due: 1, unmarked: 1 });
    expect(all.sessions[0]!.expected).toEqual({ units: [] });
    const second = list({ ...inFebruary, offset: 1, limit: 1 });
    expect([second.total, second.sessions.map(({ id }) => id)]).toEqual([3, [early]]);
    expect(list({ ...inFebruary, state: 'held' }).total).toBe(1);
    expect(list({ until: calendarDate('2021-02-01') }).total).toBe(1);
  });
});
