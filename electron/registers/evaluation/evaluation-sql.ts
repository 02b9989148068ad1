import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type {
  EvaluationLevel,
  EvaluationState,
  EvaluationVerdict,
} from '../../../shared/vocabulary/evaluation-words.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
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
  readonly frozen_rev: number | null;
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
    `SELECT * FROM evaluation WHERE office = ? AND phase = ? AND deleted = 0
     ORDER BY round, CASE level WHEN 'own' THEN 1 WHEN 'office' THEN 2 WHEN 'group' THEN 3 ELSE 4 END, pk`,
    office,
    phase,
  );
}

/** Lines of a phase's evaluations, in the order of its lists. */
export function linesOfPhase(db: Readable, office: number, phase: string): LineRow[] {
  return db.all<LineRow>(
    `SELECT line.* FROM evaluation_line AS line JOIN evaluation ON evaluation.pk = line.evaluation
     WHERE evaluation.office = ? AND evaluation.phase = ? AND evaluation.deleted = 0 AND line.deleted = 0
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
     WHERE office = ? AND deleted = 0 AND state <> 'withdrawn' GROUP BY phase`,
    office,
  );
  return new Map(rows.map(({ phase, count }) => [phase, count]));
}
