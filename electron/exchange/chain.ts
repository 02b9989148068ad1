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
  readonly state: 'applied' | 'superseded' | 'quarantined' | 'settled';
}

export type ChainVerdict =
  | { readonly outcome: 'applicable'; readonly newEpoch: boolean }
  | { readonly outcome: 'duplicate' | 'superseded' }
  /** `waitsFor`: the number that must come first */
  | { readonly outcome: 'early'; readonly waitsFor: number }
  | { readonly outcome: 'fork'; readonly conflictsWith: number };

/**
 * Judges a bundle against everything met from its sender ([X1] to [X8] of SPEC.md beside this file). Clocks
 * and dates play no part; only numbers, hashes and revisions do.
 * @param known every bundle of this sender to this installation, in any order
 */
export function judge(link: ChainLink, known: readonly KnownLink[]): ChainVerdict {
  const same = known.find(({ hash }) => hash === link.hash);
  if (same) return same.state === 'quarantined' ? fork(same.sequence) : { outcome: 'duplicate' };
  const chain = known.filter(({ state }) => state === 'applied' || state === 'superseded');
  const conflict = chain.find((other) => contradicts(link, other));
  if (conflict) return fork(conflict.sequence);
  const head = headOf(chain);
  if (!head) return link.full ? applicable(true) : { outcome: 'early', waitsFor: 1 };
  if (link.epoch < head.epoch) return { outcome: 'superseded' };
  if (link.epoch > head.epoch) return link.full ? applicable(true) : { outcome: 'early', waitsFor: 1 };
  if (link.sequence < head.sequence) return { outcome: 'superseded' };
  if (link.baseRev > head.headRev) return { outcome: 'early', waitsFor: head.sequence + 1 };
  return applicable(false);
}

/** The bundle applied last: the highest in epoch and sequence, since a lower one is superseded. */
export function headOf(chain: readonly KnownLink[]): KnownLink | undefined {
  return chain
    .filter(({ state }) => state === 'applied')
    .sort((one, other) => other.epoch - one.epoch || other.sequence - one.sequence)[0];
}

/** One history cannot hold both: the same number twice, a broken link, or revisions that run backwards. */
function contradicts(link: ChainLink, other: ChainLink): boolean {
  if (link.epoch !== other.epoch) return false;
  if (link.epochId !== other.epochId) return true;
  const distance = link.sequence - other.sequence;
  if (distance === 0) return true;
  if (distance === 1 && link.previousHash !== other.hash) return true;
  if (distance === -1 && other.previousHash !== link.hash) return true;
  return distance > 0 ? link.headRev < other.headRev : link.headRev > other.headRev;
}

function fork(conflictsWith: number): ChainVerdict {
  return { outcome: 'fork', conflictsWith };
}

function applicable(newEpoch: boolean): ChainVerdict {
  return { outcome: 'applicable', newEpoch };
}
