import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Advance } from '../store/advance.ts';
import { syncFolder } from '../store/atomic-file.ts';
import { codeOf } from '../store/file-errors.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Volume, Volumes } from '../store/volumes.ts';
import { type KeptFile, keptContent, keptFile, markWritten } from './handing-over-sql.ts';
import { keyRecords } from './key-records.ts';
import { ownKeyFile } from './own-keys.ts';
import { filesAt, largestFile, placeAt, refuseOwnBooks } from './places.ts';
import { writeProved } from './stick.ts';

/** Where the medium is looked for, and what of this PC is none. */
export interface Desk {
  readonly ledger: OpenLedger;
  readonly volumes: Volumes;
  /** Folders of the books themselves. */
  readonly books: readonly string[];
}

export interface WritingOrder {
  /** Sealed bundles whose files are kept; the current epoch where none is named. */
  readonly bundles: readonly {
    readonly recipient: string;
    readonly sequence: number;
    readonly epoch?: number | undefined;
  }[];
  readonly place: string;
  readonly medium: string | null;
  /** Each into a folder named by its recipient's code. */
  readonly folderPerOffice: boolean;
}

export interface WrittenFile {
  readonly recipient: string;
  readonly sequence: number;
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
}

/**
 * Writes sealed bundles to a medium, each proved by reading it back ([X65]). What was written before something
 * failed stays and counts as written; of the file that failed nothing stays.
 * @throws Refusal `bundle_not_kept`, `place_missing`, `place_own_books`, `place_unwritable`, `medium_full`,
 *   `medium_file_too_large`, `written_differs`, and what `advance` throws
 */
export async function writeBundles(
  desk: Desk,
  order: WritingOrder,
  advance?: Advance,
): Promise<WrittenFile[]> {
  const { ledger } = desk;
  const kept = order.bundles.map((bundle) => ({ ...bundle, file: keptOf(ledger, bundle) }));
  const volume = await roomFor(
    desk,
    order.place,
    kept.map(({ file }) => file.bytes),
  );
  const written: (WrittenFile & { readonly pk: number })[] = [];
  try {
    for (const { recipient, sequence, file } of kept) {
      await advance?.('copy', written.length, kept.length);
      const folder = order.folderPerOffice ? join(volume.path, file.recipient_code) : volume.path;
      const path = join(folder, file.file_name);
      writeTo(volume, path, keptFileContent(ledger, file));
      written.push({ pk: file.pk, recipient, sequence, path, fileName: file.file_name, bytes: file.bytes });
    }
  } finally {
    noteWritten(ledger, written, order.medium);
  }
  return written.map(({ pk, ...told }) => told);
}

/**
 * The own public keys, and what was signed about them for parties that have not heard of it, as files on a medium.
 * @throws Refusal as `writeBundles`, but for `bundle_not_kept`; `keys_missing`
 */
export async function writeKeyFiles(
  desk: Desk,
  place: string,
): Promise<{ fingerprint: string; files: string[] }> {
  const { ledger } = desk;
  const keys = ledger.read(ownKeyFile);
  const unheard = ledger.read(keyRecords).filter(({ heard }) => !heard);
  const files = [{ fileName: `${ledger.ownOffice.code}.jyzdkeys.json`, content: keys.content }, ...unheard];
  const volume = await roomFor(
    desk,
    place,
    files.map(({ content }) => content.length),
  );
  for (const { fileName, content } of files) writeTo(volume, join(volume.path, fileName), content);
  return { fingerprint: keys.fingerprint, files: files.map(({ fileName }) => fileName) };
}

/**
 * Deletes files that a later bundle of ours has made needless, and what an interrupted writing left ([X67]).
 * @throws Refusal `place_missing`, `place_own_books`, `place_not_ours` before anything is deleted, `place_unwritable`
 */
export async function clearPlace(desk: Desk, place: string, files: readonly string[]): Promise<number> {
  const { ledger } = desk;
  const volume = await placeAt(desk.volumes, place);
  refuseOwnBooks(volume.path, desk.books);
  const found = new Map(filesAt(ledger, volume.path).map((file) => [file.fileName, file.known]));
  for (const fileName of files) {
    const known = found.get(fileName);
    ensure(known === 'older' || known === 'unfinished', 'place_not_ours', { fileName });
  }
  onMedium(volume, () => {
    for (const fileName of files) rmSync(join(volume.path, fileName));
    syncFolder(volume.path);
  });
  ledger.write(ledger.account.pk, 'exchange.clearPlace', (write) => write.record({ files: [...files] }));
  return files.length;
}

/** Clusters of large sticks; a file takes whole ones. */
const CLUSTER = 64 * 1024;
/** Left for folders, and for whatever else the system writes there. */
const RESERVE = 1024 * 1024;

/** The medium, looked at before anything is written: a full one is left as it is. */
async function roomFor(desk: Desk, place: string, sizes: readonly number[]): Promise<Volume> {
  const volume = await placeAt(desk.volumes, place);
  refuseOwnBooks(volume.path, desk.books);
  ensure(volume.writable, 'place_unwritable', { place });
  const limit = largestFile(volume);
  const largest = Math.max(...sizes);
  if (limit !== null) ensure(largest <= limit, 'medium_file_too_large', { place, bytes: largest, limit });
  const needs = sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / CLUSTER) * CLUSTER, RESERVE);
  ensure(needs <= volume.freeBytes, 'medium_full', { place, needs, free: volume.freeBytes });
  return volume;
}

function keptOf(ledger: OpenLedger, bundle: WritingOrder['bundles'][number]): KeptFile {
  const { recipient, sequence, epoch = ledger.epoch().counter } = bundle;
  const file = ledger.read((db) => keptFile(db, recipient, epoch, sequence));
  ensure(file, 'bundle_not_kept', { sequence });
  return file;
}

/** One at a time: not all of them stand in memory. */
function keptFileContent(ledger: OpenLedger, { pk, sequence }: KeptFile): Uint8Array {
  const content = ledger.read((db) => keptContent(db, pk));
  ensure(content, 'bundle_not_kept', { sequence });
  return content;
}

function writeTo(volume: Volume, path: string, content: Uint8Array): void {
  onMedium(volume, () => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeProved(path, content);
  });
}

/** What a disk says of itself, said of the medium. */
const OF_MEDIUM: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  disk_full: 'medium_full',
  file_unwritable: 'place_unwritable',
  file_unreadable: 'place_unwritable',
};

function onMedium(volume: Volume, work: () => void): void {
  try {
    work();
  } catch (error) {
    const place = volume.path;
    if (error instanceof Refusal)
      throw new Refusal(OF_MEDIUM[error.code] ?? error.code, { ...error.fields, place });
    // whatever else the system says of a medium, such as that it is gone
    if (codeOf(error) !== '') throw new Refusal('place_unwritable', { place, cause: codeOf(error) });
    throw error;
  }
}

function noteWritten(
  ledger: OpenLedger,
  written: readonly (WrittenFile & { readonly pk: number })[],
  medium: string | null,
): void {
  if (written.length === 0) return;
  ledger.write(ledger.account.pk, 'exchange.writeBundle', (write) => {
    for (const { pk } of written) markWritten(write, pk, medium);
    write.record({ medium, files: written.map(({ fileName }) => fileName) });
  });
}
