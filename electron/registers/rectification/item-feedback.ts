import { itemMachine } from '../../../shared/rules/item-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { ItemSource } from '../../../shared/vocabulary/words.ts';
import type { Write } from '../../store/handles.ts';
import { insertRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { carryOut, judgeStep, type Moved, type Step } from './item-life.ts';
import { findItem, itemOfFeedback, lastSteps } from './rectification-sql.ts';

/** What the group says of an item as it saw it; the county's ledger carries it out while importing. */
export interface ItemFeedback {
  readonly feedbackId: string;
  /** Id of the item spoken of, and its rev when it was spoken of. */
  readonly subject: string;
  readonly subjectRev: number;
  /** The group's day; held between the item's last move and today, as clocks of two offices run apart. */
  readonly on?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

/** 未适用 is an answer, not an error: the row is kept with its reason, and the rest of the bundle applies. */
export type FeedbackOutcome =
  | ({ readonly applied: true } & Moved)
  | { readonly applied: false; readonly reason: ErrorCode };

export interface NewFeedbackItem {
  readonly feedbackId: string;
  readonly problem: string;
  readonly source: Extract<ItemSource, 'groupFeedback' | 'higherSupervision'>;
  readonly category?: string | null | undefined;
  readonly dueOn?: CalendarDate | null | undefined;
  readonly on?: CalendarDate | undefined;
}

/** The group speaks through its leader, whoever imports the bundle. */
const GROUP: Actor = { account: 0, roles: ['leader'], singleAccount: false };

/**
 * An item that came as feedback: it stands 已下达, numbered and counted, before it has measures and owner,
 * and whatever its deadline was when the bundle at last arrived. One feedback row makes one item.
 */
export function issueFromFeedback(write: Write, from: NewFeedbackItem): FeedbackOutcome {
  if (itemOfFeedback(write, write.office, from.feedbackId)) return { applied: false, reason: 'item_exists' };
  const id = write.newId();
  insertRow(write, 'rectification_item', id, {
    source: from.source,
    category: from.category ?? null,
    problem: from.problem,
    due_on: from.dueOn ?? null,
    feedback: from.feedbackId,
    state: itemMachine.initial,
  });
  const outcome = applyFeedback(write, 'issue', { ...from, subject: id, subjectRev: write.rev });
  // the draft must not stay behind alone: the whole import fails rather than that
  ensure(outcome.applied, 'internal');
  return outcome;
}

/** 确认: closes an item in 待市级复核. */
export function confirmFromFeedback(write: Write, said: ItemFeedback): FeedbackOutcome {
  return applyFeedback(write, 'confirm', said);
}

/** 退回返工 with its new deadline, which is an extension. */
export function reworkFromFeedback(
  write: Write,
  said: ItemFeedback & { readonly newDueOn: CalendarDate },
): FeedbackOutcome {
  return applyFeedback(write, 'returnForRework', said);
}

/** 重启 of a closed item. */
export function reopenFromFeedback(write: Write, said: ItemFeedback): FeedbackOutcome {
  return applyFeedback(write, 'reopen', said);
}

type Said = ItemFeedback & { readonly newDueOn?: CalendarDate | undefined };

function applyFeedback(write: Write, move: Step['move'], said: Said): FeedbackOutcome {
  const row = findItem(write, write.office, said.subject);
  if (!row) return { applied: false, reason: 'not_found' };
  if (row.rev !== said.subjectRev) return { applied: false, reason: 'conflict' };
  const { reason, newDueOn, feedbackId: feedback } = said;
  const on = dayWithin(said.on ?? write.today, lastSteps(write, row.pk).last, write.today);
  const step: Step = { move, on, reason, newDueOn, feedback };
  const verdict = judgeStep(write, GROUP, row, step);
  if (!verdict.allowed) return { applied: false, reason: verdict.code };
  return { applied: true, ...carryOut(write, GROUP, row, step, verdict) };
}

function dayWithin(day: CalendarDate, first: CalendarDate | null, last: CalendarDate): CalendarDate {
  if (day > last) return last;
  return first !== null && day < first ? first : day;
}
