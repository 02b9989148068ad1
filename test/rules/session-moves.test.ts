import { describe, expect, test } from 'vitest';
import { findMove } from '../../shared/rules/moves.ts';
import {
  hasFrozenList,
  type SessionFacts,
  sessionMachine,
  takesDifferences,
  takesEdits,
  takesMarks,
} from '../../shared/rules/session-moves.ts';
import { SESSION_MOVES, SESSION_STATES } from '../../shared/vocabulary/words.ts';
import { attempt, specifyCells } from './machine-cells.ts';

const COMPLETE: SessionFacts = { unmarked: 0, reasonsMissing: 0 };

describe('the moves of a study session', () => {
  specifyCells(
    sessionMachine,
    SESSION_MOVES,
    () => COMPLETE,
    `
    draft     schedule    scheduled clerk
    scheduled hold        held      clerk
    held      submit      submitted clerk
    returned  submit      submitted clerk
    submitted approve     approved  reviewer
    submitted return      returned  reviewer
    approved  correct     returned  reviewer
    approved  orderRework returned  member leader
    draft     cancel      cancelled reviewer
    scheduled cancel      cancelled reviewer
    held      cancel      cancelled reviewer
    submitted cancel      cancelled reviewer
    returned  cancel      cancelled reviewer
    `,
  );

  test('a session is neither submitted nor approved while somebody is 未登记, and says how many', () => {
    const facts = { unmarked: 3, reasonsMissing: 0 };
    const refusal = { allowed: false, code: 'session_unmarked', fields: { count: 3 } };
    expect(findMove(sessionMachine, 'held', 'submit', attempt(['clerk'], facts))).toMatchObject(refusal);
    expect(findMove(sessionMachine, 'submitted', 'approve', attempt(['reviewer'], facts))).toMatchObject(
      refusal,
    );
  });

  test('a session is not submitted while somebody who was not present has no reason', () => {
    const facts = { unmarked: 0, reasonsMissing: 2 };
    expect(findMove(sessionMachine, 'held', 'submit', attempt(['clerk'], facts))).toMatchObject({
      code: 'reasons_missing',
      fields: { count: 2 },
    });
  });

  test('cancelling, returning, correcting and ordering rework need a reason', () => {
    for (const [state, move, role] of [
      ['draft', 'cancel', 'reviewer'],
      ['submitted', 'return', 'reviewer'],
      ['approved', 'correct', 'reviewer'],
      ['approved', 'orderRework', 'leader'],
    ] as const) {
      const without = attempt([role], COMPLETE, { given: { reason: '  ' } });
      expect(findMove(sessionMachine, state, move, without), move).toMatchObject({
        code: 'missing_field',
        fields: { field: 'reason' },
      });
    }
  });

  test('scheduling names every starred field that is still empty', () => {
    const given = { title: '党课', phase: 'study', types: [], form: null, venues: ['礼堂'] };
    expect(
      findMove(sessionMachine, 'draft', 'schedule', attempt(['clerk'], COMPLETE, { given })),
    ).toMatchObject({
      code: 'missing_field',
      fields: { field: 'types', fields: ['types', 'form', 'day'] },
    });
  });

  test('nobody approves what the same account submitted, whatever roles it holds', () => {
    const own = { submittedBy: 1 };
    const both = attempt(['clerk', 'reviewer'], COMPLETE, own);
    expect(findMove(sessionMachine, 'submitted', 'approve', both)).toMatchObject({ code: 'same_account' });
    expect(findMove(sessionMachine, 'submitted', 'return', both)).toMatchObject({ allowed: true });
    const single = attempt(['clerk', 'reviewer'], COMPLETE, { ...own, singleAccount: true });
    expect(findMove(sessionMachine, 'submitted', 'approve', single)).toMatchObject({ allowed: true });
  });

  test('marks are taken from 已举行 on, while the clerk has the session; the list freezes there', () => {
    expect(SESSION_STATES.filter(takesMarks)).toEqual(['held', 'returned']);
    expect(SESSION_STATES.filter(takesEdits)).toEqual(['draft', 'scheduled', 'held', 'returned']);
    expect(SESSION_STATES.filter((state) => !hasFrozenList(state))).toEqual(['draft', 'scheduled']);
  });

  test('待处理差异 are taken up only where 更正 or 退回 led: a reviewer sees the session again', () => {
    expect(SESSION_STATES.filter(takesDifferences)).toEqual(['returned']);
    const into = sessionMachine.transitions.filter(({ to }) => to === 'returned').map(({ move }) => move);
    expect(into).toEqual(['return', 'correct', 'orderRework']);
  });
});
