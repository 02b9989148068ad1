import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { requireMove } from '../../../shared/rules/moves.ts';
import { sessionMachine } from '../../../shared/rules/session-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { guardVersion, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { recordMove } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { unitsOnList } from './study-attendance-sql.ts';
import type { SessionFields } from './study-input.ts';
import { freezeList } from './study-marks-sql.ts';
import { fieldsOf, findSession, sessionAttempt } from './study-register.ts';
import type { SessionRow } from './study-sql.ts';
import { refreshSummary } from './study-summary.ts';

/** Every step of a session's life; the list of expected people freezes with 举行. */
export function moveSession(write: Write, actor: Actor, input: Given<typeof study.moveSession>) {
  const row = findSession(write, write.office, input.id);
  guardVersion(write, row, input.rev);
  requireOpenDay(write, row.day, write.today);
  const { to } = requireMove(
    sessionMachine,
    row.state,
    input.move,
    sessionAttempt(write, actor, row, write.today, input.reason),
  );
  if (input.move === 'hold') hold(write, row);
  updateRow(write, 'study_session', row.pk, { state: to });
  recordMove(write, {
    register: 'study_session',
    subject: row.pk,
    move: input.move,
    from: row.state,
    to,
    on: write.today,
    reason: input.reason,
  });
  write.record({ session: row.id, move: input.move, to });
  return { id: row.id, rev: write.rev, state: to };
}

/** @throws Refusal `session_day_ahead`, `nobody_expected`, `expected_not_counted` */
function hold(write: Write, row: SessionRow): void {
  const { day, expected } = fieldsOf(row);
  ensure(day, 'missing_field', { register: 'study_session', move: 'hold', field: 'day' });
  ensure(day <= write.today, 'session_day_ahead', { day, today: write.today });
  const people = freeze(write, row.pk, day, expected);
  ensure(people > 0, 'nobody_expected', { day });
  refreshSummary(write, write.office, row.pk, unitsOnList(write, write.office, row.pk));
  write.record({ expected: people });
}

/** Somebody named who is not counted that day is an error of the list, never left out silently. */
function freeze(
  write: Write,
  session: number,
  day: CalendarDate,
  expected: SessionFields['expected'],
): number {
  if ('units' in expected) {
    const { units } = expected;
    return freezeList(write, session, day, units.length > 0 ? { kind: 'units', ids: units } : null);
  }
  const named = new Set(expected.people).size;
  const frozen = freezeList(write, session, day, { kind: 'people', ids: expected.people });
  ensure(frozen === named, 'expected_not_counted', { count: named - frozen });
  return frozen;
}
