import { type ChainPosition, comparePositions } from '../bundle/trust.ts';
import type { Readable } from '../store/handles.ts';
import { linkOfRow } from './bundle-log-sql.ts';
import { contradicted, type KnownLink, stands } from './chain.ts';
import { stepOf } from './import-images-sql.ts';
import { type KeptRow, keptOf } from './quarantine-sql.ts';
import { unkept } from './undo-import.ts';

/** The two histories that a sender tells, from where they part. */
export interface Branches {
  /** The last number that both have; null: nothing. */
  readonly ancestor: ChainPosition | null;
  /** What stands since, or stood until its import was taken back, in its order. */
  readonly standing: readonly KeptRow[];
  /** What was put aside, in its order. */
  readonly other: readonly KeptRow[];
  /** The first bundle from which there is no way back; null: there is one. */
  readonly stuckAt: KeptRow | null;
}

/** @param sender surrogate */
export function branchesOf(db: Readable, sender: number): Branches {
  const kept = keptOf(db, sender);
  const other = kept.filter(({ state }) => state === 'quarantined');
  const chain = kept.map(linkOfRow);
  const parting = firstOf(other.flatMap((row) => contradicted(linkOfRow(row), chain) ?? []));
  const inChain = kept.filter((row) => stands(linkOfRow(row)) || row.state === 'undone');
  const isSince = (row: KeptRow) => parting !== null && comparePositions(row, parting) >= 0;
  const standing = inChain.filter(isSince);
  const before = inChain.filter((row) => row.state === 'applied' && !isSince(row)).at(-1);
  const stuckAt = standing.find(({ state, pk }) => state === 'applied' && unkept(stepOf(db, pk)) !== null);
  return {
    ancestor: before ? { epoch: before.epoch, sequence: before.sequence } : null,
    standing,
    other,
    stuckAt: stuckAt ?? null,
  };
}

function firstOf(links: readonly KnownLink[]): KnownLink | null {
  return links.toSorted(comparePositions)[0] ?? null;
}
