import { EVALUATION_LEVELS, type EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import type { Evaluation, Sheet } from './evaluation-queries.ts';

/** One level of one round: what was found there, or whether it can be begun now. */
export interface LevelColumn {
  readonly round: number;
  readonly level: EvaluationLevel;
  readonly evaluation: Evaluation | null;
  readonly mayBegin: boolean;
}

interface RoundColumns {
  readonly round: number;
  readonly columns: readonly LevelColumn[];
}

type Placed = Pick<Sheet, 'evaluations' | 'next'>;

/**
 * The rounds beside each other: those that were evaluated, and the one that a level which did not pass calls for.
 * 省级评估 has its column only once there is one.
 */
export function roundsOf({ evaluations, next }: Placed): RoundColumns[] {
  const standing = evaluations.filter(({ state }) => state !== 'withdrawn');
  const failed = standing.filter(({ state, verdict }) => state === 'frozen' && verdict !== 'passed');
  const last = Math.max(1, ...standing.map(({ round }) => round), ...failed.map(({ round }) => round + 1));
  const levels = EVALUATION_LEVELS.filter(
    (level) => level !== 'province' || standing.some((one) => one.level === level),
  );
  return Array.from({ length: last }, (_, at) => at + 1).map((round) => ({
    round,
    columns: levels.map((level) => ({
      ...{ round, level },
      evaluation: standing.find((one) => one.round === round && one.level === level) ?? null,
      mayBegin: next.some((one) => one.level === level && one.round === round && one.why === null),
    })),
  }));
}

/** What is looked at first: a draft of one's own, else the draft or the evaluation made last. */
export function evaluationInHand(evaluations: readonly Evaluation[]): Evaluation | undefined {
  const standing = evaluations.filter(({ state }) => state !== 'withdrawn');
  return (
    standing.findLast(({ mine }) => mine) ??
    standing.findLast(({ state }) => state === 'draft') ??
    standing.at(-1)
  );
}
