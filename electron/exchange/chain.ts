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
}

/** A bundle of the same sender met before. */
export interface KnownLink extends ChainLink {
  readonly state: KeptState;
}

export type ChainVerdict =
  | { readonly outcome: 'applicable'; readonly newEpoch: boolean }
  | { readonly outcome: 'duplicate' | 'superseded' }
  /** `waitsFor`: the number that must come first */
  | { readonly outcome: 'early'; readonly waitsFor: number }
  | { readonly outcome: 'fork'; readonly conflictsWith: number };

/**
 * Judges a bundle against everything met from its sender ([X22] to [X29] of SPEC.md beside this file). Clocks
 * and dates play no part; only numbers, hashes and revisions do.
 * @param known every bundle of this sender to this installation, in any order
 */
export function judge(link: ChainLink, known: readonly KnownLink[]): ChainVerdict {
  const same = known.find(({ hash }) => hash === link.hash);
  if (same) return same.state === 'quarantined' ? fork(same.sequence) : { outcome: 'duplicate' };
  const chain = known.filter(stands);
  const conflict = chain.find((other) => contradicts(link, other)) ?? rejectedBefore(link, known);
  if (conflict) return fork(conflict.sequence);
  const head = headOf(chain);
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

function stands({ state }: KnownLink): boolean {
  return state === 'applied' || state === 'superseded';
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

/** The bundle before this one, where it was kept out of the chain. */
function rejectedBefore(link: ChainLink, known: readonly KnownLink[]): KnownLink | undefined {
  const rejected = known.filter((other) => !stands(other) && other.state !== 'closed');
  return rejected.find(({ hash }) => hash === link.previousHash);
}

/**
 * After a fork was settled, the branch that lost may go on speaking. A bundle that leaves a gap is taken from a
 * base beyond the fork only: the other branch's books never match the acknowledgement of such a base.
 */
function jumpsFork(link: ChainLink, head: ChainLink, known: readonly KnownLink[]): boolean {
  if (link.sequence === head.sequence + 1) return false;
  const here = known.filter(({ epochId }) => epochId === link.epochId);
  const forks = here.filter(({ state }) => state === 'settled').map(({ sequence }) => sequence);
  if (forks.length === 0) return false;
  const shared = here.filter((other) => stands(other) && other.sequence < Math.min(...forks));
  return link.baseRev <= Math.max(0, ...shared.map(({ headRev }) => headRev));
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
