import {
  EVALUATION_LEVELS,
  EVALUATION_VERDICTS,
  ORDER_KINDS,
} from '../../shared/vocabulary/evaluation-words.ts';
import { FIGURE_IDS } from '../../shared/vocabulary/words.ts';
import type {
  EvaluationLineRecord,
  EvaluationOrderRecord,
  EvaluationRecord,
  OrderAnswerRecord,
  ReportedEvaluation,
} from '../registers/evaluation/evaluation-exchange.ts';
import { PART_LENGTH } from '../registers/text-parts.ts';
import type { WeeklyRecord } from '../registers/weekly-reports/weekly-reports-exchange.ts';
import { uuid, words } from './cell-kinds.ts';
import { type Columns, day, flag, integer, nullable, oneOf, revision, text } from './columns.ts';

/** What was once found: texts of up to 100, 500 or 1000 characters as they were typed; normalising can make three of one. */
const short = words(300);
const count = integer(0, Number.MAX_SAFE_INTEGER);

/** Of a group's evaluation of an office, in a feedback bundle. */
export const evaluationColumns: Columns<EvaluationRecord> = {
  id: uuid,
  phase: words(64),
  round: integer(1, 10_000),
  level: oneOf(EVALUATION_LEVELS),
  evaluatedOn: day,
  asOf: day,
  by: nullable(short),
  documentNumber: nullable(short),
  verdict: nullable(oneOf(EVALUATION_VERDICTS)),
  deadline: nullable(day),
  state: oneOf(['frozen', 'withdrawn'] as const),
  remark: nullable(words(1500)),
};

/** Of an office's own, in a report. */
export const reportedEvaluationColumns: Columns<ReportedEvaluation> = {
  ...evaluationColumns,
  frozenRev: revision,
};

export const evaluationLineColumns: Columns<EvaluationLineRecord> = {
  id: uuid,
  evaluation: uuid,
  place: integer(0, 10_000),
  indicator: words(64),
  list: words(64),
  listName: words(600),
  name: words(600),
  figure: nullable(oneOf(FIGURE_IDS)),
  numerator: nullable(count),
  denominator: nullable(count),
  text: nullable(words(3000)),
  evidenceNumber: nullable(short),
};

export const evaluationOrderColumns: Columns<EvaluationOrderRecord> = {
  id: uuid,
  evaluation: uuid,
  place: integer(0, 10_000),
  kind: oneOf(ORDER_KINDS),
  subject: nullable(uuid),
  text: words(1500),
  deadline: day,
  doneOn: nullable(day),
  document: nullable(short),
};

/** What an office says of the group's orders. */
export const orderAnswerColumns: Columns<OrderAnswerRecord> = {
  id: uuid,
  takenRev: revision,
  doneOn: nullable(day),
  document: nullable(short),
};

export const weeklyReportColumns: Columns<WeeklyRecord> = {
  id: uuid,
  part: integer(0, 1_000),
  weekBeginsOn: day,
  version: integer(1, 10_000),
  asOf: day,
  reason: nullable(short),
  content: text(PART_LENGTH),
  deleted: flag,
};
