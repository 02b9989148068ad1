import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { FeedbackKind } from '../../shared/vocabulary/words.ts';
import type { Actor } from '../registers/actor.ts';
import { categoryId } from '../registers/campaign/categories.ts';
import { requireItem } from '../registers/rectification/rectification-register.ts';
import { requireReworkable } from '../registers/study/study-feedback.ts';
import type { Readable, Write } from '../store/handles.ts';
import { insertRow, updateRow } from '../store/rows.ts';
import {
  countFeedback,
  type FeedbackFilter,
  type FeedbackRow,
  feedbackById,
  feedbackRows,
} from './feedback-sql.ts';
import { partyByOffice } from './parties.ts';

export interface FeedbackDraft {
  /** Surrogate of the office it is meant for. */
  readonly target: number;
  readonly kind: FeedbackKind;
  readonly subject?: string | undefined;
  readonly category?: string | undefined;
  readonly problem?: string | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

/**
 * A member (经办) drafts what the group says to an office; it rests on the item, or the session, as
 * the group's books have it.
 * @throws Refusal `party_unknown`, `missing_field`, `not_found`, `move_not_allowed`, `category_unknown`
 */
export function draftFeedback(write: Write, draft: FeedbackDraft): Feedback {
  ensure(partyByOffice(write, draft.target)?.keys.kind === 'office', 'party_unknown');
  const subject = subjectOf(write, draft);
  const category = draft.category ? categoryId(write, write.office, draft.category, 'unit') : null;
  const id = write.newId();
  insertRow(write, 'feedback', id, {
    target: draft.target,
    kind: draft.kind,
    subject: subject?.id ?? null,
    subject_rev: subject?.rev ?? null,
    category,
    problem: draft.problem ?? null,
    due_on: draft.dueOn ?? null,
    reason: draft.reason ?? null,
    state: 'draft',
    drafted_by: write.account,
  });
  write.record({ feedback: id, kind: draft.kind });
  const [newest] = feedbackRows(write, { target: draft.target, state: 'draft' }, { offset: 0, limit: 1 });
  ensure(newest, 'internal');
  return asFeedback(newest);
}

/**
 * The leader (组长) releases drafts; only then do they leave.
 * @throws Refusal `not_found`, `move_not_allowed` for what is no draft, `same_account`
 */
export function releaseFeedback(write: Write, actor: Actor, ids: readonly string[]): number {
  write.undo.refuse('undo_not_possible');
  for (const id of ids) {
    const row = feedbackById(write, write.office, id);
    ensure(row, 'not_found', { register: 'feedback' });
    ensure(row.state === 'draft', 'move_not_allowed', { state: row.state, move: 'release' });
    ensure(actor.singleAccount || row.drafted_by !== actor.account, 'same_account');
    updateRow(write, 'feedback', row.pk, { state: 'released', released_on: write.today });
  }
  write.record({ released: [...ids] });
  return ids.length;
}

export function listFeedback(
  db: Readable,
  filter: FeedbackFilter,
  page: { readonly offset: number; readonly limit: number },
) {
  return { total: countFeedback(db, filter), feedback: feedbackRows(db, filter, page).map(asFeedback) };
}

export type Feedback = ReturnType<typeof asFeedback>;

function asFeedback(row: FeedbackRow & { readonly target_id: string }) {
  return {
    id: row.id,
    office: row.target_id,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    problem: row.problem,
    reason: row.reason,
    outcome: row.outcome,
    at: row.changed_at,
  };
}

/** What each kind speaks of, and what it cannot do without; only what waits for the group can be decided. */
function subjectOf(db: Readable, draft: FeedbackDraft): { id: string; rev: number } | null {
  if (draft.kind === 'item') {
    ensure(draft.problem, 'missing_field', { field: 'problem' });
    return null;
  }
  ensure(draft.subject, 'missing_field', { field: 'subject' });
  if (draft.kind === 'orderRework') {
    ensure(draft.reason, 'missing_field', { field: 'reason' });
    return requireReworkable(db, draft.target, draft.subject);
  }
  const found = requireItem(db, draft.target, draft.subject);
  const needs = {
    confirm: 'groupReview',
    returnForRework: 'groupReview',
    reopen: 'closed',
    remark: null,
  } as const;
  const state = needs[draft.kind];
  ensure(state === null || found.state === state, 'move_not_allowed', {
    state: found.state,
    move: draft.kind,
  });
  ensure(draft.kind === 'confirm' || draft.reason, 'missing_field', { field: 'reason' });
  ensure(draft.kind !== 'returnForRework' || draft.dueOn, 'missing_field', { field: 'dueOn' });
  return { id: found.id, rev: found.rev };
}
