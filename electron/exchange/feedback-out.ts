import type { Tables } from '../bundle/tables.ts';
import type { Readable } from '../store/handles.ts';
import { packRows } from './columns.ts';
import { releasedFeedback } from './feedback-sql.ts';
import { feedbackColumns } from './feedback-tables.ts';

export interface FeedbackScope {
  /** Surrogate of the own office, the group. */
  readonly group: number;
  readonly target: number;
  /** Rows touched after this revision leave; 0 for all. */
  readonly after: number;
}

/** Everything released for one office. */
export function gatherFeedback(db: Readable, { group, target, after }: FeedbackScope): Tables {
  const rows = releasedFeedback(db, group, target, after).map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    subjectRev: row.subject_rev,
    category: row.category,
    problem: row.problem,
    dueOn: row.due_on,
    reason: row.reason,
    on: row.released_on,
    rev: row.rev,
  }));
  return new Map([['feedback', packRows(feedbackColumns, rows)]]);
}
