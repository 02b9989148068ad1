import { findMove, requireMove } from '../../../shared/rules/moves.ts';
import { sessionMachine } from '../../../shared/rules/session-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { type MoveEntry, type MoveRow, movesOf, recordMove } from '../moves-log.ts';
import { findSession, sessionAttempt } from './study-register.ts';
import { type SessionRow, sessionById } from './study-sql.ts';

/** What the group says of a session as it saw it; the county's ledger carries it out while importing. */
export interface SessionFeedback {
  readonly feedbackId: string;
  readonly subject: string;
  readonly subjectRev: number;
  /** The group's day; held between the session's last move and today, as clocks of two offices run apart. */
  readonly on?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

/** 未适用 is an answer, not an error. */
export type SessionOutcome =
  | { readonly applied: true }
  | { readonly applied: false; readonly reason: ErrorCode };

/** The group speaks through its leader, whoever imports the bundle. */
const GROUP: Actor = { account: 0, roles: ['leader'], singleAccount: false };

/** 责令返工 of an approved session: the clerk has it again, and it is out of the sums until approved anew. */
export function reworkSessionFromFeedback(write: Write, said: SessionFeedback): SessionOutcome {
  const row = sessionById(write, write.office, said.subject);
  if (!row) return { applied: false, reason: 'not_found' };
  const moves = movesOf(write, 'study_session', row.pk);
  if (hasMovedSince(moves, said.subjectRev)) return { applied: false, reason: 'conflict' };
  const on = dayWithin(said.on ?? write.today, moves.at(-1)?.effective_on ?? null, write.today);
  const attempt = sessionAttempt(write, GROUP, row, on, said.reason);
  const verdict = findMove(sessionMachine, row.state, 'orderRework', attempt);
  if (!verdict.allowed) return { applied: false, reason: verdict.code };
  const { reason, feedbackId: feedback } = said;
  carryOut(write, row, { reason, detail: { feedback } }, on, verdict.to);
  return { applied: true };
}

/** What an evaluation orders of a session: the same 责令返工, from whichever level it comes. @throws Refusal */
export function reworkSessionByOrder(
  write: Write,
  { session, order, reason }: { readonly session: string; readonly order: string; readonly reason: string },
): void {
  const row = findSession(write, write.office, session);
  const attempt = sessionAttempt(write, GROUP, row, write.today, reason);
  const { to } = requireMove(sessionMachine, row.state, 'orderRework', attempt);
  carryOut(write, row, { reason, detail: { order } }, write.today, to);
}

/** What a group orders rework of: an approved session as its own books have it. @throws Refusal */
export function requireReworkable(db: Readable, office: number, id: string): { id: string; rev: number } {
  const { state, rev } = findSession(db, office, id);
  ensure(state === 'approved', 'move_not_allowed', { state, move: 'orderRework' });
  return { id, rev };
}

/** Not its rev: every make-up gives an approved session a new one, and none of them answers the order. */
function hasMovedSince(moves: readonly MoveRow[], rev: number): boolean {
  return moves.some((one) => one.rev > rev);
}

function carryOut(
  write: Write,
  row: SessionRow,
  { reason, detail }: Pick<MoveEntry, 'reason' | 'detail'>,
  on: CalendarDate,
  to: SessionRow['state'],
): void {
  updateRow(write, 'study_session', row.pk, { state: to });
  recordMove(write, {
    register: 'study_session',
    subject: row.pk,
    move: 'orderRework',
    from: row.state,
    to,
    on,
    ...{ reason, detail },
  });
  write.record({ session: row.id, move: 'orderRework', to });
}

function dayWithin(day: CalendarDate, first: CalendarDate | null, last: CalendarDate): CalendarDate {
  if (day > last) return last;
  return first !== null && day < first ? first : day;
}
