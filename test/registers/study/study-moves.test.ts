import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movesOf } from '../../../electron/registers/moves-log.ts';
import { findSession } from '../../../electron/registers/study/study-register.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { refusalOf } from './refusal-of.ts';
import { alone, both, clerk, type Desk, openDesk, reviewer } from './study-desk.ts';

let desk: Desk;
let bureau: string;
let station: string;
let court: string;
const people: Record<string, string> = {};

beforeAll(async () => {
  desk = await openDesk();
  bureau = desk.unit('公安局');
  station = desk.unit('城关派出所', desk.unit('派出所', bureau));
  court = desk.unit('法院');
  people.chief = desk.person('局长', { unit: bureau });
  people.officer = desk.person('民警', { unit: station });
  people.judge = desk.person('法官', { unit: court });
  people.guest = desk.person('借入', { unit: court, status: 'secondedIn' });
  people.away = desk.person('借出', { unit: court, status: 'secondedOut' });
  people.ill = desk.person('病休', { unit: station, status: 'longSickLeave' });
  people.moved = desk.person(
    '调动',
    { unit: station, until: '2021-03-10' },
    { unit: court, from: '2021-03-10', until: '2021-03-20' },
  );
});
afterAll(() => desk.close());

const listOf = (id: string) => new Map(desk.rows(id).map((row) => [row.name, row.unit]));
const day = (text: string) => ({ day: calendarDate(text) });

describe('holding a session freezes the list', () => {
  it('of everybody on duty or seconded in that day, each in the unit of the day', () => {
    const everybody = new Map([
      ['局长', bureau],
      ['民警', station],
      ['法官', court],
      ['借入', court],
    ]);
    expect(listOf(desk.held(day('2021-03-10')))).toEqual(new Map([...everybody, ['调动', court]]));
    expect(listOf(desk.held(day('2021-03-09')))).toEqual(new Map([...everybody, ['调动', station]]));
  });

  it('without those whose posting ends on the day: its end is the first day no longer there', () => {
    desk.ports.setDate('2021-03-25');
    expect(listOf(desk.held(day('2021-03-20'))).has('调动')).toBe(false);
    expect(listOf(desk.held(day('2021-03-19'))).has('调动')).toBe(true);
    desk.ports.setDate('2021-03-15');
  });

  it('of the units named with all units below them, a person once even when both are named', () => {
    const id = desk.held({ ...day('2021-03-09'), expected: { units: [bureau, station] } });
    expect([...listOf(id).keys()].sort()).toEqual(['局长', '民警', '调动'].sort());
    expect(desk.rows(desk.held({ expected: { units: [court, court] } }))).toHaveLength(3);
  });

  it('of the people named, once each, with their units', () => {
    const { officer, judge } = people;
    const id = desk.held({ expected: { people: [officer!, judge!, officer!] } });
    expect(listOf(id)).toEqual(new Map(Object.entries({ 民警: station, 法官: court })));
  });

  it('with nobody marked, and sums per unit from the first moment', () => {
    const id = desk.held();
    expect(desk.look(id).sums).toMatchObject({ expected: 5, due: 5, unmarked: 5, present: 0 });
    expect(desk.deviations()).toBe(0);
  });

  it('for good: who comes or goes afterwards is not added or taken off', () => {
    const id = desk.held();
    const late = desk.person('后来', { unit: court });
    expect(desk.rows(id)).toHaveLength(5);
    desk.as(clerk, (write) => write.run('UPDATE person SET deleted = 1 WHERE id = ?', late));
  });

  it('and is refused when a person named is not counted that day, or nobody is', () => {
    const refused = (fields: object) => {
      const id = desk.create(fields);
      desk.move(clerk, id, 'schedule');
      const refusal = refusalOf(() => desk.move(clerk, id, 'hold'));
      expect(desk.look(id).state).toBe('scheduled');
      expect(desk.rows(id)).toEqual([]);
      return refusal;
    };
    const { judge, away, ill } = people;
    expect(refused({ expected: { people: [judge, away, ill] } })).toEqual({
      code: 'expected_not_counted',
      fields: { count: 2 },
    });
    expect(refused(day('2020-12-31')).code).toBe('nobody_expected');
    expect(refused(day('2021-03-16')).code).toBe('session_day_ahead');
  });
});

describe('a session', () => {
  const markAll = (id: string) =>
    desk.mark(clerk, id, Object.fromEntries(desk.rows(id).map((row) => [row.person, 'present'])));

  it('is scheduled only with title, phase, types, form, day and venue', () => {
    const id = desk.create({ types: [], venues: [] });
    expect(refusalOf(() => desk.move(clerk, id, 'schedule')).fields).toMatchObject({
      fields: ['types', 'venues'],
    });
  });

  it('is not submitted while somebody is unmarked or away without a reason, told by count', () => {
    const id = desk.held();
    desk.mark(clerk, id, { [people.judge!]: 'absent', [people.guest!]: 'duty', [people.chief!]: 'present' });
    expect(refusalOf(() => desk.move(clerk, id, 'submit'))).toMatchObject({
      code: 'session_unmarked',
      fields: { count: 2 },
    });
    desk.mark(clerk, id, { [people.officer!]: 'present', [people.moved!]: 'late' });
    expect(refusalOf(() => desk.move(clerk, id, 'submit'))).toMatchObject({
      code: 'reasons_missing',
      fields: { count: 2 },
    });
    desk.mark(clerk, id, { [people.judge!]: 'absent', [people.guest!]: 'duty' }, '值班');
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'approve');
    expect(desk.look(id).state).toBe('approved');
  });

  it('is not approved by who submitted it, unless the office has a single account', () => {
    const id = desk.held();
    markAll(id);
    desk.move(both, id, 'submit');
    expect(refusalOf(() => desk.move(both, id, 'approve')).code).toBe('same_account');
    desk.move(reviewer, id, 'approve');

    const own = desk.held();
    markAll(own);
    desk.move(alone, own, 'submit', 'approve');
    expect(desk.look(own).state).toBe('approved');
  });

  it('goes back with a reason, and every step stands in the history with day, reason and author', () => {
    const id = desk.held();
    markAll(id);
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'return');
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'approve', 'correct');
    expect(desk.look(id).state).toBe('returned');

    const history = desk.store.read((db) =>
      movesOf(db, 'study_session', findSession(db, desk.store.office, id).pk),
    );
    expect(history.map((one) => [one.move, one.to_state, one.changed_by])).toEqual([
      ['schedule', 'scheduled', clerk.account],
      ['hold', 'held', clerk.account],
      ['submit', 'submitted', clerk.account],
      ['return', 'returned', reviewer.account],
      ['submit', 'submitted', clerk.account],
      ['approve', 'approved', reviewer.account],
      ['correct', 'returned', reviewer.account],
    ]);
    expect(history[6]).toMatchObject({ effective_on: '2021-03-15', reason: '事由', from_state: 'approved' });
  });

  it('is ordered back for rework by the guidance group alone', () => {
    const id = desk.held();
    markAll(id);
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'approve');
    expect(refusalOf(() => desk.move(both, id, 'orderRework')).code).toBe('not_allowed');
    desk.move({ account: 0, roles: ['leader'], singleAccount: false }, id, 'orderRework');
    expect(desk.look(id).state).toBe('returned');
  });
});
