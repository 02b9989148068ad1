import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';
import { reopenByOrder } from '../actions/action-life.ts';
import { reopenFromFeedback } from '../rectification/item-feedback.ts';
import { requireItem } from '../rectification/rectification-register.ts';
import { reworkSessionByOrder } from '../study/study-feedback.ts';
import {
  type EvaluationLineRecord,
  type EvaluationOrderRecord,
  type EvaluationRecord,
  placeOf,
  putLine,
  putOrders,
  valuesOf,
} from './evaluation-exchange.ts';
import {
  evaluationById,
  setForgotten,
  setRemembered,
  setTakenUp,
  setWithdrawn,
} from './evaluation-exchange-sql.ts';
import { phasesOf } from './evaluation-lists.ts';
import { ordersOf, requireOrderable } from './evaluation-orders.ts';
import type { ListedOrder } from './evaluation-orders-sql.ts';
import { type EvaluationRow, evaluationsOf } from './evaluation-sql.ts';

/** An evaluation of a group with all that it says. */
export interface ArrivedEvaluation {
  readonly head: EvaluationRecord;
  readonly lines: readonly EvaluationLineRecord[];
  readonly orders: readonly EvaluationOrderRecord[];
}

/**
 * Takes up what a group found of the own phases. It arrives frozen; one held before can only be withdrawn. What has
 * no place here is kept with its reason and read by nobody.
 * @param rev the group's, at the head of the bundle
 * @returns a fate for each of its rows. @throws Refusal `bundle_row_invalid`
 */
export function takeUpEvaluation(
  write: Write,
  group: number,
  rev: number,
  { head, lines, orders }: ArrivedEvaluation,
): RowFate[] {
  const held = evaluationById(write, group, head.id);
  const rest = [...lines, ...orders];
  if (held?.deleted) {
    remember(write, held, head);
    return [head, ...rest].map(() => 'added' as const);
  }
  if (held) return [withdrawn(write, held, head), ...rest.map(() => 'unchanged' as const)];
  const outcome = whyNot(write, head);
  putReceivedRow(write, 'evaluation', group, {
    ...{ id: head.id, rev, deleted: 0, fixed: placeOf(head) },
    values: { ...valuesOf(head), target: write.office, outcome },
  });
  for (const line of lines) putLine(write, group, rev, line);
  const unanswered = orders.map((order) => ({ ...order, doneOn: null, document: null }));
  putOrders(write, group, rev, unanswered);
  const row = evaluationById(write, group, head.id);
  ensure(row, 'internal');
  if (outcome === null && head.state === 'frozen') takeEffect(write, row);
  return [head, ...rest].map(() => 'added' as const);
}

/**
 * The group's word that it was released, or withdrawn for a reason, as a move of its life.
 * @returns why the evaluation was not taken up, null when it was
 * @throws Refusal `bundle_row_invalid` when it was not brought along
 */
export function recordGroupsMove(
  write: Write,
  group: number,
  said: {
    readonly id: string;
    readonly rev: number;
    readonly evaluation: string;
    readonly on: CalendarDate | null;
    readonly reason: string | null;
  },
): ErrorCode | null {
  const row = evaluationById(write, group, said.evaluation);
  ensure(row, 'bundle_row_invalid', { register: 'feedback', column: 'subject' });
  const isWithdrawal = said.reason !== null;
  putReceivedRow(write, 'move', group, {
    ...{ id: said.id, rev: said.rev, deleted: 0 },
    fixed: { register: 'evaluation', subject: row.pk },
    values: {
      move: isWithdrawal ? 'withdraw' : 'freeze',
      from_state: isWithdrawal ? 'frozen' : 'draft',
      to_state: isWithdrawal ? 'withdrawn' : 'frozen',
      ...{ effective_on: said.on ?? write.today, reason: said.reason },
    },
  });
  return row.outcome;
}

/** A group that begins anew has forgotten what it does not list. @returns how many evaluations went */
export function forgetEvaluations(write: Write, group: number, listed: readonly string[]): number {
  return setForgotten(write, group, write.office, JSON.stringify(listed));
}

/** It stands again as it stood, with what was done about its orders, unless its place was given away meanwhile. */
function remember(write: Write, held: EvaluationRow, head: EvaluationRecord): void {
  const state = held.state === 'withdrawn' ? held.state : head.state;
  const outcome = held.outcome ?? whyNot(write, { ...head, state });
  setRemembered(write, held.pk, { state, outcome });
}

/** Why a group's evaluation has no place here; null where it has one, or is not there. */
export function whyNotTakenUp(db: Readable, group: number, evaluation: string): ErrorCode | null {
  return evaluationById(db, group, evaluation)?.outcome ?? null;
}

function withdrawn(write: Write, held: EvaluationRow, head: EvaluationRecord): RowFate {
  if (held.state === head.state) return 'unchanged';
  ensure(head.state === 'withdrawn', 'bundle_row_invalid', { register: 'evaluation', column: 'state' });
  setWithdrawn(write, held.pk);
  return 'changed';
}

function whyNot(write: Write, { phase, round, level, state }: EvaluationRecord): ErrorCode | null {
  if (!phasesOf(write, write.office).some(({ id }) => id === phase)) return 'phase_unknown';
  const standing = evaluationsOf(write, write.office, phase).some(
    (one) => one.round === round && one.level === level && one.state === 'frozen',
  );
  return standing && state === 'frozen' ? 'evaluation_exists' : null;
}

function takeEffect(write: Write, row: EvaluationRow): void {
  setTakenUp(write, row.pk);
  for (const order of ordersOf(write, row)) reopen(write, row, order);
}

/** What is open already stays as it is, and the order stands all the same. */
function reopen(write: Write, row: EvaluationRow, order: ListedOrder): void {
  try {
    requireOrderable(write, row, order.kind, order.subject);
    if (order.subject) carryOut(write, order, order.subject);
  } catch (error) {
    // the registers refuse before they write
    if (!(error instanceof Refusal)) throw error;
  }
}

function carryOut(write: Write, { id, kind, text: reason, deadline }: ListedOrder, subject: string): void {
  if (kind === 'session') reworkSessionByOrder(write, { session: subject, order: id, reason });
  if (kind === 'item') {
    const { rev: subjectRev } = requireItem(write, write.office, subject);
    reopenFromFeedback(write, { feedbackId: id, subject, subjectRev, reason });
  }
  if (kind === 'action') {
    // a bundle that came late may bring a deadline that has passed: the action then keeps its own
    const dueOn = deadline >= write.today ? deadline : undefined;
    reopenByOrder(write, { id: subject, reason, dueOn });
  }
}
