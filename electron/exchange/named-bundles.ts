import { ensure } from '../../shared/vocabulary/refusal.ts';
import { reopenBundle } from '../bundle/bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { eraseContent, insertNamed, type NamedRow, namedBundleAt } from './named-bundles-sql.ts';
import { type NamedList, readNamed } from './named-in.ts';
import { ownIdentities } from './own-keys.ts';
import type { Party } from './parties.ts';
import { keptContent } from './quarantine-sql.ts';
import { putApart, type SealedCopy } from './take-in.ts';

/** Which bundle with names, by the sender's id, and why somebody looks at it or erases it. */
export interface NamedAsked {
  readonly sender: string;
  readonly sequence: number;
  readonly epoch?: number | undefined;
  readonly reason: string;
}

export interface OpenedNamed {
  readonly manifest: Manifest;
  readonly list: NamedList;
}

/**
 * Keeps the sealed file after every row of it was checked; nothing enters the books ([X105]).
 * @throws Refusal `bundle_row_invalid`, `bundle_newer_register`
 */
export function keepNamed(write: Write, party: Party, sealed: SealedCopy): void {
  write.undo.refuse('undo_not_possible');
  readNamed(sealed.bundle.tables);
  insertNamed(write, putApart(write, party, sealed), sealed.bundle.manifest.namesReason ?? '');
}

/**
 * The list, for somebody to read; that they did, and why, is in the history before they see anything.
 * @throws Refusal `not_found`, `named_bundle_erased`
 */
export async function openNamed(ledger: OpenLedger, asked: NamedAsked): Promise<OpenedNamed> {
  const { content, hash } = ledger.read((db) => {
    const row = held(db, asked);
    return { hash: row.hash, content: keptContent(db, row.hash) ?? new Uint8Array() };
  });
  const { manifest, tables } = await reopenBundle(content, ledger.read(ownIdentities));
  const list = readNamed(tables);
  ledger.write(ledger.account.pk, 'exchange.namedBundle', (write) => {
    write.record({ sender: asked.sender, sequence: asked.sequence, hash, reason: asked.reason });
  });
  return { manifest, list };
}

/**
 * @returns the epoch of the bundle
 * @throws Refusal `not_found`, `named_bundle_erased`
 */
export function eraseNamed(write: Write, { reason, ...asked }: NamedAsked): number {
  write.undo.refuse('undo_not_possible');
  const { pk, hash, epoch } = held(write, asked);
  eraseContent(write, pk, reason);
  write.record({ sender: asked.sender, sequence: asked.sequence, hash, reason });
  return epoch;
}

function held(db: Readable, { sender, epoch, sequence }: Omit<NamedAsked, 'reason'>): NamedRow {
  const row = namedBundleAt(db, sender, epoch, sequence);
  ensure(row, 'not_found', { register: 'bundle' });
  ensure(row.erased_at === null, 'named_bundle_erased');
  return row;
}
