import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ActionOrigin, ActionState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { listPrinted, type PrintedRow } from './actions-forms-sql.ts';
import { campaignOf } from './actions-register.ts';

/** An action as it stood on a day. */
export interface FormAction {
  readonly name: string;
  readonly month: string | null;
  readonly origin: ActionOrigin;
  readonly fromOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly unitName: string | null;
  readonly state: ActionState;
  readonly doneOn: CalendarDate | null;
  /** What it was done by; null while it is not done. */
  readonly evidenceNumber: string | null;
  readonly sessions: number;
  readonly note: string | null;
}

export interface FormPhase {
  readonly name: string;
  readonly actions: readonly FormAction[];
}

/** The actions by phase, in the order of the campaign; phases without any are left out. */
export function actionsForForm(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  asked: { readonly phase?: string | undefined },
): FormPhase[] {
  const { phases, actions } = campaignOf(db, office);
  const order = { phases: phases.map(({ id }) => id), definitions: actions.map(({ id }) => id) };
  const rows = listPrinted(db, office, asOf, order).filter(
    ({ phase }) => asked.phase === undefined || phase === asked.phase,
  );
  const names = new Map(phases.map(({ id, name }) => [id, name]));
  return [...Map.groupBy(rows, ({ phase }) => phase)].map(([phase, own]) => ({
    name: names.get(phase) ?? phase,
    actions: own.map(formAction),
  }));
}

function formAction(row: PrintedRow): FormAction {
  const isDone = row.state_then === 'done';
  return {
    name: row.name,
    month: row.month,
    origin: row.origin,
    fromOn: row.from_on,
    dueOn: row.due_on,
    unitName: row.unit_name,
    state: row.state_then,
    doneOn: isDone ? row.moved_on : null,
    evidenceNumber: isDone ? row.evidence_number : null,
    sessions: isDone ? row.sessions : 0,
    note: row.note,
  };
}
