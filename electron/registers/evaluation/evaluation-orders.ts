import type { Given } from '../../../shared/contract/base.ts';
import type { evaluation } from '../../../shared/contract/evaluation.ts';
import { daysLeft } from '../../../shared/rules/deadlines.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { OrderKind } from '../../../shared/vocabulary/evaluation-words.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { ActionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, type StoredRow, updateRow } from '../../store/rows.ts';
import { moveAction } from '../actions/action-life.ts';
import type { Actor, Asking } from '../actor.ts';
import { moveItem, requireItem } from '../rectification/rectification-register.ts';
import { requireReworkable, reworkSessionByOrder } from '../study/study-feedback.ts';
import type { EvaluationDesk } from './evaluation-desk.ts';
import {
  answerOrder,
  countOpenMakeups,
  countOrders,
  type ListedOrder,
  listOrders,
  type OrderFilter,
} from './evaluation-orders-sql.ts';
import { requireDraft, touch } from './evaluation-register.ts';
import { type EvaluationRow, evaluatedOffice } from './evaluation-sql.ts';

/**
 * One order of a draft; it takes effect when the draft is frozen.
 * @throws Refusal as `requireDraft`, `missing_field`, `deadline_before_day`, `order_exists`, and what says that the
 *   subject cannot be reopened: `not_found`, `move_not_allowed`, `order_nothing_open`
 */
export function addOrder(write: Write, desk: EvaluationDesk, input: Given<typeof evaluation.addOrder>) {
  const row = requireDraft(write, desk, input);
  const { kind, subject, text } = input;
  const deadline = input.deadline ?? row.deadline;
  ensure(deadline, 'missing_field', { field: 'deadline' });
  ensure(deadline >= row.evaluated_on, 'deadline_before_day', { due: deadline, on: row.evaluated_on });
  requireOrderable(write, row, kind, subject);
  const same = ordersOf(write, row).some((one) => one.kind === kind && one.subject === subject);
  ensure(kind === 'other' || !same, 'order_exists');
  const order = write.newId();
  insertRow(write, 'evaluation_order', order, { evaluation: row.pk, kind, subject, text, deadline });
  write.record({ order, kind });
  return { ...touch(write, desk, row, {}), order };
}

/** @throws Refusal as `requireDraft`, `not_found` */
export function removeOrder(write: Write, desk: EvaluationDesk, input: Given<typeof evaluation.removeOrder>) {
  const row = requireDraft(write, desk, input);
  const order = ordersOf(write, row).find(({ id }) => id === input.order);
  ensure(order, 'not_found', { register: 'evaluation_order' });
  updateRow(write, 'evaluation_order', order.pk, { deleted: 1 });
  write.record({ order: order.id });
  return touch(write, desk, row, {});
}

/** Each order reopens what it names through the register that owns it. @throws Refusal of that register */
export function carryOutOrders(write: Write, actor: Actor, row: EvaluationRow): void {
  for (const order of ordersOf(write, row)) carryOut(write, actor, row, order);
}

/** What a group orders is reopened by its office; as the books here have it, it can be. @throws Refusal */
export function checkOrders(db: Readable, row: EvaluationRow): void {
  for (const { kind, subject } of ordersOf(db, row)) requireOrderable(db, row, kind, subject);
}

/** @throws Refusal `conflict`, `order_not_open`, `evaluation_day_ahead`, `order_done_early` */
export function closeOrder(write: Write, input: Given<typeof evaluation.closeOrder>) {
  const [order] = listOrders(write, filterOf(write.office, { order: input.id }), ONE).rows;
  ensure(order, 'not_found', { register: 'evaluation_order' });
  guardVersion(write, order, input.rev);
  ensure(order.order_state === 'open', 'order_not_open', {
    register: 'evaluation_order',
    state: order.order_state,
  });
  const { doneOn, document } = input;
  ensure(doneOn <= write.today, 'evaluation_day_ahead', { on: doneOn, today: write.today });
  ensure(doneOn >= order.evaluated_on, 'order_done_early', { on: doneOn, from: order.evaluated_on });
  if (order.office === write.office)
    updateRow(write, 'evaluation_order', order.pk, { done_on: doneOn, document });
  else {
    write.undo.refuse('undo_not_possible');
    answerOrder(write, order.pk, { doneOn, document });
  }
  write.record({ order: order.id });
  return { id: order.id, rev: write.rev };
}

export function orders(
  db: Readable,
  { office, today }: Pick<Asking, 'office' | 'today'>,
  input: Given<typeof evaluation.orders>,
) {
  const { phase = null, state = null, kind = null } = input;
  const { total, rows } = listOrders(db, filterOf(office, { phase, state, kind }), input);
  return { total, orders: rows.map((row) => shownOrder(row, today)) };
}

/** Orders that wait to be done. */
export function ordersWaiting(db: Readable, { office }: Pick<Asking, 'office'>) {
  const count = countOrders(db, filterOf(office, { state: 'open' }));
  return [{ kind: 'evaluationOrders', whose: 'clerk', count }] as const;
}

export function ordersOf(db: Readable, row: EvaluationRow): ListedOrder[] {
  return listOrders(db, filterOf(evaluatedOffice(row), { evaluation: row.pk }), ALL).rows;
}

export function shownOrder(row: ListedOrder, today: CalendarDate) {
  const state = row.order_state;
  return {
    ...{ id: row.id, rev: row.rev, evaluation: row.evaluation_id, state },
    ...{ phase: row.phase, round: row.round, level: row.level },
    ...{ kind: row.kind, subject: row.subject, subjectName: row.subject_name },
    ...{ text: row.text, deadline: row.deadline, doneOn: row.done_day, document: row.document },
    openMakeups: row.open_makeups,
    daysLeft: state === 'open' ? daysLeft(row.deadline, today) : null,
  };
}

export function filterOf(office: number, given: Partial<Omit<OrderFilter, 'office'>>): OrderFilter {
  return { office, phase: null, state: null, kind: null, evaluation: null, order: null, ...given };
}

const ONE = { offset: 0, limit: 1 };
/** An evaluation orders what a letter can hold. */
const ALL = { offset: 0, limit: 500 };

/** @throws Refusal when what an order names is not finished, so that there is nothing to reopen */
export function requireOrderable(
  db: Readable,
  row: EvaluationRow,
  kind: OrderKind,
  subject: string | null,
): void {
  const office = evaluatedOffice(row);
  if (kind === 'other') return;
  if (kind === 'makeup') {
    const open = countOpenMakeups(db, office, subject, row.as_of);
    ensure(open > 0, 'order_nothing_open');
    return;
  }
  ensure(subject, 'missing_field', { field: 'subject' });
  if (kind === 'session') requireReworkable(db, office, subject);
  else requireFinished(db, office, kind, subject);
}

type ActionStanding = StoredRow & { readonly state: ActionState };

function requireFinished(db: Readable, office: number, kind: 'item' | 'action', subject: string): void {
  if (kind === 'item') {
    const { state } = requireItem(db, office, subject);
    ensure(state === 'closed', 'move_not_allowed', { register: 'rectification_item', state, move: 'reopen' });
    return;
  }
  const { state } = findRow<ActionStanding>(db, 'action_instance', office, subject);
  ensure(state === 'done', 'move_not_allowed', { register: 'action_instance', state, move: 'reopen' });
}

function carryOut(write: Write, actor: Actor, row: EvaluationRow, order: ListedOrder): void {
  const { kind, subject, text: reason, deadline: dueOn } = order;
  requireOrderable(write, row, kind, subject);
  if (!subject) return;
  if (kind === 'session') reworkSessionByOrder(write, { session: subject, order: order.id, reason });
  if (kind === 'item') {
    const { rev } = requireItem(write, write.office, subject);
    moveItem(write, actor, { id: subject, rev, move: 'reopen', reason });
  }
  if (kind === 'action') {
    const { rev } = findRow(write, 'action_instance', write.office, subject);
    moveAction(write, actor, { id: subject, rev, move: 'reopen', reason, dueOn });
  }
}
