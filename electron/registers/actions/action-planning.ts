import type { actions } from '../../../shared/contract/actions.ts';
import type { Given } from '../../../shared/contract/base.ts';
import { actionMachine } from '../../../shared/rules/action-moves.ts';
import {
  type HeldOccurrence,
  type Occurrence,
  occurrences,
  type PlanSteps,
  planSteps,
} from '../../../shared/rules/action-plan.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import { currentCampaign } from '../campaign/campaign-register.ts';
import { type ActionRow, allActions } from './actions-sql.ts';

/** What `plan` would do now, and the version of the campaign that it follows from. */
export function planPreview(db: Readable, office: number) {
  const { rev, steps } = worked(db, office);
  return { campaign: rev, ...told(steps) };
}

/** Makes the occurrences that the campaign asks for. @throws Refusal `conflict` when it has changed since */
export function plan(write: Write, input: Given<typeof actions.plan>) {
  const { rev, steps } = worked(write, write.office);
  ensure(rev === input.campaign, 'conflict', { expected: input.campaign, found: rev });
  for (const one of steps.added) {
    const state = actionMachine.initial;
    insertRow(write, 'action_instance', write.newId(), { ...columns(one), state });
  }
  for (const { held, to } of steps.changed) updateRow(write, 'action_instance', held.pk, columns(to));
  for (const { pk } of steps.removed) updateRow(write, 'action_instance', pk, { deleted: 1 });
  write.record({
    added: steps.added.length,
    changed: steps.changed.length,
    removed: steps.removed.length,
  });
  return { rev: write.rev, ...told(steps) };
}

type Held = HeldOccurrence & { readonly pk: number };

function worked(db: Readable, office: number): { rev: number; steps: PlanSteps<Held> } {
  const { rev, content } = currentCampaign(db, office);
  const held = allActions(db, office).filter(({ ordinal }) => ordinal > 0);
  return { rev, steps: planSteps(occurrences(content.actions, content.phases), held.map(heldOf)) };
}

function told({ added, changed, removed, kept, unchanged }: PlanSteps<Held>) {
  return {
    added: added.map((one) => line(one, null)),
    changed: changed.map(({ held, to }) => line(to, held)),
    removed: removed.map((one) => line(one, one)),
    kept: kept.map(({ held, to }) => line(to ?? held, held)),
    unchanged,
  };
}

function line(
  { definition, phase, name, ordinal, month, fromOn, dueOn }: Occurrence,
  was: Occurrence | null,
) {
  return {
    ...{ definition, phase, name, ordinal, month, fromOn, dueOn },
    was: was && { fromOn: was.fromOn, dueOn: was.dueOn },
  };
}

function heldOf(row: ActionRow): Held {
  const { pk, definition, phase, origin, meeting, name, ordinal, month } = row;
  return {
    ...{ pk, definition, phase, origin, meeting, name, ordinal, month },
    fromOn: row.from_on,
    dueOn: row.due_on,
    touched: row.touched === 1,
  };
}

function columns({ definition, phase, origin, meeting, name, ordinal, month, fromOn, dueOn }: Occurrence) {
  return {
    ...{ definition, phase, origin, meeting, name, ordinal, month },
    from_on: fromOn,
    due_on: dueOn,
  };
}
