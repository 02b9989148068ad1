import { describe, expect, it } from 'vitest';
import { offeredMoves } from '../../../renderer/registers/study/offered-moves.ts';
import {
  emptySession,
  inputFrom,
  rebasedOn,
  timeFrom,
} from '../../../renderer/registers/study/session-fields.ts';
import { filterOf, isFiltered } from '../../../renderer/registers/study/session-filter.ts';
import type { SessionCard } from '../../../renderer/registers/study/study-queries.ts';

describe('what is typed into the form of a session', () => {
  it.each([
    ['9:00', '09:00'],
    ['14：30', '14:30'],
    ['0905', '09:05'],
    ['8', '08:00'],
    [' ', null],
    ['noon', 'noon'],
  ])('%j is the time %j', (typed, time) => {
    expect(timeFrom(typed)).toBe(time);
  });

  it('becomes venues at pause marks, commas and semicolons of either width', () => {
    const values = { ...emptySession(null), venues: ' 礼堂、 二楼，三楼；; 四楼' };
    expect(inputFrom(values).venues).toEqual(['礼堂', '二楼', '三楼', '四楼']);
  });

  it('keeps a list of named people that the form does not show, until units are chosen', () => {
    const named = { ...emptySession(null), people: ['p'] };
    expect(inputFrom(named).expected).toEqual({ people: ['p'] });
    expect(inputFrom({ ...named, units: ['u'] }).expected).toEqual({ units: ['u'] });
    expect(inputFrom(emptySession(null)).expected).toEqual({ units: [] });
  });

  it('is put upon what somebody else saved meanwhile, field by field', () => {
    const opened = { ...emptySession('study'), title: 'a', chair: 'b' };
    const theirs = { ...opened, title: 'theirs', batch: '3' };
    const mine = { ...opened, chair: 'mine', units: ['u'] };
    expect(rebasedOn(theirs, mine, opened)).toEqual({ ...theirs, chair: 'mine', units: ['u'] });
  });
});

describe('the moves offered for a session', () => {
  const card = (allowed: SessionCard['allowed'], day: string | null = '2021-04-19') => ({ allowed, day });

  it('leave out those of another role and put the one that leads forward last', () => {
    const { offered, main } = offeredMoves(
      card([
        { move: 'approve', why: null },
        { move: 'return', why: null },
        { move: 'submit', why: 'not_allowed' },
      ]),
      '2021-04-20',
    );
    expect(offered.map(({ move }) => move)).toEqual(['return', 'approve']);
    expect(main).toEqual({ move: 'approve', why: null });
  });

  it('hold nothing before its day', () => {
    const allowed = [{ move: 'hold' as const, why: null }];
    expect(offeredMoves(card(allowed), '2021-04-18').main?.why).toBe('session_day_ahead');
    expect(offeredMoves(card(allowed), '2021-04-19').main?.why).toBeNull();
  });
});

it('a filter in the address that nobody knows is none', () => {
  const known = filterOf({ view: 'mine', matter: 'sessionToMark' });
  expect(known).toMatchObject({ view: 'mine', matter: 'sessionToMark' });
  expect(isFiltered(known)).toBe(true);
  expect(isFiltered(filterOf({ view: 'nonsense', state: 'nonsense', makeups: 'done' }))).toBe(false);
});
