import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ActionMeeting, ActionOrigin, ActionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

/** An action as it leaves; `unit` is a surrogate of this database. */
export interface ActionRecord {
  readonly id: string;
  readonly definition: string;
  readonly phase: string;
  readonly origin: ActionOrigin;
  readonly meeting: ActionMeeting | null;
  readonly name: string;
  readonly ordinal: number;
  readonly month: string | null;
  readonly fromOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly unit: number | null;
  readonly doneOn: CalendarDate | null;
  readonly evidenceNumber: string | null;
  /** JSON list of ids. */
  readonly sessions: string;
  readonly note: string | null;
  readonly state: ActionState;
  readonly rev: number;
  readonly deleted: number;
}

/** Actions touched after revision `after`, by id. */
export function changedActions(db: Readable, office: number, after: number): ActionRecord[] {
  return db.all<ActionRecord>(
    `SELECT id, definition, phase, origin, meeting, name, ordinal, month, from_on AS fromOn, due_on AS dueOn, unit,
       done_on AS doneOn, evidence_number AS evidenceNumber, sessions, note, state, rev, deleted
     FROM action_instance WHERE office = ? AND rev > ? ORDER BY id`,
    office,
    after,
  );
}

export function putAction(write: Write, office: number, action: ActionRecord): RowFate {
  return putReceivedRow(write, 'action_instance', office, {
    id: action.id,
    rev: action.rev,
    deleted: action.deleted,
    values: {
      definition: action.definition,
      phase: action.phase,
      origin: action.origin,
      meeting: action.meeting,
      name: action.name,
      ordinal: action.ordinal,
      month: action.month,
      from_on: action.fromOn,
      due_on: action.dueOn,
      unit: action.unit,
      done_on: action.doneOn,
      evidence_number: action.evidenceNumber,
      sessions: action.sessions,
      note: action.note,
      state: action.state,
    },
  });
}
