import type { Tables } from '../bundle/tables.ts';
import type { Readable } from '../store/handles.ts';
import { packRows } from './columns.ts';
import { gatherGroupEvaluations } from './evaluation-rows.ts';
import { releasedFeedback } from './feedback-sql.ts';
import { feedbackColumns, templateColumns } from './feedback-tables.ts';
import { templatesOf } from './templates.ts';

export interface FeedbackScope {
  /** Surrogate of the own office, the group. */
  readonly group: number;
  readonly target: number;
  /** Rows touched after this revision leave; 0 for all. */
  readonly after: number;
}

/** Everything released for one office. */
export function gatherFeedback(db: Readable, { group, target, after }: FeedbackScope): Tables {
  const released = releasedFeedback(db, group, target, after);
  const rows = released.map((row) => ({
    id: row.id,
    kind: row.kind,
    register: row.register,
    subject: row.subject,
    subjectRev: row.subject_rev,
    field: row.field,
    category: row.category,
    problem: row.problem,
    dueOn: row.due_on,
    reason: row.reason,
    on: row.released_on,
    rev: row.rev,
  }));
  const evaluations = gatherGroupEvaluations(db, { owner: group, target, after });
  const templates = packRows(templateColumns, templatesOf(db, group, released));
  return new Map([
    ['feedback', packRows(feedbackColumns, rows)],
    ...(templates.rows > 0 ? ([['template', templates]] as const) : []),
    ...evaluations,
  ]);
}
