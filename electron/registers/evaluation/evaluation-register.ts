import type { Given } from '../../../shared/contract/base.ts';
import type { evaluation } from '../../../shared/contract/evaluation.ts';
import { levelsAt, writersOf } from '../../../shared/rules/evaluation-moves.ts';
import { nextRound } from '../../../shared/rules/evaluation-rounds.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, type StoredRow, updateRow } from '../../store/rows.ts';
import type { EvaluationDesk } from './evaluation-desk.ts';
import { indicatorsOf, requirePhase } from './evaluation-lists.ts';
import { type EvaluationRow, evaluatedOffice, evaluationsOf, linesOf } from './evaluation-sql.ts';

/**
 * A draft of the level's next round.
 * @param office surrogate of the office that is evaluated: the own one, or at a group one of its offices
 * @throws Refusal `phase_unknown`, `wrong_installation`, `not_allowed`, `evaluation_draft_exists`, `evaluation_level_missing`, and as
 *   `updateEvaluation` of its days
 */
export function beginEvaluation(
  write: Write,
  desk: EvaluationDesk,
  office: number,
  input: Given<typeof evaluation.begin>,
) {
  const { phase, level, by, documentNumber } = input;
  requireWriter(desk, level);
  const evaluatedOn = input.evaluatedOn ?? write.today;
  const asOf = input.asOf ?? earlier(evaluatedOn, desk.dataUntil(office));
  checkDays(write, desk, { office, phase, evaluatedOn, asOf });
  const { round, why } = nextRound(evaluationsOf(write, office, phase), level);
  if (why) throw new Refusal(why, { level: 'own', round });
  const id = write.newId();
  insertRow(write, 'evaluation', id, {
    ...{ phase, round, level, by, target: office === write.office ? null : office },
    evaluated_on: evaluatedOn,
    as_of: asOf,
    document_number: documentNumber,
    state: 'draft',
    authors: JSON.stringify([desk.actor.account]),
  });
  write.record({ evaluation: id, phase, round, level });
  return { id, rev: write.rev, round };
}

/**
 * @throws Refusal `conflict`, `evaluation_not_draft`, `not_allowed`, `evaluation_day_ahead`,
 *   `evaluation_as_of_late`, `evaluation_before_phase`, `evaluation_data_missing`, `deadline_before_day`
 */
export function updateEvaluation(write: Write, desk: EvaluationDesk, input: Given<typeof evaluation.update>) {
  const row = requireDraft(write, desk, input);
  const { evaluatedOn, asOf, by, documentNumber, verdict, deadline, remark } = input;
  checkDays(write, desk, { office: evaluatedOffice(row), phase: row.phase, evaluatedOn, asOf });
  ensure(deadline === null || deadline >= evaluatedOn, 'deadline_before_day', {
    due: deadline,
    on: evaluatedOn,
  });
  const columns = { by, document_number: documentNumber, verdict, deadline, remark };
  return touch(write, desk, row, { ...columns, evaluated_on: evaluatedOn, as_of: asOf });
}

/**
 * What was found of one indicator; without a text and a number nothing is kept of it.
 * @throws Refusal `conflict`, `evaluation_not_draft`, `not_allowed`, `indicator_unknown`, `indicator_unnamed`
 */
export function setLine(write: Write, desk: EvaluationDesk, input: Given<typeof evaluation.setLine>) {
  const row = requireDraft(write, desk, input);
  const lists = indicatorsOf(write, evaluatedOffice(row), row.phase);
  const indicator = lists.find(({ id }) => id === input.indicator);
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
  return touch(write, desk, row, {});
}

/** Throws a draft away with all that was written in it. @throws Refusal as `setLine` */
export function removeEvaluation(write: Write, desk: EvaluationDesk, input: Given<typeof evaluation.remove>) {
  const row = requireDraft(write, desk, input);
  // another draft may stand in its place by the time that somebody would take this back
  write.undo.refuse('undo_not_possible');
  return touch(write, desk, row, { deleted: 1 });
}

/** @throws Refusal `not_found` */
export function findEvaluation(write: Write, id: string): EvaluationRow {
  return findRow<EvaluationRow>(write, 'evaluation', write.office, id);
}

/** The draft that an account is about to write in. @throws Refusal `conflict`, `evaluation_not_draft`, `not_allowed` */
export function requireDraft(
  write: Write,
  desk: EvaluationDesk,
  { id, rev }: { readonly id: string; readonly rev: number },
): EvaluationRow {
  const row = findEvaluation(write, id);
  guardVersion(write, row, rev);
  ensure(row.state === 'draft', 'evaluation_not_draft', { register: 'evaluation', state: row.state });
  requireWriter(desk, row.level);
  return row;
}

/** Every write in a draft gives the draft a new version, and its author with it. */
export function touch(
  write: Write,
  { actor }: EvaluationDesk,
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

function requireWriter({ actor, at }: EvaluationDesk, level: EvaluationLevel): void {
  ensure(levelsAt(at).includes(level), 'wrong_installation');
  const needs = writersOf(level, at);
  ensure(
    actor.roles.some((role) => needs.includes(role)),
    'not_allowed',
    { needs: [...needs] },
  );
}

interface Days {
  readonly office: number;
  readonly phase: string;
  readonly evaluatedOn: CalendarDate;
  readonly asOf: CalendarDate;
}

function checkDays(write: Write, desk: EvaluationDesk, { office, phase, evaluatedOn: on, asOf }: Days): void {
  const { beginsOn } = requirePhase(write, office, phase);
  ensure(on <= write.today, 'evaluation_day_ahead', { on, today: write.today });
  ensure(on >= beginsOn, 'evaluation_before_phase', { on, from: beginsOn });
  ensure(asOf <= on, 'evaluation_as_of_late', { asOf, on });
  const dataUntil = desk.dataUntil(office);
  ensure(dataUntil !== null && asOf <= dataUntil, 'evaluation_data_missing', { asOf, dataUntil });
}

function earlier(day: CalendarDate, other: CalendarDate | null): CalendarDate {
  return other !== null && other < day ? other : day;
}
