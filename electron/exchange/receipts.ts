import type { KeptState } from '../../shared/vocabulary/import-outcomes.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { peekManifest } from '../bundle/bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import { isReceiptCode, receiptCode } from '../bundle/receipt.ts';
import type { Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ownEpoch } from '../store/office-sql.ts';
import { awaitedReceipt, keptBundle, markDelivered } from './handing-over-sql.ts';
import { openOptions } from './import-bundles.ts';

/** Which bundle of a party, by the party's id. */
export interface BundleNumber {
  readonly party: string;
  readonly sequence: number;
  readonly epoch?: number | undefined;
}

export interface PaperReceipt {
  readonly manifest: Manifest;
  readonly hash: string;
  readonly state: KeptState;
  readonly receivedAt: string;
  /** `XXXX-XXXX` */
  readonly code: string;
}

/**
 * What the paper says that goes back to the sender ([X68]). The code is not kept: the bundle is opened for it.
 * @throws Refusal `not_found` where no such bundle was kept, and what opening throws
 */
export async function paperReceipt(ledger: OpenLedger, bundle: BundleNumber): Promise<PaperReceipt> {
  const { party, epoch, sequence } = bundle;
  const kept = ledger.read((db) => keptBundle(db, party, epoch, sequence));
  ensure(kept, 'not_found', { register: 'received_bundle' });
  const options = ledger.read((db) => openOptions(db, ledger));
  const { manifest, hash } = await peekManifest(kept.content, options);
  const { state, received_at: receivedAt } = kept;
  return { manifest, hash, state, receivedAt, code: receiptCode(manifest, hash) };
}

/** The code that came back on paper; null as long as nobody has typed it. */
export function enteredCode(line: {
  readonly delivered_at: string | null;
  readonly receipt_key: string;
  readonly hash: string;
}): string | null {
  return line.delivered_at && receiptCode({ receiptKey: line.receipt_key }, line.hash);
}

/**
 * The bundle has been delivered, as its recipient's paper says. It is no acknowledgement: the base of the next
 * bundle stays ([X68]). Typed again, nothing changes.
 * @returns the epoch of the bundle, and the instant at which it counts as delivered
 * @throws Refusal `not_found`, `receipt_wrong`
 */
export function enterReceipt(
  write: Write,
  bundle: BundleNumber,
  typed: string,
): { epoch: number; deliveredAt: string } {
  const { party, sequence, epoch = ownEpoch(write).counter } = bundle;
  const sent = awaitedReceipt(write, party, epoch, sequence);
  ensure(sent, 'not_found', { register: 'sent_bundle' });
  ensure(isReceiptCode(typed, { receiptKey: sent.receipt_key }, sent.hash), 'receipt_wrong', { sequence });
  markDelivered(write, sent.pk);
  write.record({ recipient: party, epoch, sequence });
  return { epoch, deliveredAt: sent.delivered_at ?? write.at };
}
