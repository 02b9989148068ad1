import type { Given } from '../../../shared/contract/base.ts';
import type { evaluation } from '../../../shared/contract/evaluation.ts';
import {
  type EvaluationFacts,
  evaluationMachine,
  isExternal,
} from '../../../shared/rules/evaluation-moves.ts';
import { isBuiltUpon } from '../../../shared/rules/evaluation-rounds.ts';
import { type Attempt, type OfferedMove, offeredMoves, requireMove } from '../../../shared/rules/moves.ts';
import type { EvaluationMove, EvaluationState } from '../../../shared/vocabulary/evaluation-words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { recordMove } from '../moves-log.ts';
import type { EvaluationDesk } from './evaluation-desk.ts';
import { type NamedIndicator, namedIndicators } from './evaluation-lists.ts';
import { carryOutOrders, checkOrders, filterOf, ordersOf } from './evaluation-orders.ts';
import { countOrders } from './evaluation-orders-sql.ts';
import { authorsOf, findEvaluation } from './evaluation-register.ts';
import {
  type EvaluationRow,
  evaluatedOffice,
  evaluationsOf,
  type LineRow,
  linesOf,
} from './evaluation-sql.ts';

type EvaluationAttempt = Attempt<EvaluationState, EvaluationFacts>;

/**
 * The figures are computed and kept, the orders take effect, those of a group once they have arrived: from here on
 * nothing in it changes.
 * @returns its version, and the office that a group has to send it to
 * @throws Refusal `conflict`, what the evaluation's machine says, and what refuses an order
 */
export function freeze(write: Write, desk: EvaluationDesk, { id, rev }: Given<typeof evaluation.freeze>) {
  const row = findEvaluation(write, id);
  guardVersion(write, row, rev);
  const attempt = attemptOf(write, desk, row, undefined);
  const { to } = requireMove(evaluationMachine, row.state, 'freeze', attempt);
  keepLines(write, row, desk.figuresOn(evaluatedOffice(row), row.as_of));
  if (row.target === null) carryOutOrders(write, desk.actor, row);
  else checkOrders(write, row);
  const taken = row.target === null ? { frozen_rev: write.rev } : {};
  updateRow(write, 'evaluation', row.pk, { state: to, ...taken });
  log(write, row, 'freeze', to);
  return { id: row.id, rev: write.rev, target: row.target };
}

/** @throws Refusal `conflict`, `evaluation_built_upon`, and what else the evaluation's machine says */
export function withdraw(write: Write, desk: EvaluationDesk, input: Given<typeof evaluation.withdraw>) {
  const row = findEvaluation(write, input.id);
  guardVersion(write, row, input.rev);
  const attempt = attemptOf(write, desk, row, input.reason);
  const { to } = requireMove(evaluationMachine, row.state, 'withdraw', attempt);
  updateRow(write, 'evaluation', row.pk, { state: to });
  log(write, row, 'withdraw', to, input.reason);
  return { id: row.id, rev: write.rev, target: row.target };
}

/** What can be done with it now, and why this account cannot do the rest. */
export function offered(
  db: Readable,
  desk: EvaluationDesk,
  row: EvaluationRow,
): OfferedMove<EvaluationMove>[] {
  return offeredMoves(evaluationMachine, row.state, attemptOf(db, desk, row, undefined), ['reason']);
}

/** Every indicator of a frozen evaluation stands in it, with what was computed or written of it. */
function keepLines(write: Write, row: EvaluationRow, figures: ReturnType<EvaluationDesk['figuresOn']>): void {
  const lines = linesOf(write, row.pk);
  for (const indicator of namedIndicators(write, evaluatedOffice(row), row.phase)) {
    const line = lines.find((one) => one.indicator === indicator.id);
    const rate = indicator.figure === null ? undefined : figures[indicator.figure];
    const columns = {
      ...{ place: indicator.place, list: indicator.list, list_name: indicator.listName },
      ...{ name: indicator.name, figure: indicator.figure },
      ...{ numerator: rate?.numerator ?? null, denominator: rate?.denominator ?? null },
    };
    if (line) updateRow(write, 'evaluation_line', line.pk, columns);
    else
      insertRow(write, 'evaluation_line', write.newId(), {
        ...{ evaluation: row.pk, indicator: indicator.id, ...columns },
      });
  }
}

function log(write: Write, row: EvaluationRow, move: EvaluationMove, to: EvaluationState, reason?: string) {
  recordMove(write, {
    register: 'evaluation',
    subject: row.pk,
    ...{ move, from: row.state, to, on: write.today, reason },
  });
  write.record({ evaluation: row.id, move, to });
}

function attemptOf(
  db: Readable,
  desk: EvaluationDesk,
  row: EvaluationRow,
  reason: string | undefined,
): EvaluationAttempt {
  const { actor } = desk;
  return {
    roles: actor.roles,
    account: actor.account,
    singleAccount: actor.singleAccount,
    given: { verdict: row.verdict, reason },
    facts: factsOf(db, desk, row),
  };
}

function factsOf(
  db: Readable,
  { actor, at, dataUntil }: EvaluationDesk,
  row: EvaluationRow,
): EvaluationFacts {
  const office = evaluatedOffice(row);
  const external = isExternal(row.level, at);
  const indicators = namedIndicators(db, office, row.phase);
  const all = evaluationsOf(db, office, row.phase);
  const open = { phase: row.phase, state: 'open' } as const;
  return {
    ...{ external, verdict: row.verdict, deadline: row.deadline },
    ...{ asOf: row.as_of, dataUntil: dataUntil(office) },
    evaluatedOn: row.evaluated_on,
    documentNumber: row.document_number,
    wroteIt: !actor.singleAccount && submittersOf(all, row).includes(actor.account),
    indicators: indicators.length,
    // a document from elsewhere need not speak of every indicator
    unwritten: external ? [] : unwritten(indicators, linesOf(db, row.pk)),
    planned: ordersOf(db, row).filter(({ order_state }) => order_state === 'planned').length,
    open: countOrders(db, filterOf(office, open)),
    builtUpon: isBuiltUpon(all, row),
    taken: all.some((one) => one.pk !== row.pk && isSamePlace(one, row)),
  };
}

/** 复评 approves the 自评 of its round; every other freezing approves the draft itself. */
function submittersOf(all: readonly EvaluationRow[], row: EvaluationRow): number[] {
  if (row.level !== 'office') return authorsOf(row);
  const own = all.filter(({ round, level, state }) => {
    return round === row.round && level === 'own' && state === 'frozen';
  });
  return own.flatMap(authorsOf);
}

function isSamePlace(one: EvaluationRow, { round, level }: EvaluationRow): boolean {
  return one.round === round && one.level === level && one.state === 'frozen';
}

function unwritten(indicators: readonly NamedIndicator[], lines: readonly LineRow[]): string[] {
  const missing = indicators.filter(({ id, figure, evidence }) => {
    const line = lines.find(({ indicator }) => indicator === id);
    const needsText = figure === null && !line?.text;
    return needsText || (evidence && !line?.evidence_number);
  });
  return missing.map(({ name }) => name);
}
