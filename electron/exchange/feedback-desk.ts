import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { RemarkRegister, TemplateKind } from '../../shared/vocabulary/remark-fields.ts';
import type { FeedbackKind } from '../../shared/vocabulary/words.ts';
import type { Actor } from '../registers/actor.ts';
import { categoryId } from '../registers/campaign/categories.ts';
import type { Readable, Write } from '../store/handles.ts';
import { guardVersion, insertRow, updateRow } from '../store/rows.ts';
import { asFeedback, type Feedback } from './feedback-shown.ts';
import { type FeedbackRow, feedbackById, shownFeedback } from './feedback-sql.ts';
import { requireWords, type SaidWords, subjectOf } from './feedback-subjects.ts';
import { partyByOffice } from './parties.ts';
import { discardTemplate, draftTemplate } from './templates.ts';

export interface FeedbackDraft extends SaidWords {
  /** Surrogates of the offices it is meant for. */
  readonly targets: readonly number[];
  readonly kind: Exclude<FeedbackKind, 'evaluation'>;
  readonly register?: RemarkRegister | undefined;
  readonly subject?: string | undefined;
  readonly template?: { readonly kind: TemplateKind; readonly action?: string | undefined } | undefined;
}

/**
 * A member (经办) drafts what the group says to one office or to several; it rests on the item, session, period …
 * as the group's books have it.
 * @throws Refusal `party_unknown`, `missing_field`, `not_found`, `move_not_allowed`, `category_unknown`,
 *   `exchange_direction` for what another group has no register for
 */
export function draftFeedback(write: Write, draft: FeedbackDraft): Feedback & { ids: string[] } {
  const { kind, targets } = draft;
  ensure(targets.length > 0, 'missing_field', { field: 'office' });
  for (const target of targets) refuseStranger(write, target);
  requireWords(draft, { kind, register: draft.register ?? null });
  const template = kind === 'template' ? draftTemplate(write, draft.template) : null;
  const ids = targets.map((target) => draftOne(write, target, draft, template));
  write.record({ feedback: ids, kind });
  const [first] = ids;
  const newest = shownFeedback(write, write.office, first ?? '');
  ensure(newest, 'internal');
  return { ...asFeedback(newest), ids };
}

function draftOne(
  write: Write,
  target: number,
  draft: FeedbackDraft,
  template: { id: string; rev: number } | null,
): string {
  const subject = template ?? subjectOf(write, { ...draft, target });
  const id = write.newId();
  const isOther = draft.kind === 'remark' && subject !== null && draft.register !== 'item';
  insertRow(write, 'feedback', id, {
    target,
    kind: draft.kind,
    register: isOther ? (draft.register ?? null) : null,
    subject: subject?.id ?? null,
    subject_rev: subject?.rev ?? null,
    ...columnsOf(write, draft),
    state: 'draft',
    drafted_by: write.account,
  });
  return id;
}

/** Of a group that reports to us we have figures, and no register to speak of. */
function refuseStranger(db: Readable, target: number): void {
  const party = partyByOffice(db, target);
  ensure(party?.relation === 'child', 'party_unknown');
  ensure(party.keys.kind === 'office', 'exchange_direction');
}

/**
 * What a draft says is written anew; what it speaks of stays.
 * @throws Refusal `not_found`, `conflict`, `move_not_allowed` for what is no draft, `missing_field`, `category_unknown`
 */
export function editFeedback(
  write: Write,
  { id, rev, ...words }: SaidWords & { readonly id: string; readonly rev: number },
): Feedback {
  const row = requireDraft(write, id, 'edit');
  guardVersion(write, row, rev);
  requireWords(words, row);
  updateRow(write, 'feedback', row.pk, { ...columnsOf(write, words), drafted_by: write.account });
  write.record({ feedback: id });
  const edited = shownFeedback(write, write.office, id);
  ensure(edited, 'internal');
  return asFeedback(edited);
}

/** @throws Refusal `not_found`, `move_not_allowed` for what is no draft */
export function deleteFeedback(write: Write, ids: readonly string[]): number {
  for (const id of ids) {
    const row = requireDraft(write, id, 'delete');
    updateRow(write, 'feedback', row.pk, { deleted: 1 });
    if (row.kind === 'template' && row.subject) discardTemplate(write, row.subject);
  }
  write.record({ deleted: [...ids] });
  return ids.length;
}

/**
 * The leader (组长) releases drafts; only then do they leave.
 * @throws Refusal `not_found`, `move_not_allowed` for what is no draft, `same_account`
 */
export function releaseFeedback(write: Write, actor: Actor, ids: readonly string[]): number {
  write.undo.refuse('undo_not_possible');
  for (const id of ids) {
    const row = requireDraft(write, id, 'release');
    ensure(actor.singleAccount || row.drafted_by !== actor.account, 'same_account');
    updateRow(write, 'feedback', row.pk, { state: 'released', released_on: write.today });
  }
  write.record({ released: [...ids] });
  return ids.length;
}

function requireDraft(write: Write, id: string, move: 'edit' | 'delete' | 'release'): FeedbackRow {
  const row = feedbackById(write, write.office, id);
  ensure(row, 'not_found', { register: 'feedback' });
  ensure(row.state === 'draft' && row.kind !== 'evaluation', 'move_not_allowed', { state: row.state, move });
  return row;
}

function columnsOf(write: Write, { field, category, problem, dueOn, reason }: SaidWords) {
  return {
    field: field ?? null,
    category: category ? categoryId(write, write.office, category, 'unit') : null,
    problem: problem ?? null,
    due_on: dueOn ?? null,
    reason: reason ?? null,
  };
}
