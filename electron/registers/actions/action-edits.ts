import type { actions } from '../../../shared/contract/actions.ts';
import type { Given } from '../../../shared/contract/base.ts';
import { actionMachine } from '../../../shared/rules/action-moves.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { currentCampaign } from '../campaign/campaign-register.ts';
import { movesOf } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { findAction, requireSessions } from './action-life.ts';

/** 自选动作 that stands in no campaign. @throws Refusal `phase_unknown`, `action_due_outside_phase`, `not_found` */
export function addOwn(write: Write, input: Given<typeof actions.addOwn>) {
  const { beginsOn } = requireWithin(write, input.phase, input.dueOn);
  const id = write.newId();
  insertRow(write, 'action_instance', id, {
    definition: `own-${id}`,
    phase: input.phase,
    origin: 'own',
    meeting: null,
    name: input.name,
    ordinal: 0,
    month: null,
    from_on: beginsOn,
    due_on: input.dueOn,
    unit: unitOf(write, input.unit),
    note: input.note,
    state: actionMachine.initial,
    touched: 1,
  });
  write.record({ action: id });
  return { id, rev: write.rev };
}

/** @throws Refusal `not_found`, `conflict`, `action_due_outside_phase`, `action_evidence_missing` */
export function updateAction(write: Write, input: Given<typeof actions.update>) {
  const row = findAction(write, input.id);
  guardVersion(write, row, input.rev);
  requireOpenDay(write, row.done_on);
  if (input.dueOn !== row.due_on) requireWithin(write, row.phase, input.dueOn);
  requireSessions(write, row.office, input.sessions);
  const isBare = input.evidenceNumber === null && input.sessions.length === 0;
  ensure(row.state !== 'done' || !isBare, 'action_evidence_missing');
  updateRow(write, 'action_instance', row.pk, {
    due_on: input.dueOn,
    from_on: row.from_on < input.dueOn ? row.from_on : input.dueOn,
    unit: unitOf(write, input.unit),
    evidence_number: input.evidenceNumber,
    sessions: JSON.stringify(input.sessions),
    note: input.note,
    touched: 1,
  });
  write.record({ action: row.id });
  return { id: row.id, rev: write.rev };
}

/** @throws Refusal `not_found`, `conflict`, `action_not_removable` */
export function removeAction(write: Write, input: Given<typeof actions.remove>) {
  const row = findAction(write, input.id);
  guardVersion(write, row, input.rev);
  const moved = movesOf(write, 'action_instance', row.pk).length > 0;
  ensure(row.origin === 'own' && !moved, 'action_not_removable');
  updateRow(write, 'action_instance', row.pk, { deleted: 1 });
  write.record({ action: row.id });
  return { id: row.id, rev: write.rev };
}

function requireWithin(write: Write, phase: string, due: CalendarDate): { beginsOn: CalendarDate } {
  const found = currentCampaign(write, write.office).content.phases.find(({ id }) => id === phase);
  ensure(found, 'phase_unknown', { phase });
  const { beginsOn, endsOn } = found;
  ensure(beginsOn <= due && due <= endsOn, 'action_due_outside_phase', { due, beginsOn, endsOn });
  return { beginsOn: calendarDate(beginsOn) };
}

function unitOf(write: Write, unit: string | null): number | null {
  return unit === null ? null : findRow(write, 'unit', write.office, unit).pk;
}
