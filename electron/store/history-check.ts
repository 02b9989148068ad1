import type { Anchor, Anchored } from './anchor-file.ts';
import { type AuditHead, originHash, verifyHistory } from './audit-chain.ts';
import { auditRow, dataId, lastAuditRow } from './audit-sql.ts';
import { givenNumbers } from './given-numbers-sql.ts';
import type { Readable } from './handles.ts';

/** @returns the last row of the history, or its origin before the first write */
export function auditHead(db: Readable): AuditHead {
  const row = lastAuditRow(db);
  if (!row) return { epochCounter: 1, seq: 0, hash: originHash(dataId(db)).toString('hex') };
  return { epochCounter: row.epoch_counter, seq: row.seq, hash: row.hash.toString('hex') };
}

/** What the anchors are to hold of this state. */
export function anchored(db: Readable): Anchored {
  return { ...auditHead(db), numbers: givenNumbers(db) };
}

/**
 * Compares the database with the anchors: with each, since a folder that went on elsewhere brings an anchor of its own,
 * further than that of this PC.
 *
 *   no anchor                            first opening on this PC: nothing to compare
 *   same epoch, chain through the anchor in step, or ahead after a crash between commit and anchor: heals
 *   later epoch in the database          an administrator accepted a loss, then a crash: heals
 *   anything else                        writes are lost, or another history stands in their place
 *
 * @param anchors the further one first
 * @returns how many writes are missing; 0 when none. A history that parted from an anchor's counts at least 1.
 * @throws Refusal `history_broken` when the rows after the anchor do not chain
 */
export function missingWrites(db: Readable, anchors: readonly Anchor[]): number {
  const head = auditHead(db);
  const [furthest, ...others] = anchors.filter(({ epochCounter }) => head.epochCounter <= epochCounter);
  if (!furthest) return 0;
  const parted = [furthest, ...others].filter((anchor) => !passesThrough(db, anchor));
  if (parted.length > 0) return Math.max(1, ...parted.map(({ seq }) => seq - head.seq));
  verifyHistory(db, { ...furthest, hash: Buffer.from(furthest.hash, 'hex') });
  return 0;
}

function passesThrough(db: Readable, anchor: Anchor): boolean {
  if (anchor.seq === 0) return anchor.hash === originHash(anchor.dataId).toString('hex');
  const row = auditRow(db, anchor.seq);
  return row?.epoch_counter === anchor.epochCounter && row.hash.toString('hex') === anchor.hash;
}
