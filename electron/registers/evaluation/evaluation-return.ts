import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { SqlValue, Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import { recordMove } from '../moves-log.ts';
import type { ArrivedEvaluation } from './evaluation-arrival.ts';
import { lineValues, orderValues, placeOf, valuesOf } from './evaluation-exchange.ts';
import { evaluationById, isPlaceHeld, rowsOfEvaluation } from './evaluation-exchange-sql.ts';
import type { EvaluationRow } from './evaluation-sql.ts';

/** That a group released an evaluation, or withdrew it for a reason, with what it then said. */
export interface OwnVerdict {
  readonly id: string;
  /** Undefined: it was not told with it. */
  readonly said: ArrivedEvaluation | undefined;
  readonly on: CalendarDate;
  /** Null: it was released. */
  readonly reason: string | null;
}

/**
 * At the group: an evaluation of an office that its books have lost, or have as a draft, stands again as it was signed.
 * One that stands is only withdrawn, if that is what was said.
 * @param target surrogate of the evaluated office
 * @returns false, and nothing is written, where another evaluation holds its place
 */
export function takeBackEvaluation(
  write: Write,
  target: number,
  { id, said, on, reason }: OwnVerdict,
): boolean {
  const held = evaluationById(write, write.office, id);
  const stands = held && held.deleted === 0 && held.state !== 'draft' ? held : undefined;
  if (!stands && !said) return false;
  const row = stands ?? (said && putBack(write, target, held, said));
  if (!row) return false;
  const isWithdrawal = reason !== null;
  if (isWithdrawal && row.state === 'frozen') updateRow(write, 'evaluation', row.pk, { state: 'withdrawn' });
  recordMove(write, {
    ...{ register: 'evaluation', subject: row.pk, on, reason: reason ?? undefined },
    ...(isWithdrawal
      ? { move: 'withdraw', from: 'frozen', to: 'withdrawn' }
      : { move: 'freeze', from: 'draft', to: 'frozen' }),
  });
  return true;
}

function putBack(
  write: Write,
  target: number,
  held: EvaluationRow | undefined,
  { head, lines, orders }: ArrivedEvaluation,
): EvaluationRow | undefined {
  const place = { ...placeOf(head), target };
  if (head.state === 'frozen' && isPlaceHeld(write, write.office, { ...head, target })) return undefined;
  const columns = { ...place, ...valuesOf(head), deleted: 0 };
  if (held) updateRow(write, 'evaluation', held.pk, columns);
  else insertRow(write, 'evaluation', head.id, columns);
  const row = evaluationById(write, write.office, head.id);
  if (!row) return undefined;
  putParts(write, 'evaluation_line', row.pk, lines, lineValues);
  const asGiven = orders.toSorted((one, other) => one.place - other.place);
  putParts(write, 'evaluation_order', row.pk, asGiven, orderValues);
  return row;
}

/** What a draft had beside it was not released. */
function putParts<Part extends { readonly id: string }>(
  write: Write,
  table: 'evaluation_line' | 'evaluation_order',
  evaluation: number,
  parts: readonly Part[],
  valuesOfPart: (part: Part) => Record<string, SqlValue>,
): void {
  const held = rowsOfEvaluation(write, table, evaluation);
  for (const { pk, id } of held)
    if (!parts.some((part) => part.id === id)) updateRow(write, table, pk, { deleted: 1 });
  for (const part of parts) {
    const columns = { ...valuesOfPart(part), evaluation, deleted: 0 };
    const row = held.find(({ id }) => id === part.id);
    if (row) updateRow(write, table, row.pk, columns);
    else insertRow(write, table, part.id, columns);
  }
}
