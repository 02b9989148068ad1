import type { Given } from '../../../shared/contract/base.ts';
import type { evaluation } from '../../../shared/contract/evaluation.ts';
import { writersOf } from '../../../shared/rules/evaluation-moves.ts';
import { nextRound } from '../../../shared/rules/evaluation-rounds.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, type StoredRow, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { indicatorsOf, requirePhase } from './evaluation-lists.ts';
import { type EvaluationRow, evaluationsOf, linesOf } from './evaluation-sql.ts';

/**
 * A draft of the level's next round.
 * @throws Refusal `phase_unknown`, `not_allowed`, `evaluation_draft_exists`, `evaluation_level_missing`, and as
 *   `updateEvaluation` of its days
 */
export function beginEvaluation(write: Write, actor: Actor, input: Given<typeof evaluation.begin>) {
  const { phase, level, by, documentNumber } = input;
  requireWriter(actor, level);
  const evaluatedOn = input.evaluatedOn ?? write.today;
  const asOf = input.asOf ?? evaluatedOn;
  checkDays(write, phase, evaluatedOn, asOf);
  const { round, why } = nextRound(evaluationsOf(write, write.office, phase), level);
  if (why) throw new Refusal(why, { level: 'own', round });
  const id = write.newId();
  insertRow(write, 'evaluation', id, {
    ...{ phase, round, level, by },
    evaluated_on: evaluatedOn,
    as_of: asOf,
    document_number: documentNumber,
    state: 'draft',
    authors: JSON.stringify([actor.account]),
  });
  write.record({ evaluation: id, phase, round, level });
  return { id, rev: write.rev, round };
}

/**
 * @throws Refusal `conflict`, `evaluation_not_draft`, `not_allowed`, `evaluation_day_ahead`,
 *   `evaluation_as_of_late`, `evaluation_before_phase`, `deadline_before_day`
 */
export function updateEvaluation(write: Write, actor: Actor, input: Given<typeof evaluation.update>) {
  const row = requireDraft(write, actor, input);
  const { evaluatedOn, asOf, by, documentNumber, verdict, deadline, remark } = input;
  checkDays(write, row.phase, evaluatedOn, asOf);
  ensure(deadline === null || deadline >= evaluatedOn, 'deadline_before_day', {
    due: deadline,
    on: evaluatedOn,
  });
  const columns = { by, document_number: documentNumber, verdict, deadline, remark };
  return touch(write, actor, row, { ...columns, evaluated_on: evaluatedOn, as_of: asOf });
}

/**
 * What was found of one indicator; without a text and a number nothing is kept of it.
 * @throws Refusal `conflict`, `evaluation_not_draft`, `not_allowed`, `indicator_unknown`, `indicator_unnamed`
 */
export function setLine(write: Write, actor: Actor, input: Given<typeof evaluation.setLine>) {
  const row = requireDraft(write, actor, input);
  const indicator = indicatorsOf(write, write.office, row.phase).find(({ id }) => id === input.indicator);
  ensure(indicator, 'indicator_unknown');
  const { id, name, list, listName, figure, place } = indicator;
  ensure(name !== null, 'indicator_unnamed', { list: listName });
  const written = { text: input.text, evidence_number: input.evidenceNumber };
  const deleted = input.text === null && input.evidenceNumber === null ? 1 : 0;
  const line = linesOf(write, row.pk).find((one) => one.indicator === id);
  if (line) updateRow(write, 'evaluation_line', line.pk, { ...written, deleted });
  else if (!deleted) {
    insertRow(write, 'evaluation_line', write.newId(), {
      ...{ evaluation: row.pk, indicator: id, place, list, name, figure, ...written },
      list_name: listName,
    });
  }
  write.record({ indicator: id });
  return touch(write, actor, row, {});
}

/** Throws a draft away with all that was written in it. @throws Refusal as `setLine` */
export function removeEvaluation(write: Write, actor: Actor, input: Given<typeof evaluation.remove>) {
  const row = requireDraft(write, actor, input);
  // another draft may stand in its place by the time that somebody would take this back
  write.undo.refuse('undo_not_possible');
  return touch(write, actor, row, { deleted: 1 });
}

/** @throws Refusal `not_found` */
export function findEvaluation(write: Write, id: string): EvaluationRow {
  return findRow<EvaluationRow>(write, 'evaluation', write.office, id);
}

/** The draft that an account is about to write in. @throws Refusal `conflict`, `evaluation_not_draft`, `not_allowed` */
export function requireDraft(
  write: Write,
  actor: Actor,
  { id, rev }: { readonly id: string; readonly rev: number },
): EvaluationRow {
  const row = findEvaluation(write, id);
  guardVersion(write, row, rev);
  ensure(row.state === 'draft', 'evaluation_not_draft', { register: 'evaluation', state: row.state });
  requireWriter(actor, row.level);
  return row;
}

/** Every write in a draft gives the draft a new version, and its author with it. */
export function touch(
  write: Write,
  actor: Actor,
  row: EvaluationRow,
  columns: Readonly<Record<string, string | number | null>>,
): Pick<StoredRow, 'id' | 'rev'> {
  const authors = JSON.stringify([...new Set([...authorsOf(row), actor.account])]);
  updateRow(write, 'evaluation', row.pk, { ...columns, authors });
  write.record({ evaluation: row.id });
  return { id: row.id, rev: write.rev };
}

/** Surrogates of the accounts that wrote in it. */
export function authorsOf({ authors }: EvaluationRow): number[] {
  return JSON.parse(authors) as number[];
}

function requireWriter({ roles }: Actor, level: EvaluationLevel): void {
  const needs = writersOf(level);
  ensure(
    roles.some((role) => needs.includes(role)),
    'not_allowed',
    { needs: [...needs] },
  );
}

function checkDays(write: Write, phase: string, on: CalendarDate, asOf: CalendarDate): void {
  const { beginsOn } = requirePhase(write, write.office, phase);
  ensure(on <= write.today, 'evaluation_day_ahead', { on, today: write.today });
  ensure(on >= beginsOn, 'evaluation_before_phase', { on, from: beginsOn });
  ensure(asOf <= on, 'evaluation_as_of_late', { asOf, on });
}
