import { describe, expect, test } from 'vitest';
import { type MakeupFacts, makeupMachine } from '../../shared/rules/makeup-moves.ts';
import { findMove, stateFromMoves } from '../../shared/rules/moves.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { MAKEUP_MOVES } from '../../shared/vocabulary/words.ts';
import { attempt, specifyCells } from './machine-cells.ts';

const day = calendarDate;
const FACTS: MakeupFacts = { sessionDay: day('2021-03-05'), makeupOn: day('2021-03-12') };

describe('the moves of a make-up', () => {
  specifyCells(
    makeupMachine,
    MAKEUP_MOVES,
    () => FACTS,
    `
    pending record  done      clerk
    done    confirm confirmed reviewer
    done    reject  pending   reviewer
    pending waive   waived    reviewer
    `,
  );

  test('no move calls an absence 无需', () => {
    expect(makeupMachine.transitions.map((one) => one.to)).not.toContain('none');
  });

  test('a make-up is recorded with its date and document number, on or after the day of the absence', () => {
    const bare = attempt(['clerk'], FACTS, { given: {} });
    expect(findMove(makeupMachine, 'pending', 'record', bare)).toMatchObject({
      code: 'missing_field',
      fields: { fields: ['makeupOn', 'makeupDocument'] },
    });
    const on = (makeupOn: string) => attempt(['clerk'], { ...FACTS, makeupOn: day(makeupOn) });
    expect(findMove(makeupMachine, 'pending', 'record', on('2021-03-04'))).toMatchObject({
      code: 'makeup_before_session',
      fields: { day: '2021-03-05', makeupOn: '2021-03-04' },
    });
    expect(findMove(makeupMachine, 'pending', 'record', on('2021-03-05')).allowed).toBe(true);
  });

  test('nobody confirms the make-up that the same account recorded', () => {
    const own = attempt(['clerk', 'reviewer'], FACTS, { submittedBy: 1 });
    expect(findMove(makeupMachine, 'done', 'confirm', own)).toMatchObject({ code: 'same_account' });
  });

  test('a rejected make-up is open again and can be recorded anew', () => {
    const moves = (['record', 'reject', 'record', 'confirm'] as const).map((move, i) => ({
      move,
      on: day(`2021-03-1${i}`),
    }));
    expect(stateFromMoves(makeupMachine, moves, day('2021-03-11'))).toBe('pending');
    expect(stateFromMoves(makeupMachine, moves)).toBe('confirmed');
  });
});
