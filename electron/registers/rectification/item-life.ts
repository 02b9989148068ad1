import { dueInForce } from '../../../shared/rules/figures.ts';
import { type ItemFacts, itemMachine } from '../../../shared/rules/item-moves.ts';
import {
  type Attempt,
  findMove,
  movesFrom,
  type OfferedMove,
  offeredMoves,
  type Verdict,
} from '../../../shared/rules/moves.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { ItemMove, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { recordFirstMove, recordMove } from '../moves-log.ts';
import { requireOpenDay } from '../periods/period-lock.ts';
import { numberFor, printNumber } from './item-numbers.ts';
import { findItem, type ItemRow, lastSteps } from './rectification-sql.ts';

/** One step of an item's life with what it brings along. */
export interface Step {
  readonly move: ItemMove;
  readonly on: CalendarDate;
  readonly reason?: string | undefined;
  readonly evidenceNumber?: string | undefined;
  readonly mergedInto?: string | undefined;
  readonly newDueOn?: CalendarDate | undefined;
  /** Id of the feedback row that ordered the step. */
  readonly feedback?: string | undefined;
}

export interface Moved {
  readonly id: string;
  readonly rev: number;
  readonly state: ItemState;
  readonly number: string | null;
}

/** Carries a step out, or refuses it with the rule's code before anything is written. */
export function takeStep(write: Write, actor: Actor, row: ItemRow, step: Step): Moved {
  ensure(step.on <= write.today, 'item_day_ahead', { on: step.on, today: write.today });
  requireOpenDay(write, step.on);
  const verdict = judgeStep(write, actor, row, step);
  if (!verdict.allowed) throw new Refusal(verdict.code, verdict.fields);
  return carryOut(write, actor, row, step, verdict);
}

export type ItemVerdict = Verdict<ItemState, ItemMove, ItemFacts>;

/** What the rules say of a step, on the row as it stands. */
export function judgeStep(write: Write, actor: Actor, row: ItemRow, step: Step): ItemVerdict {
  return findMove(itemMachine, row.state, step.move, attemptOf(write, actor, row, step));
}

/** What a move asks for when it is made. */
const ASKED = ['reason', 'evidenceNumber', 'mergedInto', 'newDueOn'];

/** The steps that lead on from where the item stands, and why this account cannot take the others. */
export function offeredSteps(
  db: Readable,
  actor: Actor,
  row: ItemRow,
  today: CalendarDate,
): OfferedMove<ItemMove>[] {
  if (row.office !== OWN_OFFICE) return offeredAnswers(actor, row);
  const attempt = attemptOf(db, actor, row, { move: 'start', on: today });
  const facts = { ...attempt.facts, mergeInto: { state: 'issued', isItself: false } as const };
  return offeredMoves(itemMachine, row.state, { ...attempt, facts }, ASKED);
}

const ANSWERS: readonly ItemMove[] = ['confirm', 'returnForRework', 'reopen'];

/** At a group: an item of another office is moved by its feedback alone, which a member drafts. */
function offeredAnswers({ roles }: Actor, { state }: ItemRow): OfferedMove<ItemMove>[] {
  return movesFrom(itemMachine, state)
    .filter((move) => ANSWERS.includes(move))
    .map((move) => ({ move, why: roles.includes('member') ? null : 'not_allowed' }));
}

function attemptOf(write: Readable, actor: Actor, row: ItemRow, step: Step): Attempt<ItemState, ItemFacts> {
  const { last, origin } = lastSteps(write, row.pk);
  return {
    roles: actor.roles,
    account: actor.account,
    submittedBy: row.applied_by,
    singleAccount: actor.singleAccount,
    given: {
      ...fieldsOf(row, step),
      reason: step.reason,
      newDueOn: step.newDueOn,
      mergedInto: step.mergedInto,
    },
    facts: factsOf(write, row, step),
    on: step.on,
    lastMoveOn: last,
    ...(origin && { origin }),
  };
}

export function carryOut(
  write: Write,
  actor: Actor,
  row: ItemRow,
  step: Step,
  verdict: ItemVerdict & { allowed: true },
): Moved {
  const { to, transition } = verdict;
  const changed: Changes = {};
  if (step.move === 'apply' && step.evidenceNumber) changed.evidence_number = step.evidenceNumber;
  for (const field of transition.changes ?? []) {
    Object.assign(changed, EFFECTS[field]?.(write, actor, row, step, to));
  }
  updateRow(write, 'rectification_item', row.pk, { state: to, ...changed });
  // an extension has no reverse move: undo takes its date and its row of the history back together
  const record = transition.to === 'same' ? recordFirstMove : recordMove;
  record(write, {
    register: 'rectification_item',
    subject: row.pk,
    move: step.move,
    from: row.state,
    to,
    on: step.on,
    reason: step.reason,
    detail: detailOf(step, changed),
  });
  const number = printNumber({ ...row, ...changed });
  write.record({ item: row.id, move: step.move, to, number });
  return { id: row.id, rev: write.rev, state: to, number };
}

type Changes = Record<string, SqlValue> & { number_year?: number; number?: number };
type Effect = (write: Write, actor: Actor, row: ItemRow, step: Step, to: ItemState) => Changes;

/** How each field that a transition `changes` is written. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  number: (write, _actor, _row, step) => numberFor(write, step.on),
  appliedOn: (_write, _actor, _row, step) => ({ applied_on: step.on }),
  appliedBy: (_write, actor) => ({ applied_by: actor.account }),
  closedOn: (_write, _actor, _row, step, to) => ({ closed_on: to === 'closed' ? step.on : null }),
  timesReworked: (_write, _actor, row) => ({ times_reworked: row.times_reworked + 1 }),
  extendedDueOn: (_write, _actor, _row, step) => ({ extended_due_on: step.newDueOn ?? null }),
  mergedInto: (_write, _actor, _row, step, to) => ({
    merged_into: to === 'merged' ? (step.mergedInto ?? null) : null,
  }),
};

/** What the move brought along; figures as of an earlier day read `newDueOn` from here. */
function detailOf(step: Step, changed: Changes): Record<string, unknown> | undefined {
  const detail = {
    ...(step.newDueOn && { newDueOn: step.newDueOn }),
    ...(step.move === 'merge' && { mergedInto: step.mergedInto }),
    ...(changed.evidence_number && { evidenceNumber: changed.evidence_number }),
    ...(changed.number && { number: printNumber({ number_year: null, number: null, ...changed }) }),
    ...(step.feedback && { feedback: step.feedback }),
  };
  return Object.keys(detail).length > 0 ? detail : undefined;
}

function fieldsOf(row: ItemRow, step: Step): Record<string, unknown> {
  return {
    source: row.source,
    category: row.category,
    problem: row.problem,
    measures: row.measures,
    unit: row.unit,
    leader: row.leader,
    owner: row.owner,
    dueOn: row.due_on,
    evidenceNumber: step.evidenceNumber ?? row.evidence_number,
  };
}

function factsOf(write: Readable, row: ItemRow, step: Step): ItemFacts {
  return {
    source: row.source,
    on: step.on,
    due: dueInForce(row.due_on, row.extended_due_on),
    newDue: step.newDueOn ?? null,
    mergeInto: step.mergedInto === undefined ? null : mergeTarget(write, row, step.mergedInto),
  };
}

function mergeTarget(db: Readable, row: ItemRow, id: string): ItemFacts['mergeInto'] {
  const target = findItem(db, row.office, id);
  return target ? { state: target.state, isItself: target.pk === row.pk } : null;
}
