import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { ItemState } from '../../shared/vocabulary/words.ts';
import type { Actor } from '../registers/actor.ts';
import {
  confirmFromFeedback,
  type FeedbackOutcome,
  reworkFromFeedback,
} from '../registers/rectification/item-feedback.ts';
import {
  draftItem,
  extendItem,
  moveItem,
  updateItem,
} from '../registers/rectification/rectification-register.ts';
import type { Write } from '../store/handles.ts';
import type { PlannedItem, PlannedStep } from './item-plan.ts';
import { STEP_REASONS } from './rectification-words.ts';
import type { DraftIds } from './write-filings.ts';
import { idAt, type StaffIds } from './write-staff.ts';

/**
 * Writes items one after the other, in the order of their issue; steps after today are not taken.
 * @param drafts of the filings, at their indices in the plan
 * @returns a writer that says whether there was an item to write: one whose filing is not in yet has none
 */
export function itemWriter(ids: StaffIds, drafts: readonly (DraftIds | null)[]) {
  const known: Known = { lasting: null, closed: [] };
  return (write: Write, actor: Actor, item: PlannedItem): boolean => {
    const draft = item.from ? drafts[item.from[0]]?.[item.from[1]] : null;
    if (item.from && !draft) return false;
    const fields = fieldsOf(ids, item, known);
    const { id } = draft ? updateItem(write, { ...draft, ...fields }) : draftItem(write, fields);
    if (item.issuedOn === null || item.issuedOn > write.today) return true;
    let { state } = moveItem(write, actor, { id, rev: write.rev, move: 'issue', on: item.issuedOn });
    for (const step of item.steps) {
      if (step.on > write.today) break;
      state = takeStep(write, actor, id, item, step, known) ?? state;
    }
    if (LASTING.includes(state)) known.lasting = id;
    if (state === 'closed') known.closed.push({ id, on: item.steps.at(-1)?.on ?? item.issuedOn });
    return true;
  };
}

type ItemFields = Parameters<typeof draftItem>[1];

interface Known {
  /** The last item that others can be merged into. */
  lasting: string | null;
  /** Items closed, and when: later ones can repeat them. */
  readonly closed: { readonly id: string; readonly on: CalendarDate }[];
}

const LASTING: readonly ItemState[] = ['inProgress', 'officeReview', 'closed'];

/** @returns the state it leads to, when that is another one */
function takeStep(
  write: Write,
  actor: Actor,
  id: string,
  item: PlannedItem,
  { move, on, newDueOn }: PlannedStep,
  known: Known,
): ItemState | undefined {
  const { rev } = write;
  const said = { feedbackId: write.newId(), subject: id, subjectRev: rev, on };
  if (move === 'confirm') return applied(confirmFromFeedback(write, said));
  if (newDueOn === null) {
    if (move === 'merge' && known.lasting === null) return undefined;
    return moveItem(write, actor, { id, rev, move, on, ...detailsOf(item, move, known) }).state;
  }
  if (move === 'returnForRework')
    return applied(reworkFromFeedback(write, { ...said, reason: STEP_REASONS.returnForRework, newDueOn }));
  extendItem(write, actor, { id, rev, on, dueOn: newDueOn, reason: STEP_REASONS.extend });
  return undefined;
}

function applied(outcome: FeedbackOutcome): ItemState {
  ensure(outcome.applied, 'internal');
  return outcome.state;
}

function detailsOf({ evidenceNumber }: PlannedItem, move: PlannedStep['move'], { lasting }: Known) {
  const reason = Object.entries(STEP_REASONS).find(([known]) => known === move)?.[1];
  return {
    ...(reason && { reason }),
    ...(move === 'apply' && { evidenceNumber }),
    ...(move === 'merge' && lasting !== null && { mergedInto: lasting }),
  };
}

function fieldsOf(ids: StaffIds, item: PlannedItem, { closed }: Known): ItemFields {
  const { source, category, problem, measures, leader, owner, dueOn, issuedOn } = item;
  const before = item.repeats ? closed.findLast(({ on }) => on <= (issuedOn ?? '')) : undefined;
  return {
    source,
    category,
    problem,
    measures,
    leader,
    owner,
    dueOn,
    unit: idAt(ids.units, item.unit),
    repeats: before?.id ?? null,
  };
}
