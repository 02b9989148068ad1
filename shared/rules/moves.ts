import type { CalendarDate } from '../vocabulary/dates.ts';
import type { ErrorCode } from '../vocabulary/error-codes.ts';
import { Refusal, type RefusalFields } from '../vocabulary/refusal.ts';
import type { AccountRole } from '../vocabulary/words.ts';

/** Something that must hold beyond state, role and filled-in fields, and the refusal when it does not. */
export interface Condition<Facts> {
  readonly holds: (facts: Facts) => boolean;
  readonly otherwise: ErrorCode;
  readonly fields?: (facts: Facts) => RefusalFields;
}

export interface Transition<State extends string, Move extends string, Facts> {
  readonly move: Move;
  readonly from: readonly State[];
  /** `origin`: the state from which the present one was entered; `same`: the row stays where it is. */
  readonly to: State | 'origin' | 'same';
  /** Any one of these roles is enough. */
  readonly who: readonly AccountRole[];
  /** Fields that must be filled once the move's own edits are in. */
  readonly requires?: readonly string[];
  /** Fields that the move itself writes, beside the state. */
  readonly changes?: readonly string[];
  readonly conditions?: readonly Condition<Facts>[];
  /** The moves whose author may not make this one: it approves what they submitted. */
  readonly approves?: readonly Move[];
  /** The move sends work back, for the rework rate. */
  readonly isReturn?: true;
}

/** A state machine as plain data: the API enforces it, the page shows it, the tests walk every cell of it. */
export interface Machine<State extends string, Move extends string, Facts> {
  /** The word by which refusals name the machine. */
  readonly register: string;
  readonly states: readonly State[];
  readonly initial: State;
  /** The move that is recorded for a row's own beginning, in the initial state; none for rows begun as drafts. */
  readonly birth?: Move;
  /** States that nothing leads out of, on purpose. */
  readonly terminal: readonly State[];
  readonly transitions: readonly Transition<State, Move, Facts>[];
}

/** Who wants to make a move, when, and with what in hand. */
export interface Attempt<State extends string, Facts> {
  readonly roles: readonly AccountRole[];
  /** The account that asks, by any id that is the same in `submittedBy`. */
  readonly account: number | string;
  /** Who made the submission that an approving move would approve; null when nobody here did. */
  readonly submittedBy?: number | string | null;
  /** The installation was made with a single account: submitter and approver may be the same. */
  readonly singleAccount: boolean;
  /** The row's fields after the move's edits, its reason included; absent, null, '' and [] are not filled. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly facts: Facts;
  /** The move's effective date, and that of the row's last move; moves of a row never run backwards. */
  readonly on?: CalendarDate;
  readonly lastMoveOn?: CalendarDate | null;
  /** The state from which the present one was entered; needed by moves that go back `to: 'origin'`. */
  readonly origin?: State;
}

export type Verdict<State extends string, Move extends string, Facts> =
  | { readonly allowed: true; readonly to: State; readonly transition: Transition<State, Move, Facts> }
  | { readonly allowed: false; readonly code: ErrorCode; readonly fields: RefusalFields };

/**
 * Whether a row in `state` takes `move` now. Looked at in this order, the first "no" is the answer:
 * `move_not_allowed` (state, move), `not_allowed` (needs: roles), `same_account`, `missing_field` (field,
 * fields), `date_before_last_move` (on, last), then the transition's own conditions.
 * @throws RangeError when a move back to the origin is tried without telling it
 */
export function findMove<State extends string, Move extends string, Facts>(
  machine: Machine<State, Move, Facts>,
  state: State,
  move: Move,
  attempt: Attempt<State, Facts>,
): Verdict<State, Move, Facts> {
  const { register } = machine;
  const inState = machine.transitions.filter((one) => one.move === move && one.from.includes(state));
  if (inState.length === 0) return refuse('move_not_allowed', { register, state, move });
  const transition = inState.find((one) => one.who.some((role) => attempt.roles.includes(role)));
  if (!transition) return refuse('not_allowed', { register, move, needs: rolesOf(inState) });
  if (isOwnSubmission(transition, attempt)) return refuse('same_account', { register, move });

  const missing = (transition.requires ?? []).filter((field) => !isFilled(attempt.given[field]));
  if (missing[0]) return refuse('missing_field', { register, move, field: missing[0], fields: missing });
  const { on, lastMoveOn: last } = attempt;
  if (on && last && on < last) return refuse('date_before_last_move', { register, move, on, last });
  const broken = transition.conditions?.find((one) => !one.holds(attempt.facts));
  if (broken) return refuse(broken.otherwise, { register, move, ...broken.fields?.(attempt.facts) });
  return { allowed: true, to: target(transition, state, attempt.origin), transition };
}

/** As `findMove`, for the one who carries the move out. @throws Refusal with the code and fields of the "no" */
export function requireMove<State extends string, Move extends string, Facts>(
  machine: Machine<State, Move, Facts>,
  state: State,
  move: Move,
  attempt: Attempt<State, Facts>,
): { readonly to: State; readonly transition: Transition<State, Move, Facts> } {
  const verdict = findMove(machine, state, move, attempt);
  if (!verdict.allowed) throw new Refusal(verdict.code, verdict.fields);
  return verdict;
}

/** The moves that the machine has in this state, whoever may make them; for the page's list of actions. */
export function movesFrom<State extends string, Move extends string, Facts>(
  machine: Machine<State, Move, Facts>,
  state: State,
): Move[] {
  const moves = machine.transitions.filter((one) => one.from.includes(state)).map((one) => one.move);
  return [...new Set(moves)];
}

export interface OfferedMove<Move extends string> {
  readonly move: Move;
  /** Why this account cannot make it now; null: it can. */
  readonly why: ErrorCode | null;
}

/**
 * The moves that lead on from a state, for one account: what the page offers, and why not the others.
 * @param asked fields that the move itself asks for, such as a reason: they count as filled
 */
export function offeredMoves<State extends string, Move extends string, Facts>(
  machine: Machine<State, Move, Facts>,
  state: State,
  attempt: Attempt<State, Facts>,
  asked: readonly string[],
): OfferedMove<Move>[] {
  const given = { ...attempt.given, ...Object.fromEntries(asked.map((field) => [field, 'asked'])) };
  return movesFrom(machine, state).map((move) => {
    const verdict = findMove(machine, state, move, { ...attempt, given });
    return { move, why: verdict.allowed ? null : verdict.code };
  });
}

export interface DatedMove<Move extends string> {
  readonly move: Move;
  readonly on: CalendarDate;
}

/**
 * The state that a row's dated moves, oldest first, lead to; with `asOf` only those that were in effect by
 * the end of that day, under today's knowledge. Without any it is the initial state: ask for no day before
 * the birth of a row that has one.
 * @throws RangeError when a recorded move does not fit the machine: then the history is not ours
 */
export function stateFromMoves<State extends string, Move extends string, Facts>(
  machine: Machine<State, Move, Facts>,
  moves: readonly DatedMove<Move>[],
  asOf?: CalendarDate,
): State {
  let state = machine.initial;
  let origin: State | undefined;
  for (const [index, { move, on }] of moves.entries()) {
    if ((asOf && on > asOf) || (index === 0 && move === machine.birth)) continue;
    const transition = machine.transitions.find((one) => one.move === move && one.from.includes(state));
    if (!transition) throw new RangeError(`${machine.register}: no move ${move} from ${state}`);
    const to = target(transition, state, origin);
    if (transition.to !== 'same') origin = state;
    state = to;
  }
  return state;
}

function target<State extends string, Facts>(
  transition: Transition<State, string, Facts>,
  state: State,
  origin: State | undefined,
): State {
  if (transition.to === 'same') return state;
  if (transition.to !== 'origin') return transition.to;
  if (origin === undefined) throw new RangeError(`${transition.move} needs the state it goes back to`);
  return origin;
}

function isOwnSubmission<State extends string, Facts>(
  transition: Transition<State, string, Facts>,
  attempt: Attempt<State, Facts>,
): boolean {
  return (
    transition.approves !== undefined && !attempt.singleAccount && attempt.submittedBy === attempt.account
  );
}

function rolesOf(transitions: readonly { readonly who: readonly AccountRole[] }[]): AccountRole[] {
  return [...new Set(transitions.flatMap((one) => one.who))];
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

function refuse(
  code: ErrorCode,
  fields: RefusalFields,
): { allowed: false; code: ErrorCode; fields: RefusalFields } {
  return { allowed: false, code, fields };
}
