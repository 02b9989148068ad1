import type { SessionMove } from '../../../shared/vocabulary/words.ts';
import type { SessionCard } from './study-queries.ts';

export interface OfferedMove {
  readonly move: SessionMove;
  /** The error code that says why not now; null: it may be made. */
  readonly why: string | null;
}

/** Refusals for want of the role are nobody's business here: the button is simply not there. */
const NOT_MINE: readonly string[] = ['not_allowed', 'wrong_installation'];
/** Moves that lead forward, of which one is the main one; the others lead back or away. */
const FORWARD: readonly SessionMove[] = ['schedule', 'hold', 'submit', 'approve'];

/** What the account may do with a session, the main move last. */
export function offeredMoves(
  { allowed, day }: Pick<SessionCard, 'allowed' | 'day'>,
  today: string,
): { readonly offered: readonly OfferedMove[]; readonly main: OfferedMove | undefined } {
  const own = allowed
    .filter(({ why }) => why === null || !NOT_MINE.includes(why))
    .map((one) => (one.move === 'hold' && isAhead(day, today) ? { ...one, why: 'session_day_ahead' } : one));
  const main = own.find(({ move }) => FORWARD.includes(move));
  return { offered: main ? [...own.filter((one) => one !== main), main] : own, main };
}

function isAhead(day: string | null, today: string): boolean {
  return day !== null && day > today;
}
