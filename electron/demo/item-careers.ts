import type { ItemMove } from '../../shared/vocabulary/words.ts';

/** One step of an item's life, so many days after it was issued. */
export interface CareerStep {
  readonly move: Exclude<ItemMove, 'issue'>;
  readonly after: number;
  /** extend, returnForRework: the new due date, in days after the issue. */
  readonly newTerm?: number;
}

export interface Career {
  /** Of every hundred items of its level. */
  readonly share: number;
  /** Days from the issue to the first due date. */
  readonly term: number;
  /** Days into the season before which it does not begin: it needs others that went before. */
  readonly notBefore?: number;
  readonly steps: readonly CareerStep[];
}

const step = (move: CareerStep['move'], after: number, newTerm?: number): CareerStep => ({
  move,
  after,
  ...(newTerm && { newTerm }),
});

/** Lives of items that the office closes itself. Together they reach every state and move every figure. */
export const OFFICE_CAREERS = {
  closed: { share: 0, term: 30, steps: [step('start', 2), step('apply', 24), step('approve', 28)] },
  closedOnTheDay: { share: 5, term: 21, steps: [step('start', 1), step('apply', 21), step('approve', 23)] },
  closedLate: { share: 6, term: 20, steps: [step('start', 3), step('apply', 28), step('approve', 30)] },
  closedAfterReturn: {
    share: 6,
    term: 35,
    steps: [step('start', 2), step('apply', 18), step('return', 21), step('apply', 30), step('approve', 33)],
  },
  closedAfterExtension: {
    share: 5,
    term: 20,
    steps: [step('start', 2), step('extend', 17, 42), step('apply', 34), step('approve', 36)],
  },
  repeated: {
    share: 3,
    term: 15,
    notBefore: 50,
    steps: [step('start', 1), step('apply', 10), step('approve', 12)],
  },
  reopened: {
    share: 2,
    term: 20,
    steps: [step('start', 1), step('apply', 12), step('approve', 15), step('reopen', 30)],
  },
  underReview: { share: 5, term: 30, steps: [step('start', 2), step('apply', 27)] },
  withdrawn: { share: 2, term: 30, steps: [step('start', 2), step('apply', 25), step('withdraw', 27)] },
  inProgress: { share: 8, term: 60, notBefore: 50, steps: [step('start', 3)] },
  overdue: { share: 5, term: 15, steps: [step('start', 4)] },
  issued: { share: 4, term: 30, notBefore: 70, steps: [] },
  longTerm: { share: 3, term: 30, steps: [step('start', 2), step('keepLongTerm', 20)] },
  suspended: { share: 2, term: 30, steps: [step('start', 2), step('suspend', 15)] },
  resumed: { share: 2, term: 45, steps: [step('start', 2), step('suspend', 10), step('resume', 25)] },
  merged: { share: 2, term: 30, notBefore: 20, steps: [step('merge', 5)] },
  voided: { share: 2, term: 30, steps: [step('void', 3)] },
  draft: { share: 3, term: 30, steps: [] },
} as const satisfies Record<string, Career>;

const REPORTED = [step('start', 2), step('apply', 20), step('reportUp', 22)] as const;

/** Lives of items from the guidance group or higher, which only the group closes. */
export const GROUP_CAREERS = {
  confirmed: { share: 0, term: 30, steps: [...REPORTED, step('confirm', 30)] },
  waiting: { share: 20, term: 30, steps: REPORTED },
  reworked: {
    share: 12,
    term: 25,
    steps: [
      ...REPORTED,
      step('returnForRework', 27, 45),
      step('apply', 38),
      step('reportUp', 40),
      step('confirm', 46),
    ],
  },
  inRework: { share: 10, term: 25, steps: [...REPORTED, step('returnForRework', 27, 60)] },
  groupOverdue: { share: 8, term: 20, steps: [step('start', 5)] },
  arrived: { share: 8, term: 40, notBefore: 70, steps: [] },
} as const satisfies Record<string, Career>;

export type OfficeCareer = keyof typeof OFFICE_CAREERS;
export type GroupCareer = keyof typeof GROUP_CAREERS;

/** The day of the last step, counted from the issue. */
export function spanOf({ steps }: Career): number {
  return steps.at(-1)?.after ?? 0;
}
