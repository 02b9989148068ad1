import { setImmediate } from 'node:timers/promises';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Advance } from '../store/advance.ts';

/** Long work that a host does for one call, as the page is told of it. */
export interface Work {
  readonly kind: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly cancellable: boolean;
}

/** Whoever keeps what is under way. */
export interface Workplace {
  /** By the call that does it, in the order in which they began. */
  readonly works: Map<object, Work>;
  /** Counts the locks: work of whoever was signed in ends with it. */
  readonly locks: number;
}

/** What a page that asks is told of: what began last. */
export function workUnderWay({ works }: Workplace): Work | null {
  return [...works.values()].at(-1) ?? null;
}

/** A new connection, its request and a hang-up each take a turn of the event loop. */
const TURNS = 3;

/**
 * Does long work so that others can ask how far it is, and its caller can give it up: at every step the host
 * answers what came in meanwhile, and a call that was aborted ends there with everything as it was.
 * @throws Refusal `cancelled`, `not_signed_in` when the host was locked meanwhile, and what `task` throws
 */
export async function working<T>(
  place: Workplace,
  kind: string,
  signal: AbortSignal | undefined,
  task: (advance: Advance) => Promise<T>,
): Promise<T> {
  const { locks } = place;
  const call = {};
  try {
    return await task(advance);
  } catch (error) {
    // The parser was killed because of the same signal.
    throw error instanceof Refusal && error.code === 'sheet_cancelled' ? new Refusal('cancelled') : error;
  } finally {
    place.works.delete(call);
  }

  async function advance(step: string, done: number, total: number, cancellable = true): Promise<void> {
    place.works.set(call, { kind, step, done, total, cancellable });
    for (let turn = 0; turn < TURNS; turn++) await setImmediate();
    ensure(place.locks === locks, 'not_signed_in');
    ensure(!cancellable || !signal?.aborted, 'cancelled');
  }
}
