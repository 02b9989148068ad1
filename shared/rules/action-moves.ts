import type { CalendarDate } from '../vocabulary/dates.ts';
import { ACTION_STATES, type ActionMove, type ActionState } from '../vocabulary/words.ts';
import type { Condition, Machine } from './moves.ts';

export interface ActionFacts {
  /** The move's effective date. */
  readonly on: CalendarDate;
  /** The first day of its span. */
  readonly fromOn: CalendarDate;
  /** The due date that the move brings along. */
  readonly newDue: CalendarDate | null;
  /** An evidence number, or a session among its own that was held. */
  readonly hasEvidence: boolean;
}

const evidenced: Condition<ActionFacts> = {
  holds: ({ hasEvidence }) => hasEvidence,
  otherwise: 'action_evidence_missing',
};
const withinSpan: Condition<ActionFacts> = {
  holds: ({ on, fromOn }) => on >= fromOn,
  otherwise: 'action_before_begin',
  fields: ({ on, fromOn }) => ({ on, from: fromOn }),
};
const newDueAhead: Condition<ActionFacts> = {
  holds: ({ newDue, on }) => newDue === null || newDue >= on,
  otherwise: 'deadline_before_day',
  fields: ({ newDue, on }) => ({ due: newDue, on }),
};

const OPEN: readonly ActionState[] = ['planned', 'underway'];

/** 规定动作: one occurrence, 待开展 → 进行中 → 已完成, or 不开展. */
export const actionMachine: Machine<ActionState, ActionMove, ActionFacts> = {
  register: 'action_instance',
  states: ACTION_STATES,
  initial: 'planned',
  terminal: [],
  transitions: [
    { move: 'start', from: ['planned'], to: 'underway', who: ['clerk'] },
    {
      move: 'finish',
      from: OPEN,
      to: 'done',
      who: ['clerk'],
      changes: ['doneOn'],
      conditions: [withinSpan, evidenced],
    },
    {
      // 返工 too: an evaluation's order gives a new deadline, which may lie after the phase
      move: 'reopen',
      from: ['done'],
      to: 'underway',
      who: ['reviewer'],
      requires: ['reason'],
      changes: ['doneOn', 'dueOn'],
      conditions: [newDueAhead],
    },
    // what was done is reopened first, so that it never leaves the figure unseen
    { move: 'cancel', from: OPEN, to: 'cancelled', who: ['reviewer'], requires: ['reason'] },
    { move: 'restore', from: ['cancelled'], to: 'origin', who: ['reviewer'] },
  ],
};
