import { SESSION_STATES, type SessionMove, type SessionState } from '../vocabulary/words.ts';
import type { Condition, Machine } from './moves.ts';

/** What the moves of a session look at beside its own fields. */
export interface SessionFacts {
  /** Expected people still 未登记. */
  readonly unmarked: number;
  /** People not present whose mark carries no reason (see `needsReason`). */
  readonly reasonsMissing: number;
}

/**
 * “A session can be approved only when nobody is 未登记.” Held at both ends: marks change only before the
 * submission, so a clerk learns at once what would otherwise come back from the reviewer.
 */
const everybodyMarked: Condition<SessionFacts> = {
  holds: (facts) => facts.unmarked === 0,
  otherwise: 'session_unmarked',
  fields: (facts) => ({ count: facts.unmarked }),
};

/** “reason* where not present”: a starred field is required by the move that needs it, here 提交. */
const reasonsGiven: Condition<SessionFacts> = {
  holds: (facts) => facts.reasonsMissing === 0,
  otherwise: 'reasons_missing',
  fields: (facts) => ({ count: facts.reasonsMissing }),
};

/** 学习场次: 草稿 → 已安排 → 已举行 → 待审核 → 已审核, or 退回; 取消, 更正, 责令返工. */
export const sessionMachine: Machine<SessionState, SessionMove, SessionFacts> = {
  register: 'study_session',
  states: SESSION_STATES,
  initial: 'draft',
  /** What was called off is entered anew; a cancelled session takes no marks and stands in no sum. */
  terminal: ['cancelled'],
  transitions: [
    {
      move: 'schedule',
      from: ['draft'],
      to: 'scheduled',
      who: ['clerk'],
      // start* is the day; the time of day may stay open
      requires: ['title', 'phase', 'types', 'form', 'day', 'venues'],
    },
    // the list of expected people freezes here
    {
      move: 'hold',
      from: ['scheduled'],
      to: 'held',
      who: ['clerk'],
      requires: ['day'],
      changes: ['attendance'],
    },
    {
      move: 'submit',
      from: ['held', 'returned'],
      to: 'submitted',
      who: ['clerk'],
      conditions: [everybodyMarked, reasonsGiven],
    },
    {
      move: 'approve',
      from: ['submitted'],
      to: 'approved',
      who: ['reviewer'],
      approves: ['submit'],
      conditions: [everybodyMarked],
    },
    {
      move: 'return',
      from: ['submitted'],
      to: 'returned',
      who: ['reviewer'],
      requires: ['reason'],
      isReturn: true,
    },
    { move: 'correct', from: ['approved'], to: 'returned', who: ['reviewer'], requires: ['reason'] },
    {
      move: 'orderRework',
      from: ['approved'],
      to: 'returned',
      who: ['member', 'leader'],
      requires: ['reason'],
    },
    {
      move: 'cancel',
      // an approved session is reopened by 更正 first, so that it never leaves the sums unseen
      from: ['draft', 'scheduled', 'held', 'submitted', 'returned'],
      to: 'cancelled',
      who: ['reviewer'],
      requires: ['reason'],
    },
  ],
};

/** Whether marks may be recorded and corrected: once the list is frozen, while the clerk has the session. */
export function takesMarks(state: SessionState): boolean {
  return state === 'held' || state === 'returned';
}

/** Whether the session's own fields may be edited; who is expected only until the list is frozen. */
export function takesEdits(state: SessionState): boolean {
  return state === 'draft' || state === 'scheduled' || takesMarks(state);
}

/** Whether the list of expected people stands; before, it is worked out from units on the session's day. */
export function hasFrozenList(state: SessionState): boolean {
  return state !== 'draft' && state !== 'scheduled';
}

/** Whether 待处理差异 may be taken up: only through 更正 and 退回, so that a reviewer sees the session again. */
export function takesDifferences(state: SessionState): boolean {
  return state === 'returned';
}
