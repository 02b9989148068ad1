import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movesOf } from '../../../electron/registers/moves-log.ts';
import { findSession } from '../../../electron/registers/study/study-register.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { MakeupMove } from '../../../shared/vocabulary/words.ts';
import { refusalOf } from './refusal-of.ts';
import { both, clerk, type Desk, openDesk, reviewer } from './study-desk.ts';

let desk: Desk;
let id: string;
let [a, b, c] = ['', '', ''];

beforeAll(async () => {
  desk = await openDesk();
  const court = desk.unit('法院');
  [a, b, c] = ['甲', '乙', '丙'].map((name) => desk.person(name, { unit: court })) as [
    string,
    string,
    string,
  ];
});
/** An approved session of 2021-03-10 with two absent and one present. */
beforeEach(() => {
  id = desk.held();
  desk.mark(clerk, id, { [a]: 'absent', [b]: 'sickLeave', [c]: 'present' }, '事由');
  desk.move(clerk, id, 'submit');
  desk.move(reviewer, id, 'approve');
});
afterAll(() => desk.close());

const row = (person: string) => desk.rows(id).find((one) => one.person === person)!;
const on = calendarDate('2021-03-12');
const record = (people: string[], who = clerk, day = on) =>
  desk.makeup(who, id, { people, move: 'record', on: day, document: '补2' });
const decide = (move: MakeupMove, people: string[], who = reviewer) =>
  desk.makeup(who, id, { people, move, reason: '依据' });

describe('a make-up', () => {
  it('is recorded by a clerk with day and document after the approval too, and confirmed by a reviewer', () => {
    record([a, b]);
    expect(row(a)).toMatchObject({ makeup: 'done', makeupOn: on, makeupDocument: '补2' });
    decide('confirm', [a]);
    expect(row(a)).toMatchObject({ makeup: 'confirmed', makeupOn: on, makeupDocument: '补2' });
    expect(desk.look(id)).toMatchObject({ state: 'approved', sums: { makeupDone: 1, makeupConfirmed: 1 } });
    expect(desk.deviations()).toBe(0);
  });

  it('that is rejected is pending again, without day and document', () => {
    record([a]);
    decide('reject', [a]);
    expect(row(a)).toMatchObject({ makeup: 'pending', makeupOn: null, makeupDocument: null });
    expect(refusalOf(() => desk.makeup(reviewer, id, { people: [b], move: 'waive' })).code).toBe(
      'missing_field',
    );
  });

  it('is waived by a reviewer with a reason, on the day of the grant', () => {
    decide('waive', [a]);
    desk.makeup(reviewer, id, { people: [b], move: 'waive', on, document: '免3', reason: '依据' });
    expect(row(a)).toMatchObject({ makeup: 'waived', makeupOn: '2021-03-15', makeupDocument: null });
    expect(row(b)).toMatchObject({ makeup: 'waived', makeupOn: on, makeupDocument: '免3' });
    expect(desk.look(id).sums.makeupWaived).toBe(2);
  });

  it('needs day and document, not before the session and not after today', () => {
    const missing = refusalOf(() => desk.makeup(clerk, id, { people: [a], move: 'record' }));
    expect(missing.fields).toMatchObject({ fields: ['makeupOn', 'makeupDocument'] });
    expect(refusalOf(() => record([a], clerk, calendarDate('2021-03-09'))).code).toBe(
      'makeup_before_session',
    );
    expect(refusalOf(() => record([a], clerk, calendarDate('2021-03-16'))).code).toBe('makeup_day_ahead');
    record([a], clerk, calendarDate('2021-03-10'));
    record([b], clerk, calendarDate('2021-03-15'));
  });

  it('is not confirmed by the account that recorded it', () => {
    record([a], both);
    expect(refusalOf(() => decide('confirm', [a], both)).code).toBe('same_account');
    decide('confirm', [a], reviewer);
  });

  it('is not confirmed by who recorded it either after somebody else corrected the kind of absence', () => {
    record([a], both);
    desk.move(reviewer, id, 'correct');
    desk.mark(clerk, id, { [a]: 'sickLeave' }, '住院');
    expect(row(a)).toMatchObject({ mark: 'sickLeave', makeup: 'done', makeupOn: on });
    expect(refusalOf(() => decide('confirm', [a], both)).code).toBe('same_account');
    decide('confirm', [a], reviewer);
  });

  it('is moved for all the people named or for none, told by count', () => {
    record([a]);
    const { rev } = desk.look(id);
    expect(refusalOf(() => decide('confirm', [a, b, c]))).toMatchObject({
      code: 'move_not_allowed',
      fields: { register: 'makeup', count: 2 },
    });
    expect(row(a).makeup).toBe('done');
    expect(desk.look(id).rev).toBe(rev);
    expect(refusalOf(() => decide('confirm', [a, 'x'])).code).toBe('not_expected');
  });

  it('belongs to an absence: whoever was present has none to move', () => {
    expect(refusalOf(() => record([c])).code).toBe('move_not_allowed');
  });

  it('has its clerk and its reviewer', () => {
    expect(refusalOf(() => record([a], reviewer)).code).toBe('not_allowed');
    record([a]);
    expect(refusalOf(() => decide('confirm', [a], clerk)).code).toBe('not_allowed');
    expect(refusalOf(() => decide('waive', [b], clerk)).code).toBe('not_allowed');
  });

  it('does not exist before the session was held nor after it was called off', () => {
    const early = desk.create();
    const step = { people: [a], move: 'record' as const, on, document: '补4' };
    expect(refusalOf(() => desk.makeup(clerk, early, step)).code).toBe('move_not_allowed');
    desk.move(reviewer, id, 'correct', 'cancel');
    expect(refusalOf(() => desk.makeup(clerk, id, step)).code).toBe('move_not_allowed');
  });

  it('leaves a dated row with the people and the reason for every decision', () => {
    record([a, b]);
    decide('reject', [a]);
    const history = desk.store.read((db) => movesOf(db, 'makeup', findSession(db, desk.store.office, id).pk));
    expect(history.map((one) => [one.move, one.from_state, one.to_state, one.reason])).toEqual([
      ['record', 'pending', 'done', null],
      ['reject', 'done', 'pending', '依据'],
    ]);
    expect(JSON.parse(history[1]!.detail!)).toEqual({ people: [a] });
  });
});
