import type { Core } from '../../state/core.ts';
import type { Action } from './actions-queries.ts';

type UpdateInput = Parameters<Core['actions']['update']>[0];

/** What an update says when nothing is changed. */
export function inputOfAction(action: Action): UpdateInput {
  const { id, rev, unit, evidenceNumber, sessions, note } = action;
  return { id, rev, unit, evidenceNumber, sessions, note, dueOn: action.dueOn as UpdateInput['dueOn'] };
}
