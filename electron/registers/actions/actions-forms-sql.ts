import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ActionOrigin, ActionState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

export interface PrintedRow {
  readonly phase: string;
  readonly name: string;
  readonly month: string | null;
  readonly origin: ActionOrigin;
  readonly from_on: CalendarDate;
  readonly due_on: CalendarDate;
  readonly unit_name: string | null;
  readonly evidence_number: string | null;
  readonly sessions: number;
  readonly note: string | null;
  readonly state_then: ActionState;
  readonly moved_on: CalendarDate | null;
}

/**
 * Every action in its state as of the day, with the day of the move that led there; phases and actions in the order
 * of the campaign.
 */
export function listPrinted(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  order: { readonly phases: readonly string[]; readonly definitions: readonly string[] },
): PrintedRow[] {
  return db.all<PrintedRow>(
    `SELECT action.phase, action.name, action.month, action.origin, action.from_on, action.due_on,
       unit.name AS unit_name, action.evidence_number, json_array_length(action.sessions) AS sessions, action.note,
       ifnull(last.to_state, 'planned') AS state_then, last.effective_on AS moved_on
     FROM action_instance AS action LEFT JOIN unit ON unit.pk = action.unit
     LEFT JOIN move AS last ON last.pk = (
       SELECT pk FROM move WHERE register = 'action_instance' AND subject = action.pk AND move.deleted = 0
         AND effective_on <= ?2 ORDER BY move.rev DESC, move.pk DESC LIMIT 1)
     WHERE action.office = ?1 AND action.deleted = 0
     ORDER BY ifnull((SELECT key FROM json_each(?3) WHERE value = action.phase), 1000), action.phase, action.due_on,
       ifnull((SELECT key FROM json_each(?4) WHERE value = action.definition), 1000), action.ordinal, action.pk`,
    ...[office, asOf, JSON.stringify(order.phases), JSON.stringify(order.definitions)],
  );
}
