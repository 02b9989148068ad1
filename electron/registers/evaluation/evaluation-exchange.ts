import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { SqlValue, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';
import {
  type EvaluationLineRecord,
  type EvaluationOrderRecord,
  type EvaluationRecord,
  evaluationById,
  keepAnswer,
  type OrderAnswerRecord,
  orderOf,
  type ReportedEvaluation,
} from './evaluation-exchange-sql.ts';

export type {
  EvaluationLineRecord,
  EvaluationOrderRecord,
  EvaluationRecord,
  EvaluationScope,
  OrderAnswerRecord,
  ReportedEvaluation,
} from './evaluation-exchange-sql.ts';
export {
  changedAnswers,
  changedEvaluations,
  changedLines,
  changedOrders,
} from './evaluation-exchange-sql.ts';

/** At the group: evaluations of an office as it made them. A place in its round is free once who held it is withdrawn. */
export function putEvaluations(
  write: Write,
  office: number,
  { headRev, stamp: rev }: Readonly<Record<'headRev' | 'stamp', number>>,
  records: readonly ReportedEvaluation[],
): RowFate[] {
  const withdrawnFirst = records.toSorted((one, other) => other.state.localeCompare(one.state));
  return withdrawnFirst.map((record) => {
    ensure(record.state !== 'draft' && record.frozenRev <= headRev, 'bundle_row_invalid', {
      register: 'evaluation',
      column: 'frozenRev',
    });
    return putReceivedRow(write, 'evaluation', office, {
      ...{ id: record.id, rev, stamped: true, deleted: 0, fixed: placeOf(record) },
      values: { ...valuesOf(record), frozen_rev: record.frozenRev },
    });
  });
}

/** A line of an evaluation of that owner. @throws Refusal `bundle_row_invalid` for one of none */
export function putLine(write: Write, owner: number, rev: number, line: EvaluationLineRecord): RowFate {
  return putReceivedRow(write, 'evaluation_line', owner, {
    ...{ id: line.id, rev, stamped: true, deleted: 0 },
    fixed: { evaluation: pkOf(write, owner, 'evaluationLine', line.evaluation), indicator: line.indicator },
    values: lineValues(line),
  });
}

/** Also what a line is born with, which never changes. */
export function lineValues(line: EvaluationLineRecord): Record<string, SqlValue> {
  return {
    ...{ place: line.place, indicator: line.indicator, list: line.list, list_name: line.listName },
    ...{ name: line.name, figure: line.figure, numerator: line.numerator, denominator: line.denominator },
    ...{ text: line.text, evidence_number: line.evidenceNumber },
  };
}

/** Orders stand in the order in which they were given. @throws Refusal as `putLine` */
export function putOrders(
  write: Write,
  owner: number,
  rev: number,
  orders: readonly EvaluationOrderRecord[],
): RowFate[] {
  const asGiven = orders.toSorted((one, other) => one.place - other.place);
  return asGiven.map((order) => putOrder(write, owner, rev, order));
}

function putOrder(write: Write, owner: number, rev: number, order: EvaluationOrderRecord): RowFate {
  return putReceivedRow(write, 'evaluation_order', owner, {
    ...{ id: order.id, rev, stamped: true, deleted: 0 },
    fixed: { evaluation: pkOf(write, owner, 'evaluationOrder', order.evaluation) },
    values: orderValues(order),
  });
}

export function orderValues(order: EvaluationOrderRecord): Record<string, SqlValue> {
  return {
    ...{ kind: order.kind, subject: order.subject, text: order.text, deadline: order.deadline },
    ...{ done_on: order.doneOn, document: order.document },
  };
}

/**
 * At the group: what an office says of an order that was given to it. Of an order that was never given, or that a
 * restored group has lost, nothing is kept.
 */
export function putAnswer(write: Write, office: number, rev: number, said: OrderAnswerRecord): RowFate {
  ensure(said.takenRev <= rev, 'bundle_row_invalid', { register: 'orderAnswer', column: 'takenRev' });
  const held = orderOf(write, office, said.id);
  if (!held) return 'unchanged';
  const { done_on, document, taken_rev } = held;
  if (done_on === said.doneOn && document === said.document && taken_rev === said.takenRev)
    return 'unchanged';
  keepAnswer(write, held, said);
  return 'changed';
}

/** What an evaluation is born with. */
export function placeOf({ phase, round, level }: EvaluationRecord): Record<string, SqlValue> {
  return { phase, round, level };
}

export function valuesOf(record: EvaluationRecord): Record<string, SqlValue> {
  return {
    ...{ evaluated_on: record.evaluatedOn, as_of: record.asOf, by: record.by, verdict: record.verdict },
    ...{ document_number: record.documentNumber, deadline: record.deadline, remark: record.remark },
    ...{ state: record.state, authors: '[]' },
  };
}

function pkOf(write: Write, owner: number, register: string, id: string): number {
  const row = evaluationById(write, owner, id);
  ensure(row, 'bundle_row_invalid', { register, column: 'evaluation' });
  return row.pk;
}
