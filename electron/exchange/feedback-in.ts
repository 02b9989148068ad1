import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import {
  confirmFromFeedback,
  type FeedbackOutcome,
  issueFromFeedback,
  reopenFromFeedback,
  reworkFromFeedback,
} from '../registers/rectification/item-feedback.ts';
import { reworkSessionFromFeedback } from '../registers/study/study-feedback.ts';
import type { Write } from '../store/handles.ts';
import { putReceivedRow } from '../store/received-rows.ts';
import { unpackRows } from './columns.ts';
import { feedbackById } from './feedback-sql.ts';
import { type FeedbackRecord, feedbackColumns } from './feedback-tables.ts';

export interface FeedbackCounts {
  readonly added: number;
  readonly unchanged: number;
  /** Of the added: kept and reported back, without effect on what they speak of. */
  readonly notApplicable: number;
}

/** Whose feedback it is, and which of its revisions it brings: those after `baseRev`, up to `headRev`. */
interface FeedbackArrival {
  readonly office: number;
  readonly baseRev: number;
  readonly headRev: number;
  readonly tables: Tables;
}

/**
 * Takes up what the group says, in its order. A row that no longer fits what it speaks of is kept as 未适用 with the
 * reason; the rest applies. A row met before changes nothing.
 * @throws Refusal `bundle_row_invalid`, `bundle_newer_register`
 */
export function applyFeedback(
  write: Write,
  { office: group, baseRev, headRev, tables }: FeedbackArrival,
): FeedbackCounts {
  const table = tables.get('feedback');
  const rows = table ? unpackRows(feedbackColumns, 'feedback', table) : [];
  for (const { rev } of rows) {
    ensure(rev > baseRev && rev <= headRev, 'bundle_row_invalid', { register: 'feedback', column: 'rev' });
  }
  const counts = { added: 0, unchanged: 0, notApplicable: 0 };
  for (const row of rows) {
    if (feedbackById(write, group, row.id)) {
      counts.unchanged += 1;
      continue;
    }
    const outcome = takeUp(write, row);
    counts.added += 1;
    if (!outcome.applied) counts.notApplicable += 1;
    keep(write, group, row, outcome);
  }
  return counts;
}

type TakenUp = { readonly applied: true } | Exclude<FeedbackOutcome, { readonly applied: true }>;

function takeUp(write: Write, row: FeedbackRecord): TakenUp {
  if (row.kind === 'remark') return { applied: true };
  if (row.kind === 'item') return issueFromFeedback(write, newItem(row));
  const said = {
    feedbackId: row.id,
    subject: required(row.subject, 'subject'),
    subjectRev: required(row.subjectRev, 'subjectRev'),
    on: row.on ?? undefined,
    reason: row.reason ?? undefined,
  };
  if (row.kind === 'confirm') return confirmFromFeedback(write, said);
  if (row.kind === 'orderRework') return reworkSessionFromFeedback(write, said);
  if (row.kind === 'reopen') return reopenFromFeedback(write, said);
  return reworkFromFeedback(write, { ...said, newDueOn: required(row.dueOn, 'dueOn') });
}

function newItem(row: FeedbackRecord) {
  return {
    feedbackId: row.id,
    problem: required(row.problem, 'problem'),
    source: 'groupFeedback' as const,
    category: row.category,
    dueOn: row.dueOn,
    on: row.on ?? undefined,
  };
}

function keep(write: Write, group: number, row: FeedbackRecord, outcome: TakenUp): void {
  putReceivedRow(write, 'feedback', group, {
    id: row.id,
    rev: row.rev,
    deleted: 0,
    values: {
      target: write.office,
      kind: row.kind,
      subject: row.subject,
      subject_rev: row.subjectRev,
      category: row.category,
      problem: row.problem,
      due_on: row.dueOn,
      reason: row.reason,
      state: outcome.applied ? 'applied' : 'notApplicable',
      outcome: outcome.applied ? null : outcome.reason,
      released_on: row.on,
      received_rev: write.rev,
      drafted_by: 0,
    },
  });
}

function required<Value>(value: Value | null, column: string): Value {
  ensure(value !== null, 'bundle_row_invalid', { register: 'feedback', column });
  return value;
}
