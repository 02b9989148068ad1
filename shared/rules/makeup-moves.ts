import type { CalendarDate } from '../vocabulary/dates.ts';
import { MAKEUPS, type Makeup, type MakeupMove } from '../vocabulary/words.ts';
import type { Condition, Machine } from './moves.ts';

export interface MakeupFacts {
  /** Day of the missed session. */
  readonly sessionDay: CalendarDate;
  /** Day on which it was made good, when the move brings one. */
  readonly makeupOn: CalendarDate | null;
}

const notBeforeSession: Condition<MakeupFacts> = {
  holds: ({ sessionDay, makeupOn }) => makeupOn === null || makeupOn >= sessionDay,
  otherwise: 'makeup_before_session',
  fields: ({ sessionDay, makeupOn }) => ({ day: sessionDay, makeupOn }),
};

/**
 * 补课 of one absence: 待补 → 已补待确认 → 已确认, back to 待补, or 免补. An absence owes one from its first
 * mark on, so the machine begins at 待补; 无需 is where no absence is, and only a mark leads there or away
 * (`makeupAfterMark`): no move may call an absence 无需.
 */
export const makeupMachine: Machine<Makeup, MakeupMove, MakeupFacts> = {
  register: 'makeup',
  states: MAKEUPS,
  initial: 'pending',
  /** A make-up confirmed or waived in error goes the way of its mark: 更正 of the session. */
  terminal: ['none', 'confirmed', 'waived'],
  transitions: [
    {
      move: 'record',
      from: ['pending'],
      to: 'done',
      who: ['clerk'],
      requires: ['makeupOn', 'makeupDocument'],
      changes: ['makeupOn', 'makeupDocument'],
      conditions: [notBeforeSession],
    },
    {
      move: 'confirm',
      from: ['done'],
      to: 'confirmed',
      who: ['reviewer'],
      requires: ['makeupOn'],
      approves: ['record'],
    },
    {
      move: 'reject',
      from: ['done'],
      to: 'pending',
      who: ['reviewer'],
      requires: ['reason'],
      changes: ['makeupOn', 'makeupDocument'],
      isReturn: true,
    },
    {
      move: 'waive',
      from: ['pending'],
      to: 'waived',
      who: ['reviewer'],
      requires: ['reason'],
      changes: ['makeupOn'],
    },
  ],
};
