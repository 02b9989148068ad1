import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { OpenedBundle } from '../bundle/bundle.ts';
import type { Acknowledgement, Manifest } from '../bundle/manifest.ts';
import type { Write } from '../store/handles.ts';
import { insertReceived, markAcknowledged, sentAt } from './bundle-log-sql.ts';
import { applyFeedback } from './feedback-in.ts';
import { forgetOffice } from './forget-office.ts';
import { ownIdentity, type Party } from './parties.ts';
import { applyReport, unknownTables } from './report-in.ts';

export interface TakenCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withheld: number;
  readonly notApplicable: number;
}

/** A bundle with the file it came as. */
export interface SealedCopy {
  readonly bundle: OpenedBundle;
  readonly content: Uint8Array;
}

/**
 * Takes an applicable bundle into the books, in the caller's transaction.
 * @param newEpoch the sender begins anew (first bundle, or after a loss): rows it no longer has are dropped
 * @throws Refusal `exchange_direction`, `demo_mismatch`, `ack_mismatch`, and what the rows are refused with
 */
export function takeIn(write: Write, party: Party, sealed: SealedCopy, newEpoch: boolean): TakenCounts {
  const { manifest, hash, tables } = sealed.bundle;
  const own = ownIdentity(write, write.office);
  ensure(manifest.kind === (own.kind === 'group' ? 'report' : 'feedback'), 'exchange_direction');
  ensure(manifest.sender.demo === own.demo, 'demo_mismatch');
  if (manifest.acknowledges) countersign(write, party, manifest.acknowledges);
  const arrival = { office: party.pk, headRev: manifest.headRev, tables };
  if (newEpoch && own.kind === 'group') forgetOffice(write, arrival);
  const counts =
    own.kind === 'group'
      ? { notApplicable: 0, ...applyReport(write, arrival) }
      : { changed: 0, withheld: withheldRows(sealed), ...applyFeedback(write, party.pk, tables) };
  const received = insertReceived(write, party.pk, manifest, { hash, content: sealed.content }, 'applied');
  keepWithheld(write, received, sealed);
  moveHead(write, party, manifest);
  write.record({ sender: manifest.sender.officeId, sequence: manifest.sequence, hash, ...counts });
  return counts;
}

/** A number that a later bundle has covered (已被后续包覆盖): its link was checked, its rows are old. */
export function supersede(write: Write, party: Party, { bundle, content }: SealedCopy): void {
  insertReceived(write, party.pk, bundle.manifest, { hash: bundle.hash, content }, 'superseded');
  write.record({ superseded: bundle.hash });
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
    sent.audit_hash === said.auditHead.hash;
  ensure(sent && matches, 'ack_mismatch', { sequence: said.sequence });
  if (sent.acknowledged_at === null) markAcknowledged(write, sent);
}

function moveHead(write: Write, party: Party, { headRev, epoch }: Manifest): void {
  write.run(
    'UPDATE office SET rev = ?, epoch_id = ?, epoch_counter = ? WHERE pk = ?',
    headRev,
    epoch.id,
    epoch.counter,
    party.pk,
  );
}

function withheldRows({ bundle }: SealedCopy): number {
  return [...bundle.tables]
    .filter(([name]) => name !== 'feedback')
    .reduce((sum, [, table]) => sum + table.rows, 0);
}

/** The file itself is kept whole; this notes which of its registers wait for a newer version. */
function keepWithheld(write: Write, received: number, { bundle }: SealedCopy): void {
  const unknown = unknownTables(bundle.tables).filter(([name]) => name !== 'feedback');
  for (const [register, { rows }] of unknown) {
    write.run(
      'INSERT INTO withheld_register (bundle, register, rows) VALUES (?, ?, ?)',
      received,
      register,
      rows,
    );
  }
}
