import { itemMachine } from '../../../shared/rules/item-moves.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { AccountRole, ItemMove, ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';

/** What a move's own dialog asks for, beside its date. */
const MOVE_FIELDS = ['evidenceNumber', 'mergedInto', 'newDueOn', 'reason'] as const;
export type MoveField = (typeof MOVE_FIELDS)[number];

/** Moves that carry the work on; the first of them that is ready is the panel's main button. */
const ONWARD: readonly ItemMove[] = ['issue', 'start', 'apply', 'approve', 'reportUp'];
/** The others by how often they are wanted; what ends an item's life comes last. */
const BESIDE: readonly ItemMove[] = ['return', 'withdraw', 'resume', 'unmerge', 'reopen', 'extend'];
/** What ends or rests an item's life, and is wanted seldom. */
const RARE: readonly ItemMove[] = ['keepLongTerm', 'suspend', 'merge', 'void'];
/** The rules name both ways of closing an item; the one that is not this item's is no news. */
const UNSAID: readonly string[] = ['no_group_review'];

interface Allowed {
  readonly move: ItemMove;
  /** The error code of the refusal; null when the move can be made. */
  readonly why: string | null;
}

export interface Blocked {
  readonly moves: readonly ItemMove[];
  readonly why: ErrorCode;
  /** `missing_field`: fields of the item itself, which its own form fills. */
  readonly missing: readonly string[];
  /** `not_allowed`: the roles that may. */
  readonly needs: readonly AccountRole[];
}

interface OfferedMoves {
  readonly main: ItemMove | null;
  readonly others: readonly ItemMove[];
  readonly blocked: readonly Blocked[];
}

export function isRare(move: ItemMove): boolean {
  return RARE.includes(move);
}

type Facts = Readonly<Record<string, unknown>> & { readonly state: ItemState; readonly source: ItemSource };

/** The fields that the dialog of a move asks for: those of the machine's requirements that are no item's own. */
export function fieldsOfMove(move: ItemMove, state: ItemState): MoveField[] {
  const required = requirements(move, state);
  return MOVE_FIELDS.filter((field) => required.includes(field));
}

/** Sorts what the core allows into buttons and reasons. */
export function offeredMoves(item: Facts, allowed: readonly Allowed[]): OfferedMoves {
  const ready = allowed.filter(({ why }) => why === null).map(({ move }) => move);
  const main = ONWARD.find((move) => ready.includes(move)) ?? null;
  const refused = allowed.flatMap(({ move, why }) =>
    why === null || UNSAID.includes(why) ? [] : [blockedBy(item, move, why as ErrorCode)],
  );
  const beside = [...ONWARD, ...BESIDE, ...RARE].filter((move) => move !== main && ready.includes(move));
  return { main, others: beside, blocked: joined(refused) };
}

function blockedBy(item: Facts, move: ItemMove, why: ErrorCode): Blocked {
  const asked: readonly string[] = MOVE_FIELDS;
  const lacks = (field: string) => !asked.includes(field) && !item[field];
  return {
    moves: [move],
    why,
    missing: why === 'missing_field' ? requirements(move, item.state).filter(lacks) : [],
    needs: why === 'not_allowed' ? rolesFor(move, item.state) : [],
  };
}

function requirements(move: ItemMove, state: ItemState): string[] {
  return transitions(move, state).flatMap((one) => one.requires ?? []);
}

function rolesFor(move: ItemMove, state: ItemState): AccountRole[] {
  return [...new Set(transitions(move, state).flatMap((one) => one.who))];
}

/** Drafts of an office are issued by its reviewer; the group's way of issuing one is none of its moves. */
function transitions(move: ItemMove, state: ItemState) {
  const found = itemMachine.transitions.filter((one) => one.move === move && one.from.includes(state));
  const own = found.filter(({ who }) => who.some((role) => role === 'clerk' || role === 'reviewer'));
  return own.length > 0 ? own : found;
}

/** Moves refused for the same reason share one line. */
function joined(refused: readonly Blocked[]): Blocked[] {
  const lines = new Map<string, Blocked>();
  for (const one of refused) {
    const reason = JSON.stringify([one.why, one.missing, one.needs]);
    lines.set(reason, { ...one, moves: [...(lines.get(reason)?.moves ?? []), ...one.moves] });
  }
  return [...lines.values()];
}
