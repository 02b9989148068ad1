import type { Readable } from '../store/handles.ts';
import { countFeedback, type FeedbackFilter, feedbackRows, type ShownFeedbackRow } from './feedback-sql.ts';

export type Feedback = ReturnType<typeof asFeedback>;

export function listFeedback(
  db: Readable,
  filter: FeedbackFilter,
  page: { readonly offset: number; readonly limit: number },
) {
  return { total: countFeedback(db, filter), feedback: feedbackRows(db, filter, page).map(asFeedback) };
}

export function asFeedback(row: ShownFeedbackRow) {
  return {
    ...saidBy(row),
    rev: row.rev,
    office: row.target_id,
    category: row.category,
    state: row.state,
    outcome: row.outcome,
    releasedOn: row.released_on,
    readOn: row.read_on,
    readBy: row.reader,
    reply: row.reply,
    at: row.changed_at,
  };
}

/** What a row says, and of what. */
export function saidBy(row: ShownFeedbackRow) {
  const { id, kind, subject, field, problem, reason } = row;
  const register = row.register ?? (kind === 'remark' && subject ? ('item' as const) : null);
  return {
    ...{ id, kind, register, subject, field, problem, reason },
    subjectName: row.subject_name,
    dueOn: row.due_on,
  };
}
