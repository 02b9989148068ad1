import { FILING_STATES, type FilingMove, type FilingState } from '../vocabulary/words.ts';
import type { Condition, Machine } from './moves.ts';

export interface FilingFacts {
  /** Items of the filing that are still 待处置. */
  readonly openItems: number;
}

const allDisposed: Condition<FilingFacts> = {
  holds: (facts) => facts.openItems === 0,
  otherwise: 'filing_items_open',
  fields: (facts) => ({ count: facts.openItems }),
};

/**
 * 自查自纠登记: 已填报 → 已审核 → 归档, or 退回补充. 待填报 is nobody's state: a filing begins as 已填报.
 * A supplement (自查从宽) goes to 已填报 again, so that a reviewer sees it; 已填报 counts like 已审核, so the
 * figure never falls because somebody declared more.
 */
export const filingMachine: Machine<FilingState, FilingMove, FilingFacts> = {
  register: 'filing',
  states: FILING_STATES,
  initial: 'filed',
  birth: 'file',
  /** Even the archive takes a supplement. */
  terminal: [],
  transitions: [
    {
      move: 'file',
      from: ['returned'],
      to: 'filed',
      who: ['clerk'],
      requires: ['filedOn', 'declared'],
      changes: ['filedOn', 'declared', 'items'],
    },
    {
      move: 'supplement',
      // filed on stays: what was declared first was declared then
      from: ['approved', 'archived'],
      to: 'filed',
      who: ['clerk'],
      requires: ['declared'],
      changes: ['declared', 'items'],
    },
    {
      move: 'approve',
      from: ['filed'],
      to: 'approved',
      who: ['reviewer'],
      approves: ['file', 'supplement'],
    },
    {
      move: 'return',
      from: ['filed'],
      to: 'returned',
      who: ['reviewer'],
      requires: ['reason'],
      isReturn: true,
    },
    {
      move: 'archive',
      from: ['approved'],
      to: 'archived',
      who: ['reviewer'],
      conditions: [allDisposed],
    },
  ],
};
