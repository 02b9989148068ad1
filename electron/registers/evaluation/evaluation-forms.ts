import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable } from '../../store/handles.ts';
import { namedIndicators, type Phase, requirePhase } from './evaluation-lists.ts';
import { filterOf } from './evaluation-orders.ts';
import { type ListedOrder, listOrders } from './evaluation-orders-sql.ts';
import { type EvaluationRow, evaluationsOf, type LineRow, linesOfPhase } from './evaluation-sql.ts';

interface PrintedIndicator {
  readonly id: string;
  readonly name: string;
  readonly listName: string;
}

export interface PrintedEvaluation {
  readonly row: EvaluationRow;
  readonly lines: readonly LineRow[];
}

export interface PrintedRound {
  readonly round: number;
  readonly indicators: readonly PrintedIndicator[];
  readonly evaluations: readonly PrintedEvaluation[];
}

export interface PrintedPhase {
  readonly phase: Phase;
  readonly rounds: readonly PrintedRound[];
  readonly orders: readonly ListedOrder[];
}

/**
 * What was frozen of a phase; without any, one round with nothing in it, to be filled in by hand.
 * @param asked the only round; null: every one
 * @throws Refusal `phase_unknown`, `not_found` for a round in which nothing was frozen
 */
export function frozenPhase(db: Readable, office: number, phase: string, asked: number | null): PrintedPhase {
  const frozen = evaluationsOf(db, office, phase).filter(({ state }) => state === 'frozen');
  const lines = linesOfPhase(db, office, phase);
  const numbers = [...new Set(frozen.map(({ round }) => round))];
  ensure(asked === null || numbers.includes(asked), 'not_found', { register: 'evaluation' });
  const shown = asked === null ? (numbers.length > 0 ? numbers : [1]) : [asked];
  const rounds = shown.map((round) => {
    const evaluations = frozen
      .filter((row) => row.round === round)
      .map((row) => ({ row, lines: lines.filter(({ evaluation }) => evaluation === row.pk) }));
    return { round, evaluations, indicators: indicatorsIn(db, office, phase, evaluations) };
  });
  const { rows } = listOrders(db, filterOf(office, { phase }), ALL);
  const pks = rounds.flatMap(({ evaluations }) => evaluations.map(({ row }) => row.pk));
  return {
    phase: requirePhase(db, office, phase),
    rounds,
    orders: rows.filter(({ evaluation }) => pks.includes(evaluation)),
  };
}

const ALL = { offset: 0, limit: 500 };

/** Under the names that they had; where nothing was frozen, as the campaign has them now. */
function indicatorsIn(
  db: Readable,
  office: number,
  phase: string,
  evaluations: readonly PrintedEvaluation[],
): PrintedIndicator[] {
  if (evaluations.length === 0) return namedIndicators(db, office, phase);
  const found = evaluations
    .flatMap(({ lines }) => lines)
    .map(
      ({ indicator, name, list_name }) => [indicator, { id: indicator, name, listName: list_name }] as const,
    );
  return [...new Map(found).values()];
}
