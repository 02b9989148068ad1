import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { type MakeupFacts, makeupMachine } from '../../../shared/rules/makeup-moves.ts';
import { findMove, type Verdict } from '../../../shared/rules/moves.ts';
import { hasFrozenList, sessionMachine } from '../../../shared/rules/session-moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Makeup, MakeupMove } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { guardVersion, updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { movesOf, recordMove } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { listedRows, makeupOf } from './study-attendance.ts';
import type { AttendanceRow } from './study-attendance-sql.ts';
import { setMakeup, setMakeupState } from './study-marks-sql.ts';
import { findSession } from './study-register.ts';
import type { SessionRow } from './study-sql.ts';
import { refreshSummary, sumsOf } from './study-summary.ts';
import { makeupCode } from './study-summary-sql.ts';

type GivenMove = Given<typeof study.moveMakeup>;
type Group = Pick<GivenMove, 'session' | 'rev' | 'people'>;
type Step = Omit<GivenMove, 'on' | keyof Group> & { readonly on: CalendarDate | null };
type MakeupVerdict = Verdict<Makeup, MakeupMove, MakeupFacts>;
type Allowed = Extract<MakeupVerdict, { allowed: true }>;

/**
 * 补课 of some people's absences in one session, all or none: from the first mark on until long after the
 * session is approved. The session's version guards them, as it guards the marks.
 * @throws Refusal `conflict`, `not_expected`, `makeup_day_ahead`, `period_closed`, and what the make-up's machine says
 */
export function moveMakeup(write: Write, actor: Actor, input: Given<typeof study.moveMakeup>) {
  const { session, rev, people, ...asked } = input;
  return moveGroup(write, actor, { session, rev, people }, stepOf(write, asked));
}

/** The same over several sessions that were missed, all or none: one make-up for all of them, or the waivers of leavers. */
export function moveMakeups(write: Write, actor: Actor, input: Given<typeof study.moveMakeups>) {
  const { groups, ...asked } = input;
  const ids = new Set(groups.map((one) => one.session));
  ensure(ids.size === groups.length, 'invalid_input', { field: 'groups' });
  const step = stepOf(write, asked);
  const sessions = groups.map((group) => moveGroup(write, actor, group, step));
  write.record({ sessions: [...ids], makeup: step.move, people: groups.flatMap((one) => one.people).length });
  return { rev: write.rev, sessions };
}

function moveGroup(write: Write, actor: Actor, group: Group, step: Step) {
  const session = findSession(write, write.office, group.session);
  guardVersion(write, session, group.rev);
  requireList(session, step.move);
  const rows = listedRows(write, session, group.people);
  requireOpenDay(write, step.on, ...rows.map((row) => row.makeup_on));
  const recordedBy = recorders(write, session);
  const verdict = judge(rows.map((row) => verdictOn(actor, session, row, step, recordedBy)));

  setColumns(write, session, rows, step, verdict);
  refreshSummary(
    write,
    write.office,
    session.pk,
    rows.map((row) => row.unit),
  );
  updateRow(write, 'study_session', session.pk, {});
  log(write, session, rows, step, verdict);
  return { id: session.id, rev: write.rev, sums: sumsOf(write, write.office, session.pk) };
}

function stepOf(write: Write, asked: Omit<GivenMove, keyof Group>): Step {
  return { ...asked, on: dayOf(write, asked) };
}

/** What was called off, or has no list yet, has no absences. */
function requireList({ state }: SessionRow, move: MakeupMove): void {
  const { register } = sessionMachine;
  ensure(hasFrozenList(state) && state !== 'cancelled', 'move_not_allowed', { register, state, move });
}

/** The day that the move writes down: of the make-up, or of the waiver's grant. */
function dayOf(write: Write, { move, on }: Omit<GivenMove, keyof Group>): CalendarDate | null {
  const { today } = write;
  ensure(!on || on <= today, 'makeup_day_ahead', { on: on ?? null, today });
  return on ?? (move === 'waive' ? today : null);
}

/** Who recorded each person's make-up last; their rows may have been touched by others since. */
function recorders(db: Readable, session: SessionRow): Map<string, number> {
  const recorded = new Map<string, number>();
  for (const { move, detail, changed_by } of movesOf(db, 'makeup', session.pk)) {
    if (move !== 'record') continue;
    const { people } = JSON.parse(detail ?? '{"people":[]}') as { people: string[] };
    for (const person of people) recorded.set(person, changed_by);
  }
  return recorded;
}

function verdictOn(
  actor: Actor,
  session: SessionRow,
  row: AttendanceRow,
  step: Step,
  recordedBy: ReadonlyMap<string, number>,
): MakeupVerdict {
  ensure(session.day, 'missing_field', { register: sessionMachine.register, field: 'day' });
  return findMove(makeupMachine, makeupOf(row), step.move, {
    roles: actor.roles,
    account: actor.account,
    submittedBy: recordedBy.get(row.person_id) ?? row.changed_by,
    singleAccount: actor.singleAccount,
    given: {
      makeupOn: step.on ?? row.makeup_on,
      makeupDocument: step.document ?? row.makeup_document,
      reason: step.reason,
    },
    facts: { sessionDay: session.day, makeupOn: step.on },
  });
}

/** The first "no", with how many people it is said of. */
function judge(verdicts: readonly MakeupVerdict[]): Allowed {
  const no = verdicts.find((one) => !one.allowed);
  if (no && !no.allowed) {
    const count = verdicts.filter((one) => !one.allowed && one.code === no.code).length;
    throw new Refusal(no.code, { ...no.fields, count });
  }
  const yes = verdicts.find((one) => one.allowed);
  ensure(yes?.allowed, 'invalid_input', { field: 'people' });
  return yes;
}

function setColumns(
  write: Write,
  session: SessionRow,
  rows: readonly AttendanceRow[],
  step: Step,
  { to, transition }: Allowed,
): void {
  const people = rows.map((row) => row.person);
  const makeup = makeupCode(to);
  if (!transition.changes?.includes('makeupOn')) setMakeupState(write, session.pk, makeup, people);
  else if (transition.isReturn) setMakeup(write, session.pk, { makeup, on: null, document: null }, people);
  else setMakeup(write, session.pk, { makeup, on: step.on, document: step.document ?? null }, people);
}

/** One dated row for all the people whom one decision concerned. */
function log(
  write: Write,
  session: SessionRow,
  rows: readonly AttendanceRow[],
  step: Step,
  { to }: Allowed,
): void {
  const [first] = rows;
  recordMove(write, {
    register: 'makeup',
    subject: session.pk,
    move: step.move,
    from: first ? makeupOf(first) : null,
    to,
    on: write.today,
    reason: step.reason,
    detail: { people: rows.map((row) => row.person_id) },
  });
  write.record({ session: session.id, makeup: step.move, people: rows.length });
}
