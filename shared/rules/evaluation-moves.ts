import type { CalendarDate } from '../vocabulary/dates.ts';
import {
  EVALUATION_LEVELS,
  EVALUATION_STATES,
  type EvaluationLevel,
  type EvaluationMove,
  type EvaluationState,
  type EvaluationVerdict,
} from '../vocabulary/evaluation-words.ts';
import type { AccountRole, InstallationRole } from '../vocabulary/words.ts';
import type { Condition, Machine } from './moves.ts';

export interface EvaluationFacts {
  /** The level evaluated elsewhere: the draft says what a document says. */
  readonly external: boolean;
  readonly verdict: EvaluationVerdict | null;
  readonly evaluatedOn: CalendarDate;
  readonly asOf: CalendarDate;
  /** The last day that the office's data reach here; null: none have arrived. */
  readonly dataUntil: CalendarDate | null;
  readonly deadline: CalendarDate | null;
  readonly documentNumber: string | null;
  /** The account wrote what this freezing approves: the draft, or of 复评 the 自评 below it. */
  readonly wroteIt: boolean;
  /** Indicators that can be evaluated at all. */
  readonly indicators: number;
  /** Names of those that lack their text or their evidence number. */
  readonly unwritten: readonly string[];
  /** Orders of this draft, and orders of the phase's earlier evaluations that are still open. */
  readonly planned: number;
  readonly open: number;
  /** A higher level of the round, or a later round, stands on this one. */
  readonly builtUpon: boolean;
  /** Another evaluation of that level stands in the round: the group's own, or what the office entered of it. */
  readonly taken: boolean;
}

type Rule = Condition<EvaluationFacts>;

const byAnother: Rule = { holds: ({ wroteIt }) => !wroteIt, otherwise: 'same_account' };
const documented: Rule = {
  holds: ({ external, documentNumber }) => !external || documentNumber !== null,
  otherwise: 'missing_field',
  fields: () => ({ field: 'documentNumber' }),
};
const notEmpty: Rule = { holds: ({ indicators }) => indicators > 0, otherwise: 'evaluation_empty' };
const written: Rule = {
  holds: ({ unwritten }) => unwritten.length === 0,
  otherwise: 'evaluation_lines_missing',
  fields: ({ unwritten }) => ({ count: unwritten.length, name: unwritten[0] ?? null }),
};
const dated: Rule = {
  holds: ({ verdict, deadline }) => verdict === 'passed' || deadline !== null,
  otherwise: 'missing_field',
  fields: () => ({ field: 'deadline' }),
};
const deadlineAhead: Rule = {
  holds: ({ verdict, deadline, evaluatedOn }) =>
    verdict === 'passed' || deadline === null || deadline >= evaluatedOn,
  otherwise: 'deadline_before_day',
  fields: ({ deadline, evaluatedOn }) => ({ due: deadline, on: evaluatedOn }),
};
const ordersGiven: Rule = {
  holds: ({ verdict, planned }) => verdict === 'passed' || planned > 0,
  otherwise: 'evaluation_orders_missing',
};
const nothingOpen: Rule = {
  holds: ({ verdict, planned, open }) => verdict !== 'passed' || planned + open === 0,
  otherwise: 'evaluation_orders_open',
  fields: ({ planned, open }) => ({ count: planned + open }),
};
const dataThere: Rule = {
  holds: ({ asOf, dataUntil }) => dataUntil !== null && asOf <= dataUntil,
  otherwise: 'evaluation_data_missing',
  fields: ({ asOf, dataUntil }) => ({ asOf, dataUntil }),
};
const alone: Rule = { holds: ({ taken }) => !taken, otherwise: 'evaluation_exists' };
const onTop: Rule = { holds: ({ builtUpon }) => !builtUpon, otherwise: 'evaluation_built_upon' };

/** 三级评估: a draft is frozen once and for all; withdrawn, it is out of its round and stays readable. */
export const evaluationMachine: Machine<EvaluationState, EvaluationMove, EvaluationFacts> = {
  register: 'evaluation',
  states: EVALUATION_STATES,
  initial: 'draft',
  terminal: ['withdrawn'],
  transitions: [
    {
      move: 'freeze',
      from: ['draft'],
      to: 'frozen',
      who: ['reviewer', 'leader'],
      requires: ['verdict'],
      conditions: [
        ...[byAnother, alone, dataThere, notEmpty, documented, written],
        ...[dated, deadlineAhead, ordersGiven, nothingOpen],
      ],
    },
    {
      move: 'withdraw',
      from: ['frozen'],
      to: 'withdrawn',
      who: ['reviewer', 'leader'],
      requires: ['reason'],
      conditions: [onTop],
    },
  ],
};

/** Levels that an installation writes: an office its own, and what documents say of those above it. */
export function levelsAt(at: InstallationRole): readonly EvaluationLevel[] {
  return at === 'office' ? EVALUATION_LEVELS : ['group', 'province'];
}

/** Evaluated elsewhere: what is entered is what the document says. */
export function isExternal(level: EvaluationLevel, at: InstallationRole): boolean {
  return level === 'province' || (level === 'group' && at === 'office');
}

/** Who writes a level's draft: 复评 is the reviewers', who approve with it what a clerk wrote as 自评. */
export function writersOf(level: EvaluationLevel, at: InstallationRole): readonly AccountRole[] {
  if (at === 'group') return ['member'];
  return level === 'office' ? ['reviewer'] : ['clerk'];
}
