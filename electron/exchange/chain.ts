import type { KeptState } from '../../shared/vocabulary/import-outcomes.ts';

/** Where a bundle stands: the part of its manifest that decides whether it applies, and its file's hash. */
export interface ChainLink {
  readonly epochId: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly previousHash: string | null;
  readonly baseRev: number;
  readonly headRev: number;
  readonly full: boolean;
  readonly hash: string;
  /** It carries names: it takes its number, and no books stand on it. */
  readonly named?: boolean;
}

/** A bundle of the same sender met before. */
export interface KnownLink extends ChainLink {
  readonly state: KeptState;
}

export type ChainVerdict =
  | { readonly outcome: 'applicable'; readonly newEpoch: boolean }
  | { readonly outcome: 'duplicate' | 'superseded' | 'kept' }
  /** `waitsFor`: the number that must come first */
  | { readonly outcome: 'early'; readonly waitsFor: number }
  | { readonly outcome: 'fork'; readonly conflictsWith: number };

/**
 * Judges a bundle against everything met from its sender ([X22] to [X29], [X105] of SPEC.md beside this file). Clocks
 * and dates play no part; only numbers, hashes and revisions do.
 * @param known every bundle of this sender to this installation, in any order
 */
export function judge(link: ChainLink, known: readonly KnownLink[]): ChainVerdict {
  const same = known.find(({ hash, state }) => hash === link.hash && state !== 'undone');
  if (same) return same.state === 'quarantined' ? fork(same.sequence) : { outcome: 'duplicate' };
  const chain = known.filter(stands);
  const conflict = contradicted(link, known) ?? rejectedBefore(link, known);
  if (conflict) return fork(conflict.sequence);
  const head = headOf(chain);
  if (link.named)
    return head && jumpsFork(link, head, known) ? early(head.sequence + 1) : { outcome: 'kept' };
  if (!head || link.epoch > head.epoch) return link.full ? applicable(true) : early(1);
  if (link.epoch < head.epoch || link.sequence < head.sequence) return { outcome: 'superseded' };
  if (link.baseRev > head.headRev || jumpsFork(link, head, known)) return early(head.sequence + 1);
  return applicable(false);
}

/** The bundle applied last: the highest in epoch and sequence, since a lower one is superseded. */
function headOf(chain: readonly KnownLink[]): KnownLink | undefined {
  return chain
    .filter(({ state }) => state === 'applied')
    .sort((one, other) => other.epoch - one.epoch || other.sequence - one.sequence)[0];
}

/** The first bundle of the chain, or of those that were taken back, with which it cannot be of one history. */
export function contradicted(link: ChainLink, known: readonly KnownLink[]): KnownLink | undefined {
  return known.find(
    (other) =>
      (stands(other) || other.state === 'undone') && other.hash !== link.hash && contradicts(link, other),
  );
}

export function stands({ state }: KnownLink): boolean {
  return state === 'applied' || state === 'superseded' || state === 'kept';
}

/**
 * One history cannot hold both: an epoch under two ids, the same number twice, a broken link, or revisions that
 * do not grow with the numbers (every sealing is itself a write).
 */
function contradicts(link: ChainLink, other: ChainLink): boolean {
  if (link.epoch !== other.epoch) return link.epochId === other.epochId;
  if (link.epochId !== other.epochId) return true;
  const distance = link.sequence - other.sequence;
  if (distance === 0) return true;
  if (distance === 1 && link.previousHash !== other.hash) return true;
  if (distance === -1 && other.previousHash !== link.hash) return true;
  return distance > 0 ? link.headRev <= other.headRev : link.headRev >= other.headRev;
}

const REJECTED: ReadonlySet<string> = new Set(['quarantined', 'settled', 'revoked']);

/** The bundle before this one, where it was kept out of the chain. */
function rejectedBefore(link: ChainLink, known: readonly KnownLink[]): KnownLink | undefined {
  const rejected = known.filter((other) => REJECTED.has(other.state));
  return rejected.find(({ hash }) => hash === link.previousHash);
}

/**
 * After a fork was settled, the branch that lost may go on speaking. A bundle that leaves a gap is taken from a
 * base beyond the fork only: the other branch's books never match the acknowledgement of such a base.
 */
function jumpsFork(link: ChainLink, head: ChainLink, known: readonly KnownLink[]): boolean {
  const here = known.filter(({ epochId }) => epochId === link.epochId);
  if (link.sequence === linkedUpTo(head, here) + 1) return false;
  const forks = here.filter(({ state }) => state === 'settled').map(({ sequence }) => sequence);
  if (forks.length === 0) return false;
  if (link.named) return link.sequence > Math.min(...forks) && !here.some((other) => isNextTo(link, other));
  const shared = here.filter((other) => stands(other) && other.sequence < Math.min(...forks));
  return link.baseRev <= Math.max(0, ...shared.map(({ headRev }) => headRev));
}

/** Then its link was compared. */
function isNextTo(link: ChainLink, other: KnownLink): boolean {
  return stands(other) && Math.abs(other.sequence - link.sequence) === 1;
}

/** The last number of those after the head that follow on it without a gap: none but bundles with names. */
function linkedUpTo(head: ChainLink, here: readonly KnownLink[]): number {
  const kept = new Set(here.filter(({ state }) => state === 'kept').map(({ sequence }) => sequence));
  let last = head.sequence;
  while (kept.has(last + 1)) last += 1;
  return last;
}

function fork(conflictsWith: number): ChainVerdict {
  return { outcome: 'fork', conflictsWith };
}

function early(waitsFor: number): ChainVerdict {
  return { outcome: 'early', waitsFor };
}

function applicable(newEpoch: boolean): ChainVerdict {
  return { outcome: 'applicable', newEpoch };
}
