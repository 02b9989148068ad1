import { describe, expect, test } from 'vitest';
import { findMove, type Machine, movesFrom, stateFromMoves } from '../../shared/rules/moves.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { attempt } from './machine-cells.ts';

type State = 'open' | 'busy' | 'away';
type Move = 'work' | 'leave' | 'note' | 'back';

/** The smallest machine with a way back to where it came from and a move that stays. */
const machine: Machine<State, Move, object> = {
  register: 'example',
  states: ['open', 'busy', 'away'],
  initial: 'open',
  terminal: [],
  transitions: [
    { move: 'work', from: ['open'], to: 'busy', who: ['clerk'] },
    { move: 'leave', from: ['open', 'busy'], to: 'away', who: ['clerk'] },
    { move: 'note', from: ['away', 'busy'], to: 'same', who: ['clerk'], requires: ['reason', 'types'] },
    { move: 'back', from: ['away'], to: 'origin', who: ['reviewer'] },
  ],
};

const day = (n: number) => calendarDate(`2021-04-0${n}`);

describe('a state machine', () => {
  test('goes back to where it came from, whatever stayed in place meanwhile', () => {
    const moves = (['work', 'note', 'leave', 'note', 'back'] as const).map((move, i) => ({
      move,
      on: day(i + 1),
    }));
    expect(stateFromMoves(machine, moves)).toBe('busy');
    expect(stateFromMoves(machine, moves, day(4))).toBe('away');
    const straight = [
      { move: 'leave', on: day(1) },
      { move: 'back', on: day(2) },
    ] as const;
    expect(stateFromMoves(machine, straight)).toBe('open');
  });

  test('does not guess where it came from', () => {
    expect(() => findMove(machine, 'away', 'back', attempt(['reviewer'], {}))).toThrow(RangeError);
    const known = attempt<State, object>(['reviewer'], {}, { origin: 'busy' });
    expect(findMove(machine, 'away', 'back', known)).toMatchObject({ allowed: true, to: 'busy' });
  });

  test('takes a field as missing when it is absent, null, blank or an empty list, not when it is zero', () => {
    for (const nothing of [undefined, null, '', '  ', []]) {
      const given = { reason: nothing, types: ['political'] };
      expect(findMove(machine, 'busy', 'note', attempt(['clerk'], {}, { given }))).toMatchObject({
        code: 'missing_field',
        fields: { register: 'example', field: 'reason', fields: ['reason'] },
      });
    }
    const given = { reason: 0, types: ['political'] };
    expect(findMove(machine, 'busy', 'note', attempt(['clerk'], {}, { given })).allowed).toBe(true);
  });

  test('names the state before the role, and the role before what is missing', () => {
    const bare = attempt<State, object>(['administrator'], {}, { given: {} });
    expect(findMove(machine, 'open', 'note', bare)).toMatchObject({ code: 'move_not_allowed' });
    expect(findMove(machine, 'busy', 'note', bare)).toMatchObject({
      code: 'not_allowed',
      fields: { needs: ['clerk'] },
    });
  });

  test('lists the moves of a state once each', () => {
    expect(movesFrom(machine, 'busy')).toEqual(['leave', 'note']);
  });
});
