import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type {
  EvaluationLevel,
  EvaluationState,
  EvaluationVerdict,
} from '../../../shared/vocabulary/evaluation-words.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface EvaluationRow extends StoredRow {
  readonly phase: string;
  readonly round: number;
  readonly level: EvaluationLevel;
  readonly evaluated_on: CalendarDate;
  readonly as_of: CalendarDate;
  readonly by: string | null;
  readonly document_number: string | null;
  readonly verdict: EvaluationVerdict | null;
  readonly deadline: CalendarDate | null;
  readonly state: EvaluationState;
  readonly remark: string | null;
  /** JSON list of account surrogates. */
  readonly authors: string;
  /** Revision of the evaluated office; at a group null until the office has told it. */
  readonly frozen_rev: number | null;
  /** Surrogate of the office that a group's evaluation speaks of; null: of its owner. */
  readonly target: number | null;
  /** Why a group's evaluation was not taken up at the office. */
  readonly outcome: ErrorCode | null;
}

/** Surrogate of the office whose phase was evaluated, by whomever. */
export function evaluatedOffice({ target, office }: Pick<EvaluationRow, 'target' | 'office'>): number {
  return target ?? office;
}

export interface LineRow extends StoredRow {
  readonly evaluation: number;
  readonly place: number;
  readonly indicator: string;
  readonly list: string;
  readonly list_name: string;
  readonly name: string;
  readonly figure: FigureId | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly text: string | null;
  readonly evidence_number: string | null;
}

/** Every evaluation of a phase, withdrawn ones too, in the order in which they follow each other. */
export function evaluationsOf(db: Readable, office: number, phase: string): EvaluationRow[] {
  return db.all<EvaluationRow>(
    `SELECT * FROM evaluation
     WHERE coalesce(target, office) = ? AND phase = ? AND deleted = 0 AND outcome IS NULL
     ORDER BY round, CASE level WHEN 'own' THEN 1 WHEN 'office' THEN 2 WHEN 'group' THEN 3 ELSE 4 END, pk`,
    office,
    phase,
  );
}

/** Lines of a phase's evaluations, in the order of its lists. */
export function linesOfPhase(db: Readable, office: number, phase: string): LineRow[] {
  return db.all<LineRow>(
    `SELECT line.* FROM evaluation_line AS line JOIN evaluation ON evaluation.pk = line.evaluation
     WHERE coalesce(evaluation.target, evaluation.office) = ? AND evaluation.phase = ?
       AND evaluation.deleted = 0 AND line.deleted = 0
     ORDER BY line.place, line.pk`,
    office,
    phase,
  );
}

export function linesOf(db: Readable, evaluation: number): LineRow[] {
  return db.all<LineRow>(
    'SELECT * FROM evaluation_line WHERE evaluation = ? AND deleted = 0 ORDER BY place, pk',
    evaluation,
  );
}

/** How many evaluations stand in each phase. */
export function countByPhase(db: Readable, office: number): ReadonlyMap<string, number> {
  const rows = db.all<{ phase: string; count: number }>(
    `SELECT phase, count(*) AS count FROM evaluation
     WHERE coalesce(target, office) = ? AND deleted = 0 AND outcome IS NULL AND state <> 'withdrawn'
     GROUP BY phase`,
    office,
  );
  return new Map(rows.map(({ phase, count }) => [phase, count]));
}

export interface GroupFilter {
  readonly state: EvaluationState | null;
}

export type GroupEvaluation = EvaluationRow & { readonly target_id: string; readonly target_name: string };

/** What the own office, a group, wrote of its offices: drafts first, then the newest. Closed books have no place in it. */
export function groupEvaluations(
  db: Readable,
  { state }: GroupFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): GroupEvaluation[] {
  return db.all<GroupEvaluation>(
    `SELECT evaluation.*, spoken.id AS target_id, spoken.name AS target_name ${OF_GROUP}
     ORDER BY evaluation.state <> 'draft', evaluated_on DESC, evaluation.pk DESC LIMIT ?3 OFFSET ?4`,
    OWN_OFFICE,
    state,
    limit,
    offset,
  );
}

export function countGroupEvaluations(db: Readable, { state }: GroupFilter): number {
  const sql = `SELECT count(*) AS count ${OF_GROUP}`;
  return db.get<{ count: number }>(sql, OWN_OFFICE, state)?.count ?? 0;
}

const OF_GROUP = `
  FROM evaluation JOIN office AS spoken ON spoken.pk = evaluation.target AND spoken.book_of IS NULL
  WHERE evaluation.office = ?1 AND evaluation.deleted = 0 AND (?2 IS NULL OR evaluation.state = ?2)`;
