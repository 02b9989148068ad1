import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../store/handles.ts';
import { insertRow } from '../store/rows.ts';

/** The registers whose rows live by moves; the word stands in the table's `register` column. */
export type MovingRegister =
  | 'study_session'
  | 'makeup'
  | 'filing'
  | 'rectification_item'
  | 'action_instance'
  | 'evaluation'
  | 'period';

export interface MoveEntry {
  readonly register: MovingRegister;
  /** pk of the row that moves. */
  readonly subject: number;
  readonly move: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: CalendarDate;
  readonly reason?: string | undefined;
  /** What the move brought along, such as a new due date. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

export interface MoveRow {
  readonly pk: number;
  readonly move: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly effective_on: CalendarDate;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly changed_by: number;
  readonly changed_at: string;
  readonly rev: number;
}

/** Adds one dated row to the history that states are rebuilt from; a write that moves is undone by the reverse move. */
export function recordMove(write: Write, entry: MoveEntry): void {
  write.undo.refuse('undo_by_move');
  recordFirstMove(write, entry);
}

/** The same where undo takes the row and its move back together: of a row that this very write made, or of a move without a reverse. */
export function recordFirstMove(write: Write, entry: MoveEntry): void {
  insertRow(write, 'move', write.newId(), {
    register: entry.register,
    subject: entry.subject,
    move: entry.move,
    from_state: entry.from,
    to_state: entry.to,
    effective_on: entry.on,
    reason: entry.reason ?? null,
    detail: entry.detail ? JSON.stringify(entry.detail) : null,
  });
}

/** A row's history as the contract tells it, authors by name. */
export function historyOf(db: Readable, register: MovingRegister, subject: number) {
  const rows = db.all<MoveRow & { author: string | null }>(
    `SELECT move.*, account.name AS author FROM move LEFT JOIN account ON account.pk = move.changed_by
     WHERE register = ? AND subject = ? AND move.deleted = 0 ORDER BY move.pk`,
    register,
    subject,
  );
  return rows.map((row) => ({
    move: row.move,
    from: row.from_state,
    to: row.to_state,
    effectiveOn: row.effective_on,
    reason: row.reason,
    at: row.changed_at,
    by: row.author,
  }));
}

/** The moves of one row, oldest first. */
export function movesOf(db: Readable, register: MovingRegister, subject: number): MoveRow[] {
  return db.all<MoveRow>(
    `SELECT pk, move, from_state, to_state, effective_on, reason, detail, changed_by, changed_at, rev
     FROM move WHERE register = ? AND subject = ? AND deleted = 0 ORDER BY pk`,
    register,
    subject,
  );
}
