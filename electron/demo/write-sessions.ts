import type { SessionMove } from '../../shared/vocabulary/words.ts';
import type { Actor } from '../registers/actor.ts';
import { mark } from '../registers/study/study-attendance.ts';
import type { SessionFields } from '../registers/study/study-input.ts';
import { moveMakeup } from '../registers/study/study-makeups.ts';
import { moveSession } from '../registers/study/study-moves.ts';
import { createSession } from '../registers/study/study-register.ts';
import type { Write } from '../store/handles.ts';
import type { PlannedMakeup } from './attendance-plan.ts';
import type { Audience } from './session-fields.ts';
import type { PlannedSession, SessionFate } from './session-plan.ts';
import { SESSION_REASONS } from './study-words.ts';
import { idAt, type StaffIds } from './write-staff.ts';

/** The moves after 安排, 举行 and the marks. */
const MOVES_AFTER_MARKS: Readonly<Record<SessionFate, readonly SessionMove[]>> = {
  draft: [],
  scheduled: [],
  cancelled: [],
  held: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  approved: ['submit', 'approve'],
  corrected: ['submit', 'approve', 'correct'],
};

/** One session with its marks and make-ups; what lies after today has only been scheduled. */
export function writeSession(
  write: Write,
  actor: Actor,
  ids: StaffIds,
  session: PlannedSession,
): { attendances: number; makeups: number } {
  const { fields, fate, audience } = session;
  const { id, rev } = createSession(write, { ...fields, expected: expectedOf(audience, ids) });
  const move = (one: SessionMove) => moveSession(write, actor, { id, rev, move: one, reason: reasonOf(one) });
  if (fate === 'draft') return NOTHING;
  move('schedule');
  if (fate === 'cancelled') move('cancel');
  if (fate === 'cancelled' || fate === 'scheduled' || fields.day > write.today) return NOTHING;
  move('hold');
  const { sums } = mark(write, actor, {
    session: id,
    rev,
    marks: session.marks.map((one) => ({ ...one, person: idAt(ids.people, one.person) })),
    ...(session.restPresent && { rest: 'present' as const }),
  });
  const makeups = fate === 'held' ? 0 : writeMakeups(write, actor, ids, { id, rev }, session.makeup);
  MOVES_AFTER_MARKS[fate].forEach(move);
  return { attendances: sums.expected, makeups };
}

const NOTHING = { attendances: 0, makeups: 0 } as const;

/** @returns how many absences were made good or waived */
function writeMakeups(
  write: Write,
  actor: Actor,
  ids: StaffIds,
  session: { readonly id: string; readonly rev: number },
  { on, document, recorded, confirmed, waived, waiver }: PlannedMakeup,
): number {
  if (on > write.today) return 0;
  const about = (people: readonly number[]) => ({
    session: session.id,
    rev: session.rev,
    people: people.map((person) => idAt(ids.people, person)),
  });
  if (recorded.length > 0) moveMakeup(write, actor, { ...about(recorded), move: 'record', on, document });
  if (confirmed.length > 0) moveMakeup(write, actor, { ...about(confirmed), move: 'confirm' });
  if (waived.length > 0) moveMakeup(write, actor, { ...about(waived), move: 'waive', on, reason: waiver });
  return recorded.length + waived.length;
}

function expectedOf(audience: Audience, ids: StaffIds): SessionFields['expected'] {
  if (audience.kind === 'everybody') return { units: [] };
  if (audience.kind === 'organ') return { units: [idAt(ids.units, audience.unit)] };
  return { people: audience.people.map((person) => idAt(ids.people, person)) };
}

function reasonOf(move: SessionMove): string | undefined {
  if (move === 'return' || move === 'correct' || move === 'cancel') return SESSION_REASONS[move];
  return undefined;
}
