import type { actions } from '../../../shared/contract/actions.ts';
import type { Given } from '../../../shared/contract/base.ts';
import { type ActionFacts, actionMachine } from '../../../shared/rules/action-moves.ts';
import { type Attempt, findMove, type OfferedMove, offeredMoves } from '../../../shared/rules/moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { ActionMove, ActionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import { findRow, guardVersion, updateRow } from '../../store/rows.ts';
import type { Actor, Asking } from '../actor.ts';
import { movesOf, recordMove } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { type ActionRow, countSessions } from './actions-sql.ts';

/** One step of an action's life with what it brings along. */
export interface Step {
  readonly move: ActionMove;
  readonly on: CalendarDate;
  readonly reason?: string | undefined;
  readonly evidenceNumber?: string | undefined;
  readonly sessions?: readonly string[] | undefined;
  /** reopen: the new due date. */
  readonly dueOn?: CalendarDate | undefined;
}

/** @throws Refusal `not_found`, `conflict`, `action_day_ahead`, and the rule's own codes */
export function moveAction(write: Write, actor: Actor, input: Given<typeof actions.move>) {
  const row = findAction(write, input.id);
  guardVersion(write, row, input.rev);
  return takeStep(write, actor, row, { ...input, on: input.on ?? write.today });
}

/** All of them or none. @throws Refusal as `moveAction`, with `actions` and `count` for those that cannot */
export function finishMany(write: Write, actor: Actor, input: Given<typeof actions.finishMany>) {
  const rows = input.actions.map(({ id, rev }) => {
    const row = findAction(write, id);
    guardVersion(write, row, rev);
    return row;
  });
  const step = {
    move: 'finish',
    on: input.on ?? write.today,
    evidenceNumber: input.evidenceNumber,
  } as const;
  requireAll(write, actor, rows, step);
  for (const row of rows) takeStep(write, actor, row, step);
  return { rev: write.rev, count: rows.length };
}

/** The first reason that stops a row is told with the names of all rows that it stops. */
function requireAll(write: Write, actor: Actor, rows: readonly ActionRow[], step: Step): void {
  const verdicts = rows.map((row) => ({
    row,
    verdict: findMove(actionMachine, row.state, step.move, attemptOf(write, actor, row, step)),
  }));
  const stopped = verdicts.flatMap(({ row, verdict }) => (verdict.allowed ? [] : [{ row, verdict }]));
  const [first] = stopped;
  if (!first) return;
  const same = stopped.filter(({ verdict }) => verdict.code === first.verdict.code);
  throw new Refusal(first.verdict.code, {
    ...first.verdict.fields,
    actions: same.map(({ row }) => row.id),
    names: same.map(({ row }) => row.name),
    count: same.length,
  });
}

/** The group's word stands above the office's own reviewer. */
const GROUP: Actor = { account: 0, roles: ['reviewer'], singleAccount: false };

/** What a group orders reopens an action whatever period is closed. @throws Refusal `not_found`, and the rule's own codes */
export function reopenByOrder(
  write: Write,
  {
    id,
    ...said
  }: { readonly id: string; readonly reason: string; readonly dueOn?: CalendarDate | undefined },
) {
  return carryOut(write, GROUP, findAction(write, id), { move: 'reopen', on: write.today, ...said });
}

function takeStep(write: Write, actor: Actor, row: ActionRow, step: Step) {
  ensure(step.on <= write.today, 'action_day_ahead', { on: step.on, today: write.today });
  requireOpenDay(write, step.on, row.done_on);
  return carryOut(write, actor, row, step);
}

/** Carries a step out, or refuses it with the rule's code before anything is written. */
function carryOut(write: Write, actor: Actor, row: ActionRow, step: Step) {
  if (step.sessions) requireSessions(write, row.office, step.sessions);
  const verdict = findMove(actionMachine, row.state, step.move, attemptOf(write, actor, row, step));
  if (!verdict.allowed) throw new Refusal(verdict.code, verdict.fields);
  const { to } = verdict;
  const changed = changesOf(step, to);
  updateRow(write, 'action_instance', row.pk, { ...changed, state: to, touched: 1 });
  recordMove(write, {
    register: 'action_instance',
    subject: row.pk,
    move: step.move,
    from: row.state,
    to,
    on: step.on,
    reason: step.reason,
    detail: step.dueOn && { newDueOn: step.dueOn },
  });
  write.record({ action: row.id, move: step.move, to });
  return { id: row.id, rev: write.rev, state: to };
}

function changesOf(step: Step, to: ActionState): Record<string, SqlValue> {
  return {
    ...(step.move === 'finish' && step.evidenceNumber && { evidence_number: step.evidenceNumber }),
    ...(step.move === 'finish' && step.sessions && { sessions: JSON.stringify(step.sessions) }),
    ...(step.move === 'reopen' && step.dueOn && { due_on: step.dueOn }),
    done_on: to === 'done' ? step.on : null,
  };
}

/** The steps that lead on from where the action stands, and why this account cannot take the others. */
export function offeredSteps(
  db: Readable,
  { actor, today }: Pick<Asking, 'actor' | 'today'>,
  row: ActionRow,
): OfferedMove<ActionMove>[] {
  const attempt = attemptOf(db, actor, row, { move: 'start', on: today });
  // an evidence number and sessions are asked for by the move itself
  const facts = { ...attempt.facts, hasEvidence: true };
  return offeredMoves(actionMachine, row.state, { ...attempt, facts }, ['reason']);
}

function attemptOf(
  db: Readable,
  actor: Actor,
  row: ActionRow,
  step: Step,
): Attempt<ActionState, ActionFacts> {
  const last = movesOf(db, 'action_instance', row.pk).at(-1);
  const sessions = step.sessions ? JSON.stringify(step.sessions) : row.sessions;
  const evidenceNumber = step.evidenceNumber ?? row.evidence_number;
  return {
    roles: actor.roles,
    account: actor.account,
    singleAccount: actor.singleAccount,
    given: { reason: step.reason },
    facts: {
      on: step.on,
      fromOn: row.from_on,
      newDue: step.dueOn ?? null,
      hasEvidence: evidenceNumber !== null || countSessions(db, row.office, sessions).held > 0,
    },
    on: step.on,
    lastMoveOn: last?.effective_on ?? null,
    origin: (last?.from_state as ActionState | null) ?? 'planned',
  };
}

/** @throws Refusal `not_found` */
export function findAction(write: Write, id: string): ActionRow {
  return findRow<ActionRow>(write, 'action_instance', write.office, id);
}

/** @throws Refusal `not_found` */
export function requireSessions(db: Readable, office: number, ids: readonly string[]): void {
  const wanted = new Set(ids).size;
  const { known } = countSessions(db, office, JSON.stringify(ids));
  ensure(known === wanted, 'not_found', { register: 'study_session', count: wanted - known });
}
