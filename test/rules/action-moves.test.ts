import { describe, expect, test } from 'vitest';
import { type ActionFacts, actionMachine } from '../../shared/rules/action-moves.ts';
import { findMove } from '../../shared/rules/moves.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { ACTION_MOVES } from '../../shared/vocabulary/words.ts';
import { attempt, specifyCells } from './machine-cells.ts';

const ON = calendarDate('2021-04-10');
const READY: ActionFacts = { on: ON, fromOn: calendarDate('2021-04-01'), newDue: null, hasEvidence: true };

describe('the moves of an action', () => {
  specifyCells(
    actionMachine,
    ACTION_MOVES,
    () => READY,
    `
    planned   start   underway  clerk
    planned   finish  done      clerk
    underway  finish  done      clerk
    done      reopen  underway  reviewer
    planned   cancel  cancelled reviewer
    underway  cancel  cancelled reviewer
    cancelled restore planned   reviewer
    `,
  );

  test('a cancelled action comes back where it was', () => {
    const from = (origin: 'planned' | 'underway') =>
      findMove(actionMachine, 'cancelled', 'restore', attempt(['reviewer'], READY, { origin }));
    expect(from('planned')).toMatchObject({ to: 'planned' });
    expect(from('underway')).toMatchObject({ to: 'underway' });
  });

  test('nothing is finished without evidence, or before its span has begun', () => {
    const finish = (facts: Partial<ActionFacts>) =>
      findMove(actionMachine, 'underway', 'finish', attempt(['clerk'], { ...READY, ...facts }));
    expect(finish({ hasEvidence: false })).toMatchObject({ code: 'action_evidence_missing' });
    expect(finish({ fromOn: calendarDate('2021-04-11') })).toMatchObject({
      code: 'action_before_begin',
      fields: { on: ON, from: '2021-04-11' },
    });
    expect(finish({ fromOn: ON })).toMatchObject({ allowed: true });
  });

  test('reopening and cancelling need a reason, and a new deadline lies ahead', () => {
    for (const [state, move] of [
      ['done', 'reopen'],
      ['planned', 'cancel'],
    ] as const)
      expect(
        findMove(actionMachine, state, move, attempt(['reviewer'], READY, { given: { reason: ' ' } })),
      ).toMatchObject({ code: 'missing_field', fields: { field: 'reason' } });
    const reopened = (newDue: string) =>
      findMove(
        actionMachine,
        'done',
        'reopen',
        attempt(['reviewer'], { ...READY, newDue: calendarDate(newDue) }),
      );
    expect(reopened('2021-04-09')).toMatchObject({ code: 'deadline_before_day' });
    expect(reopened('2021-04-10')).toMatchObject({ to: 'underway' });
  });
});
