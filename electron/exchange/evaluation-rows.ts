import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import {
  type ArrivedEvaluation,
  forgetEvaluations,
  takeUpEvaluation,
} from '../registers/evaluation/evaluation-arrival.ts';
import {
  changedAnswers,
  changedEvaluations,
  changedLines,
  changedOrders,
  type EvaluationScope,
  putAnswer,
  putEvaluations,
  putLine,
  putOrders,
} from '../registers/evaluation/evaluation-exchange.ts';
import { changedWeeks, putWeeks } from '../registers/weekly-reports/weekly-reports-exchange.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { RowFate } from '../store/received-rows.ts';
import { type Columns, packRows, unpackRows } from './columns.ts';
import {
  evaluationColumns,
  evaluationLineColumns,
  evaluationOrderColumns,
  orderAnswerColumns,
  reportedEvaluationColumns,
  weeklyReportColumns,
} from './evaluation-tables.ts';
import { isWithdrawalMissing } from './feedback-echo-sql.ts';
import { type Before, byId, byPart, inOrder } from './row-order.ts';

/** What an office was found to be by itself, what it says of its group's orders, and its weeks. */
export function gatherEvaluations(
  db: Readable,
  {
    office,
    recipient,
    after,
  }: { readonly office: number; readonly recipient: number; readonly after: number },
): [string, Table][] {
  const own = { owner: office, target: null, after };
  return [
    ['evaluation', packRows(reportedEvaluationColumns, changedEvaluations(db, own))],
    ...linesAndOrders(db, own),
    [
      'orderAnswer',
      packRows(orderAnswerColumns, changedAnswers(db, { owner: recipient, target: office, after })),
    ],
    ['weeklyReport', packRows(weeklyReportColumns, changedWeeks(db, office, after))],
  ];
}

/** What a group found of one office; tables without rows stay at home. */
export function gatherGroupEvaluations(db: Readable, scope: EvaluationScope): [string, Table][] {
  const heads = changedEvaluations(db, scope).map(({ frozenRev, ...head }) => head);
  const tables: [string, Table][] = [
    ['evaluation', packRows(evaluationColumns, heads)],
    ...linesAndOrders(db, scope),
  ];
  return tables.filter(([, { rows }]) => rows > 0);
}

function linesAndOrders(db: Readable, scope: EvaluationScope): [string, Table][] {
  return [
    ['evaluationLine', packRows(evaluationLineColumns, changedLines(db, scope))],
    ['evaluationOrder', packRows(evaluationOrderColumns, changedOrders(db, scope))],
  ];
}

type RowsOf = <Row extends object>(
  columns: Columns<Row>,
  name: string,
  before?: Before<Row>,
) => readonly Row[];

/** The same at the group. @throws Refusal `bundle_row_invalid` */
export function applyEvaluations(
  write: Write,
  { office, headRev, stamp }: Readonly<Record<'office' | 'headRev' | 'stamp', number>>,
  rows: RowsOf,
): RowFate[] {
  const lines = rows(evaluationLineColumns, 'evaluationLine', byId);
  for (const [index, { numerator, denominator }] of lines.entries()) {
    const fits = (numerator === null) === (denominator === null) && (numerator ?? 0) <= (denominator ?? 0);
    ensure(fits, 'bundle_row_invalid', { register: 'evaluationLine', column: 'numerator', row: index + 1 });
  }
  return [
    ...putEvaluations(write, office, { headRev, stamp }, rows(reportedEvaluationColumns, 'evaluation', byId)),
    ...lines.map((line) => putLine(write, office, stamp, line)),
    ...putOrders(write, office, stamp, rows(evaluationOrderColumns, 'evaluationOrder', byId)),
    ...rows(orderAnswerColumns, 'orderAnswer', byId).map((said) => putAnswer(write, office, headRev, said)),
    ...putWeeks(write, office, stamp, rows(weeklyReportColumns, 'weeklyReport', byPart)),
  ];
}

/**
 * At the office: what its group found of it. What is said of an evaluation is told by the bundle's feedback.
 * @param spokenOf ids of the evaluations that the bundle's feedback speaks of
 * @throws Refusal `bundle_row_invalid`
 */
export function takeUpEvaluations(
  write: Write,
  { group, headRev, tables }: { readonly group: number; readonly headRev: number; readonly tables: Tables },
  spokenOf: ReadonlySet<string>,
): { added: number; changed: number; unchanged: number } {
  const evaluations = evaluationsIn(tables);
  // a place in its round is free once who held it is withdrawn
  const withdrawnFirst = evaluations.toSorted((one, other) => other.head.state.localeCompare(one.head.state));
  const fates = withdrawnFirst.flatMap((said) => {
    const { head, lines, orders } = said;
    refuseUnless(spokenOf.has(head.id), 'id');
    // a group that has lost its own withdrawal says again what it said before it
    const isOutdated = head.state === 'frozen' && isWithdrawalMissing(write, group, head.id);
    if (isOutdated) return [head, ...lines, ...orders].map((): RowFate => 'unchanged');
    return takeUpEvaluation(write, group, headRev, said);
  });
  const count = (fate: RowFate) => fates.filter((one) => one === fate).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}

/** Of a group's bundle: each evaluation with its lines and orders. @throws Refusal `bundle_row_invalid` */
export function evaluationsIn(tables: Tables): ArrivedEvaluation[] {
  const heads = rowsById(tables, evaluationColumns, 'evaluation');
  const lines = Map.groupBy(rowsById(tables, evaluationLineColumns, 'evaluationLine'), evaluationOf);
  const orders = Map.groupBy(rowsById(tables, evaluationOrderColumns, 'evaluationOrder'), evaluationOf);
  for (const id of [...lines.keys(), ...orders.keys()])
    refuseUnless(
      heads.some((head) => head.id === id),
      'evaluation',
    );
  return heads.map((head) => ({ head, lines: lines.get(head.id) ?? [], orders: orders.get(head.id) ?? [] }));
}

/** A group that begins anew has forgotten the evaluations that its first bundle does not list. */
export function dropEvaluations(write: Write, group: number, tables: Tables): number {
  const ids = tables.get('evaluation')?.columns.get('id') ?? [];
  return forgetEvaluations(write, group, Array.from(ids, String));
}

const evaluationOf = ({ evaluation }: { readonly evaluation: string }) => evaluation;

function rowsById<Row extends { readonly id: string }>(
  tables: Tables,
  columns: Columns<Row>,
  name: string,
): readonly Row[] {
  const table = tables.get(name);
  return table ? inOrder(name, unpackRows(columns, name, table), byId) : [];
}

function refuseUnless(holds: boolean, column: string): void {
  ensure(holds, 'bundle_row_invalid', { register: 'evaluation', column });
}
