import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { OpenedBundle } from '../bundle/bundle.ts';
import type { Acknowledgement, Manifest } from '../bundle/manifest.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import { heldCampaign } from '../registers/campaign/campaign-exchange.ts';
import { closeBooks } from '../registers/campaign/closed-books.ts';
import { codeOf } from '../store/file-errors.ts';
import type { Write } from '../store/handles.ts';
import { headOf, moveHead, ownOffice } from '../store/office-sql.ts';
import { inSavepoint } from '../store/savepoint.ts';
import {
  insertReceived,
  insertWithheld,
  markAcknowledged,
  sentAt,
  withdrawAcknowledgements,
} from './bundle-log-sql.ts';
import { dropEvaluations } from './evaluation-rows.ts';
import { missingIds, setMissing, setStillMissing } from './feedback-echo-sql.ts';
import { applyFeedback, type FeedbackCounts } from './feedback-in.ts';
import type { FeedbackLine } from './feedback-lines.ts';
import { FIGURE_TABLES } from './figure-tables.ts';
import { applyFigures } from './figures-in.ts';
import { beginImages } from './import-images.ts';
import { anew } from './new-epoch.ts';
import { refuseUnlistedIds } from './other-history.ts';
import type { Party } from './parties.ts';
import { learnRotations } from './party-keys.ts';
import { type Arrival, applyReport, bringsAnotherCampaign, REPORT_TABLES } from './report-in.ts';
import { storeFigures } from './stored-figures.ts';

export interface TakenCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withheld: number;
  readonly notApplicable: number;
  /** Of a report: rows of our own feedback that it gave back. */
  readonly regained: number;
  /** Rows of the books that a new epoch no longer has; not part of the bundle's total. */
  readonly dropped: number;
  /** The campaign whose books close with it, because the sender has begun another; null: they stay open. */
  readonly closes: string | null;
  /** Of feedback: what becomes of its rows, the first of them. */
  readonly feedback: readonly FeedbackLine[];
}

/** A bundle with the file it came as. */
export interface SealedCopy {
  readonly bundle: OpenedBundle;
  readonly content: Uint8Array;
}

export interface TakeInOptions {
  /** The sender begins anew: its first bundle, or the first after a loss. */
  readonly newEpoch: boolean;
  /** Why numbered items that a new epoch lacks may go; null while they may not. */
  readonly dropReason: string | null;
  /** The import is to be taken back some day, if need be: not in a rehearsal, and not in an office's own books. */
  readonly keepImages?: boolean;
}

/**
 * Takes an applicable bundle into the books, in the caller's transaction.
 * @throws Refusal `ack_mismatch`, `epoch_drops_items`, `exchange_direction`, and what the rows are refused with
 */
export function takeIn(write: Write, party: Party, sealed: SealedCopy, options: TakeInOptions): TakenCounts {
  const { manifest, hash } = sealed.bundle;
  write.undo.refuse('undo_not_possible');
  const images = options.keepImages ? beginImages(write, !closesBooks(write, party, sealed, options)) : null;
  const counts = takeRows(write, party, sealed.bundle, options);
  const received = insertReceived(write, party.pk, manifest, { hash, content: sealed.content }, 'applied');
  keepWithheld(write, received, party, sealed.bundle);
  if (party.keys.kind === 'office' && manifest.kind === 'report')
    storeFigures(write, { office: party.pk, asOf: manifest.period.asOf, bundle: hash });
  learnRotations(write, holder(party), manifest.rotations);
  images?.keep(received, party.pk);
  write.record({
    sender: manifest.sender.officeId,
    sequence: manifest.sequence,
    hash,
    ...counts,
    feedback: undefined,
  });
  return counts;
}

function closesBooks(
  write: Write,
  { pk: office }: Party,
  { bundle: { tables } }: SealedCopy,
  { newEpoch }: TakeInOptions,
): boolean {
  return newEpoch && ownedByTheSender(() => bringsAnotherCampaign(write, { office, tables }));
}

/** The rows alone, without a note of the bundle that brought them. @throws Refusal as `takeIn` */
export function takeRows(
  write: Write,
  party: Party,
  bundle: OpenedBundle,
  { newEpoch, dropReason }: TakeInOptions,
): TakenCounts {
  const { manifest, tables } = bundle;
  if (newEpoch) withdrawAcknowledgements(write, party.pk, lastOfOurs(manifest.acknowledges));
  if (manifest.acknowledges) countersign(write, party, manifest.acknowledges);
  const { baseRev, headRev } = manifest;
  const applied = newEpoch ? 0 : headOf(write, party.pk);
  const arrival = { office: party.pk, baseRev, headRev, stamp: Math.max(baseRev, applied) + 1, tables };
  const counts = {
    ...NONE,
    ...ownedByTheSender(() => {
      if (manifest.kind === 'feedback')
        return takeFeedback(write, arrival, { full: manifest.full, newEpoch });
      if (party.keys.kind === 'group') return applyFigures(write, party.pk, tables);
      if (!newEpoch) return manifest.full ? takeAll(write, arrival, dropReason) : takeMore(write, arrival);
      if (bringsAnotherCampaign(write, arrival)) return inNewBooks(write, arrival);
      return beginAnew(write, arrival, dropReason);
    }),
    withheld: unknownTables(party, bundle).reduce((sum, [, { rows }]) => sum + rows, 0),
  };
  moveHead(write, party.pk, headRev, manifest.epoch);
  return counts;
}

const NONE = {
  ...{ added: 0, changed: 0, unchanged: 0, notApplicable: 0, regained: 0, dropped: 0 },
  ...{ closes: null, feedback: [] },
};

/** A group has no items or sessions of its own: the one above it acknowledges, and says nothing. */
function takeFeedback(
  write: Write,
  arrival: Arrival,
  { full, newEpoch }: { readonly full: boolean; readonly newEpoch: boolean },
): FeedbackCounts & { dropped: number } {
  const isEmpty = [...arrival.tables.values()].every(({ rows }) => rows === 0);
  ensure(isEmpty || ownOffice(write).kind === 'office', 'exchange_direction');
  if (full) noteMissing(write, arrival.office, arrival.tables, newEpoch);
  const dropped = newEpoch ? dropEvaluations(write, arrival.office, arrival.tables) : 0;
  const missing = missingIds(write, arrival.office, 0).length;
  const counts = applyFeedback(write, arrival);
  const still = missingIds(write, arrival.office, 0).length;
  // what one report had no room for goes with the next, as long as something comes of it
  if (still > 0 && still < missing) setStillMissing(write, arrival.office);
  return { ...counts, dropped };
}

/** A full bundle is all that the group has ever said to us: what it does not list, the group has lost. */
function noteMissing(write: Write, group: number, tables: Tables, newEpoch: boolean): void {
  const ids = tables.get('feedback')?.columns.get('id') ?? [];
  setMissing(write, group, JSON.stringify(Array.from(ids, String)), newEpoch);
}

/**
 * A full report is all that there is at the office. What stands here beside it came out of another history, a copy of
 * its books that has gone on for itself, and goes as with a new epoch.
 */
function takeAll(write: Write, arrival: Arrival, dropReason: string | null) {
  try {
    return inSavepoint(write, () => ownedByTheSender(() => applyReport(write, arrival)));
  } catch (error) {
    if (!(error instanceof Refusal) || !isOfOtherHistory(error)) throw error;
    return beginAnew(write, arrival, dropReason);
  }
}

/** What was applied before says nothing of this history. */
function beginAnew(write: Write, arrival: Arrival, dropReason: string | null) {
  const first = { ...arrival, stamp: arrival.baseRev + 1 };
  return anew(write, { ...first, dropReason }, () => applyReport(write, first));
}

/** @throws Refusal `bundle_base_mismatch` where a row of another history stands in the place of one of the increment */
function takeMore(write: Write, arrival: Arrival) {
  try {
    return inSavepoint(write, () => ownedByTheSender(() => applyReport(write, arrival)));
  } catch (error) {
    if (error instanceof Refusal && isOfOtherHistory(error)) refuseUnlistedIds(write, arrival);
    throw error;
  }
}

/** The other history may also hold what this one needs: the number of an item. */
function isOfOtherHistory({ code, fields }: Refusal): boolean {
  return code === 'bundle_base_mismatch' || 'cause' in fields;
}

/** What the office left of its last campaign is kept as closed books, and nothing of it counts as dropped. */
function inNewBooks(write: Write, arrival: Arrival) {
  const closes = heldCampaign(write, arrival.office) ?? '';
  closeBooks(write, arrival.office, closes);
  return { ...applyReport(write, arrival), closes };
}

/** A bundle with names: its link and keys count, and nothing else of it. @returns the surrogate of its row */
export function putApart(write: Write, party: Party, { bundle, content }: SealedCopy): number {
  const { manifest, hash } = bundle;
  const received = insertReceived(write, party.pk, manifest, { hash, content }, 'kept');
  learnRotations(write, holder(party), manifest.rotations);
  write.record({ kept: hash, sequence: manifest.sequence });
  return received;
}

/** A number that a later bundle has covered (已被后续包覆盖): its link was checked, its rows are old. */
export function supersede(write: Write, party: Party, { bundle, content }: SealedCopy): void {
  insertReceived(write, party.pk, bundle.manifest, { hash: bundle.hash, content }, 'superseded');
  learnRotations(write, holder(party), bundle.manifest.rotations);
  write.record({ superseded: bundle.hash });
}

function holder({ pk, keys }: Party) {
  return { pk, officeId: keys.officeId };
}

/** A FORK: kept beside what stands, and nothing of this sender applies until it is settled. */
export function quarantine(write: Write, party: Party, { bundle, content }: SealedCopy): void {
  insertReceived(write, party.pk, bundle.manifest, { hash: bundle.hash, content }, 'quarantined');
  write.record({ quarantined: bundle.hash });
}

/**
 * The other side names the last bundle of ours that it applied: it must be one that we sent, with our history
 * at that point. Otherwise one of the two has lost or changed its books.
 */
function countersign(write: Write, party: Party, said: Acknowledgement): void {
  const sent = sentAt(write, party.pk, said.epoch.counter, said.sequence);
  const matches =
    sent?.hash === said.bundleHash &&
    sent.audit_seq === said.auditHead.seq &&
    sent.audit_hash === said.auditHead.hash &&
    sent.names_reason === null;
  ensure(sent && matches, 'ack_mismatch', { sequence: said.sequence });
  if (sent.acknowledged_at === null) markAcknowledged(write, sent);
}

function lastOfOurs(said: Acknowledgement | null) {
  return said && { epoch: said.epoch.counter, sequence: said.sequence };
}

/**
 * What the tables themselves do not take (a number given twice, a surrogate of nothing) is a bug where our own
 * rows are written; here it is the sender's.
 */
function ownedByTheSender<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    throw code.startsWith('SQLITE_CONSTRAINT') ? new Refusal('bundle_row_invalid', { cause: code }) : error;
  }
}

const FEEDBACK_TABLES: ReadonlySet<string> = new Set([
  'feedback',
  'evaluation',
  'evaluationLine',
  'evaluationOrder',
  'template',
]);

/** Registers of the bundle that this version does not know. */
function unknownTables(
  { keys }: Party,
  { manifest, tables }: { manifest: Manifest; tables: Tables },
): [string, Table][] {
  const reported = keys.kind === 'office' ? REPORT_TABLES : FIGURE_TABLES;
  const known = manifest.kind === 'report' ? reported : FEEDBACK_TABLES;
  return [...tables].filter(([name]) => !known.has(name));
}

/** The file itself is kept whole; this notes which of its registers wait for a newer version. */
function keepWithheld(write: Write, received: number, party: Party, bundle: OpenedBundle): void {
  for (const [register, { rows }] of unknownTables(party, bundle))
    insertWithheld(write, received, register, rows);
}
