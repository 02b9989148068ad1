import { describe, expect, test } from 'vitest';
import { COUNTED_FILING_STATES } from '../../shared/rules/figures.ts';
import { filingMachine } from '../../shared/rules/filing-moves.ts';
import { findMove, requireMove, stateFromMoves } from '../../shared/rules/moves.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { FILING_MOVES } from '../../shared/vocabulary/words.ts';
import { attempt, specifyCells } from './machine-cells.ts';

const DISPOSED = { openItems: 0 };

describe('the moves of a filing', () => {
  specifyCells(
    filingMachine,
    FILING_MOVES,
    () => DISPOSED,
    `
    returned file       filed    clerk
    approved supplement filed    clerk
    archived supplement filed    clerk
    filed    approve    approved reviewer
    filed    return     returned reviewer
    approved archive    archived reviewer
    `,
  );

  test('a supplement after 已审核 stays counted, a return does not', () => {
    const { to } = requireMove(filingMachine, 'approved', 'supplement', attempt(['clerk'], DISPOSED));
    expect(COUNTED_FILING_STATES).toContain(to);
    expect(COUNTED_FILING_STATES).not.toContain('returned');
  });

  test('归档 needs all items disposed', () => {
    const open = attempt(['reviewer'], { openItems: 1 });
    expect(findMove(filingMachine, 'approved', 'archive', open)).toMatchObject({
      code: 'filing_items_open',
      fields: { count: 1 },
    });
  });

  test('nobody approves a filing or a supplement that the same account entered', () => {
    const own = attempt(['clerk', 'reviewer'], DISPOSED, { submittedBy: 1 });
    expect(findMove(filingMachine, 'filed', 'approve', own)).toMatchObject({ code: 'same_account' });
  });

  test('a filing begins by being filed, and its state is rebuilt from there', () => {
    const moves = (['file', 'return', 'file', 'approve', 'supplement'] as const).map((move, i) => ({
      move,
      on: calendarDate(`2021-04-1${i}`),
    }));
    const states = moves.map(({ on }) => stateFromMoves(filingMachine, moves, on));
    expect(states).toEqual(['filed', 'returned', 'filed', 'approved', 'filed']);
  });
});
