import type { CalendarDate } from '../vocabulary/dates.ts';
import { ITEM_STATES, type ItemMove, type ItemSource, type ItemState } from '../vocabulary/words.ts';
import type { Condition, Machine } from './moves.ts';

export interface ItemFacts {
  readonly source: ItemSource;
  /** The move's effective date. */
  readonly on: CalendarDate;
  /** The due date in force (`dueInForce`); null while there is none. */
  readonly due: CalendarDate | null;
  /** The later due date that the move brings along. */
  readonly newDue: CalendarDate | null;
  /** merge: the item that goes on, and whether it is this very one. */
  readonly mergeInto: { readonly state: ItemState; readonly isItself: boolean } | null;
}

/** Items from the guidance group or higher are closed by the group, all others by the office. */
export function needsGroupReview(source: ItemSource): boolean {
  return source === 'groupFeedback' || source === 'higherSupervision';
}

const closedHere: Condition<ItemFacts> = {
  holds: (facts) => !needsGroupReview(facts.source),
  otherwise: 'needs_group_review',
  fields: (facts) => ({ source: facts.source }),
};
const closedAbove: Condition<ItemFacts> = {
  holds: (facts) => needsGroupReview(facts.source),
  otherwise: 'no_group_review',
  fields: (facts) => ({ source: facts.source }),
};
const dueFromToday: Condition<ItemFacts> = {
  holds: ({ due, on }) => due === null || due >= on,
  otherwise: 'deadline_before_day',
  fields: ({ due, on }) => ({ due, on }),
};
const newDueFromToday: Condition<ItemFacts> = {
  holds: ({ newDue, on }) => newDue === null || newDue >= on,
  otherwise: 'deadline_before_day',
  fields: ({ newDue, on }) => ({ due: newDue, on }),
};
const laterThanDue: Condition<ItemFacts> = {
  holds: ({ due, newDue }) => due === null || newDue === null || newDue > due,
  otherwise: 'extension_not_later',
  fields: ({ due, newDue }) => ({ due, newDue }),
};
const liveTarget: Condition<ItemFacts> = {
  holds: ({ mergeInto }) =>
    mergeInto !== null && !mergeInto.isItself && !['draft', 'merged', 'voided'].includes(mergeInto.state),
  otherwise: 'merge_target_invalid',
};

/** Every starred field of an item; one that came as feedback gets those it lacks before work begins. */
const COMPLETE = ['source', 'category', 'problem', 'measures', 'unit', 'leader', 'owner', 'dueOn'] as const;
/** In 待市级复核 the office can only 撤回: none of the reviewer's moves starts there. */
const IN_HAND: readonly ItemState[] = ['issued', 'inProgress', 'officeReview'];

/** 问题整改台账. `same_account` guards the approvals of an application; issuing approves nobody's submission. */
export const itemMachine: Machine<ItemState, ItemMove, ItemFacts> = {
  register: 'rectification_item',
  states: ITEM_STATES,
  initial: 'draft',
  /** 作废 keeps its number and never comes back. */
  terminal: ['voided'],
  transitions: [
    {
      move: 'issue',
      from: ['draft'],
      to: 'issued',
      who: ['reviewer'],
      requires: COMPLETE,
      changes: ['number'],
      conditions: [dueFromToday],
    },
    {
      // “An item that came as feedback arrives 已下达, numbered and counted, before it has measures and owner.”
      move: 'issue',
      from: ['draft'],
      to: 'issued',
      who: ['member', 'leader'],
      requires: ['source', 'problem'],
      changes: ['number'],
      conditions: [closedAbove],
    },
    { move: 'start', from: ['issued'], to: 'inProgress', who: ['clerk'], requires: COMPLETE },
    {
      move: 'apply',
      from: ['inProgress'],
      to: 'officeReview',
      who: ['clerk'],
      requires: [...COMPLETE, 'evidenceNumber'],
      changes: ['appliedOn', 'appliedBy'],
    },
    { move: 'withdraw', from: ['officeReview'], to: 'inProgress', who: ['clerk'] },
    { move: 'withdraw', from: ['groupReview'], to: 'inProgress', who: ['clerk', 'reviewer'] },
    {
      move: 'approve',
      from: ['officeReview'],
      to: 'closed',
      who: ['reviewer'],
      approves: ['apply'],
      changes: ['closedOn'],
      conditions: [closedHere],
    },
    {
      move: 'reportUp',
      from: ['officeReview'],
      to: 'groupReview',
      who: ['reviewer'],
      approves: ['apply'],
      conditions: [closedAbove],
    },
    {
      move: 'return',
      from: ['officeReview'],
      to: 'inProgress',
      who: ['reviewer'],
      requires: ['reason'],
      changes: ['timesReworked'],
      isReturn: true,
    },
    {
      move: 'confirm',
      from: ['groupReview'],
      to: 'closed',
      who: ['member', 'leader'],
      changes: ['closedOn'],
    },
    {
      // “a rework deadline is an extension”; it may lie before the first one, when an item was applied for early
      move: 'returnForRework',
      from: ['groupReview'],
      to: 'inProgress',
      who: ['member', 'leader'],
      requires: ['reason', 'newDueOn'],
      changes: ['timesReworked', 'extendedDueOn'],
      conditions: [newDueFromToday],
      isReturn: true,
    },
    { move: 'keepLongTerm', from: IN_HAND, to: 'longTerm', who: ['reviewer'], requires: ['reason'] },
    { move: 'suspend', from: IN_HAND, to: 'suspended', who: ['reviewer'], requires: ['reason'] },
    {
      move: 'merge',
      from: IN_HAND,
      to: 'merged',
      who: ['reviewer'],
      requires: ['mergedInto'],
      changes: ['mergedInto'],
      conditions: [liveTarget],
    },
    { move: 'resume', from: ['longTerm', 'suspended'], to: 'origin', who: ['reviewer'] },
    {
      move: 'unmerge',
      from: ['merged'],
      to: 'origin',
      who: ['reviewer'],
      changes: ['mergedInto'],
    },
    {
      move: 'void',
      from: [...IN_HAND, 'longTerm', 'suspended'],
      to: 'voided',
      who: ['reviewer'],
      requires: ['reason'],
    },
    {
      move: 'reopen',
      from: ['closed'],
      to: 'inProgress',
      who: ['reviewer', 'member', 'leader'],
      requires: ['reason'],
      changes: ['closedOn'],
    },
    {
      move: 'extend',
      from: IN_HAND,
      to: 'same',
      who: ['reviewer'],
      requires: ['reason', 'newDueOn'],
      changes: ['extendedDueOn'],
      conditions: [newDueFromToday, laterThanDue],
    },
  ],
};
