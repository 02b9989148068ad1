import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Write } from '../store/handles.ts';
import { asFeedback, type Feedback } from './feedback-shown.ts';
import { feedbackToUs, noteAnswer } from './feedback-sql.ts';

/**
 * 已阅: somebody read what the group remarked, and may answer it. Said again, the last answer stands; the group is
 * told with the next report.
 * @throws Refusal `not_found`
 */
export function readRemark(
  write: Write,
  { id, reply }: { readonly id: string; readonly reply?: string | undefined },
): Feedback {
  write.undo.refuse('undo_not_possible');
  const row = feedbackToUs(write, write.office, id);
  ensure(row?.kind === 'remark', 'not_found', { register: 'feedback' });
  const { state, outcome } = row;
  noteAnswer(write, row.pk, { state, outcome, reply: reply ?? null, readOn: row.read_on ?? write.today });
  write.record({ remark: id, reply: reply ?? null });
  const read = feedbackToUs(write, write.office, id);
  ensure(read, 'internal');
  return asFeedback(read);
}
