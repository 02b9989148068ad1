import { ensure } from '../../shared/vocabulary/refusal.ts';
import { type FeedbackFate, isFieldOf } from '../../shared/vocabulary/remark-fields.ts';
import type { FeedbackState } from '../../shared/vocabulary/words.ts';
import type { Tables } from '../bundle/tables.ts';
import { recordGroupsMove, whyNotTakenUp } from '../registers/evaluation/evaluation-arrival.ts';
import { reopenFromGroup } from '../registers/periods/period-feedback.ts';
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
import { takeUpEvaluations } from './evaluation-rows.ts';
import { setFound } from './feedback-echo-sql.ts';
import { type FeedbackLine, LINES_TOLD, lineOfFeedback, stateSpokenOf } from './feedback-lines.ts';
import { type FeedbackRow, feedbackById, noteAnswer } from './feedback-sql.ts';
import { type FeedbackRecord, feedbackColumns, saidColumns } from './feedback-tables.ts';
import { templateById } from './template-sql.ts';
import { putTemplates } from './templates.ts';

export interface FeedbackCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of the added: kept and reported back, without effect on what they speak of. */
  readonly notApplicable: number;
  /** What became of each row, the first of them. */
  readonly feedback: readonly FeedbackLine[];
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
  const lines: FeedbackLine[] = [];
  const counts = sumOf(
    { ...takeUpEvaluations(write, { group, headRev, tables }, evaluationsSpokenOf(rows)), notApplicable: 0 },
    putTemplates(write, group, tables, headRev),
  );
  for (const row of rows) {
    const before = stateSpokenOf(write, write.office, row);
    const { fate, why } = takeIn(write, group, row);
    counts[fate === 'unchanged' ? 'unchanged' : 'added'] += 1;
    if (fate === 'notApplicable') counts.notApplicable += 1;
    if (lines.length < LINES_TOLD) lines.push(lineOfFeedback(write, group, row, { fate, why, before }));
  }
  return { ...counts, feedback: lines };
}

function sumOf<Counts extends { added: number; unchanged: number }>(
  counts: Counts,
  more: Pick<Counts, 'added' | 'unchanged'>,
): Counts {
  return { ...counts, added: counts.added + more.added, unchanged: counts.unchanged + more.unchanged };
}

interface Done {
  readonly fate: FeedbackFate;
  readonly why: string | null;
}

function takeIn(write: Write, group: number, row: FeedbackRecord): Done {
  const held = feedbackById(write, group, row.id);
  if (held) return { fate: 'unchanged', why: metAgain(write, group, held, row) };
  const outcome = takeUp(write, group, row);
  keep(write, group, row, outcome);
  if (!outcome.applied) return { fate: 'notApplicable', why: outcome.reason };
  return { fate: row.kind === 'template' ? 'waiting' : 'applied', why: null };
}

/** @returns why it took no effect. What the group had lost is not missing there any more. */
function metAgain(write: Write, group: number, held: FeedbackRow, row: FeedbackRecord): string | null {
  if (held.missing_rev === null) return held.outcome;
  setFound(write, held.pk, row.on);
  if (held.kind !== 'evaluation' || held.outcome !== null) return held.outcome;
  const outcome = whyNotTakenUp(write, group, held.subject ?? '');
  if (outcome) noteAnswer(write, held.pk, { state: 'notApplicable', outcome, reply: null, readOn: null });
  return outcome;
}

type TakenUp = { readonly applied: true } | Exclude<FeedbackOutcome, { readonly applied: true }>;

function takeUp(write: Write, group: number, row: FeedbackRecord): TakenUp {
  if (row.kind === 'remark') return kept(row);
  if (row.kind === 'template') return laidBefore(write, group, row);
  if (row.kind === 'evaluation') return takeUpWord(write, group, row);
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
  if (row.kind === 'reopenPeriod') return reopenFromGroup(write, said);
  if (row.kind === 'reopen') return reopenFromFeedback(write, said);
  return reworkFromFeedback(write, { ...said, newDueOn: required(row.dueOn, 'dueOn') });
}

/** A remark changes nothing but that it is there. @throws Refusal for a field that what it speaks of has not */
function kept({ field, register }: FeedbackRecord): TakenUp {
  const fits = field === null || isFieldOf(register ?? 'item', field);
  ensure(fits, 'bundle_row_invalid', { register: 'feedback', column: 'field' });
  return { applied: true };
}

/** Somebody of the office decides on it later. */
function laidBefore(write: Write, group: number, row: FeedbackRecord): TakenUp {
  const template = templateById(write, group, required(row.subject, 'subject'));
  ensure(template, 'bundle_row_invalid', { register: 'feedback', column: 'subject' });
  return { applied: true };
}

/** The evaluation itself lies in tables of its own: the row says that it was released, or why it was withdrawn. */
function takeUpWord(write: Write, group: number, row: FeedbackRecord): TakenUp {
  const evaluation = required(row.subject, 'subject');
  const reason = recordGroupsMove(write, group, { ...row, evaluation });
  return reason === null ? { applied: true } : { applied: false, reason };
}

function evaluationsSpokenOf(rows: readonly FeedbackRecord[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ kind, subject }) => (kind === 'evaluation' && subject ? [subject] : [])));
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
      ...saidColumns(row),
      state: stateOf(row, outcome),
      outcome: outcome.applied ? null : outcome.reason,
      released_on: row.on,
      received_rev: write.rev,
      drafted_by: 0,
    },
  });
}

/** A template waits for its decision, which is what is reported back. */
function stateOf({ kind }: FeedbackRecord, { applied }: TakenUp): FeedbackState {
  if (!applied) return 'notApplicable';
  return kind === 'template' ? 'released' : 'applied';
}

function required<Value>(value: Value | null, column: string): Value {
  ensure(value !== null, 'bundle_row_invalid', { register: 'feedback', column });
  return value;
}
