import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../store/handles.ts';
import { putReceivedRow, type RowFate } from '../store/received-rows.ts';
import type { MovingRegister } from './moves-log.ts';

/** Registers whose moves leave; a filing's would tell when a person was sent back. */
export type TravellingRegister = Exclude<MovingRegister, 'makeup' | 'filing' | 'period'>;

/** A move as it leaves; `subject` is the id of the row that moved. */
export interface MoveRecord {
  readonly id: string;
  readonly subject: string;
  readonly move: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: CalendarDate;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly rev: number;
  readonly deleted: number;
}

const LEAVES: Record<TravellingRegister, string> = {
  study_session: '1',
  rectification_item: 'subject.number IS NOT NULL',
  action_instance: '1',
  evaluation: '1',
};

/** Moves touched after revision `after`, in the order in which they were made. */
export function changedMoves(
  db: Readable,
  office: number,
  register: TravellingRegister,
  after: number,
): MoveRecord[] {
  return db.all<MoveRecord>(
    `SELECT move.id, subject.id AS subject, move.move, move.from_state AS "from", move.to_state AS "to",
       move.effective_on AS "on", move.reason, move.detail, move.rev, move.deleted
     FROM move JOIN ${register} AS subject ON subject.pk = move.subject
     WHERE move.register = '${register}' AND move.office = ? AND move.rev > ? AND ${LEAVES[register]}
     ORDER BY move.pk`,
    office,
    after,
  );
}

/** @returns undefined when the row it speaks of is not there */
export function putMove(
  write: Write,
  office: number,
  register: TravellingRegister,
  move: MoveRecord,
): RowFate | undefined {
  const subject = write.get<{ pk: number }>(
    `SELECT pk FROM ${register} WHERE office = ? AND id = ?`,
    office,
    move.subject,
  );
  if (!subject) return undefined;
  return putReceivedRow(write, 'move', office, {
    id: move.id,
    rev: move.rev,
    deleted: move.deleted,
    fixed: { register, subject: subject.pk },
    values: {
      move: move.move,
      from_state: move.from,
      to_state: move.to,
      effective_on: move.on,
      reason: move.reason,
      detail: move.detail,
    },
  });
}
