import type { ErrorCode } from '../vocabulary/error-codes.ts';
import {
  EVALUATION_LEVELS,
  type EvaluationLevel,
  type EvaluationState,
  type EvaluationVerdict,
} from '../vocabulary/evaluation-words.ts';

/** An evaluation of one phase, as far as its place among the others goes; withdrawn ones have none. */
export interface Placed {
  readonly round: number;
  readonly level: EvaluationLevel;
  readonly state: EvaluationState;
  readonly verdict: EvaluationVerdict | null;
}

/**
 * The round in which a level would be evaluated next, and why it cannot be now. A round is over when a level did not
 * pass or evaluates again; no round begins while a draft stands in the one before it.
 * `evaluation_draft_exists`, `evaluation_level_missing` (复评 approves a 自评 that passed).
 */
export function nextRound(
  evaluations: readonly Placed[],
  level: EvaluationLevel,
): { readonly round: number; readonly why: ErrorCode | null } {
  const standing = evaluations.filter(({ state }) => state !== 'withdrawn');
  const last = Math.max(1, ...standing.map(({ round }) => round));
  const present = standing.filter(({ round }) => round === last);
  const isOver = present.some((one) => one.level === level || failed(one));
  const hasDraft = present.some((one) => one.state === 'draft' && (isOver || one.level === level));
  const round = isOver ? last + 1 : last;
  if (hasDraft) return { round: last, why: 'evaluation_draft_exists' };
  if (level !== 'office') return { round, why: null };
  const own = present.some((one) => one.level === 'own' && one.state === 'frozen' && !failed(one));
  return { round, why: own && !isOver ? null : 'evaluation_level_missing' };
}

/** Whether a frozen evaluation of a higher level of the same round, or any of a later one, stands on this one. */
export function isBuiltUpon(evaluations: readonly Placed[], one: Placed): boolean {
  const rank = (level: EvaluationLevel) => EVALUATION_LEVELS.indexOf(level);
  return evaluations.some(
    (other) =>
      other.state !== 'withdrawn' &&
      (other.round > one.round ||
        (other.round === one.round && other.state === 'frozen' && rank(other.level) > rank(one.level))),
  );
}

function failed({ verdict, state }: Placed): boolean {
  return state === 'frozen' && verdict !== 'passed';
}
