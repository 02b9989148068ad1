import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import type { FileOnMedium } from '../../shared/vocabulary/exchange-words.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { DEFAULT_CAPS } from '../bundle/caps.ts';
import { BUNDLE_EXTENSION, readBundleFileName } from '../bundle/file-name.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Volume, Volumes } from '../store/volumes.ts';
import { fileKnown } from './handing-over-sql.ts';
import { allParties } from './parties.ts';

/** FAT keeps a file's size in 32 bits. */
const FAT_LARGEST = 2 ** 32 - 1;
/** Files named of one place; a stick with more of them is for a folder import. */
const MOST_FILES = 200;

export interface FoundFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sequence: number | null;
  readonly known: FileOnMedium;
  readonly party: string | null;
}

export interface Place extends Volume {
  readonly largestFile: number | null;
  readonly bundles: readonly FoundFile[];
}

/** Drives and folders to write to, with the bundle files that lie there. @throws Refusal `place_missing` */
export async function findPlaces(
  ledger: OpenLedger,
  volumes: Volumes,
  folder: string | undefined,
): Promise<Place[]> {
  const found = folder === undefined ? await volumes.list() : [await placeAt(volumes, folder)];
  return found.map((volume) => ({
    ...volume,
    largestFile: largestFile(volume),
    bundles: filesAt(ledger, volume.path),
  }));
}

/** @throws Refusal `place_missing` where there is no such folder, or its path is not whole */
export async function placeAt(volumes: Volumes, folder: string): Promise<Volume> {
  const volume = isAbsolute(folder) ? await volumes.of(folder) : undefined;
  ensure(volume, 'place_missing', { place: folder });
  return volume;
}

export function largestFile({ fileSystem }: Volume): number | null {
  return fileSystem === 'fat' ? FAT_LARGEST : null;
}

/** Nothing that leaves is written among the books. @throws Refusal `place_own_books` */
export function refuseOwnBooks(place: string, books: readonly string[]): void {
  const path = realpathSync.native(place);
  for (const folder of books.filter((one) => existsSync(one)).map((one) => realpathSync.native(one)))
    ensure(path !== folder && !path.startsWith(`${folder}${sep}`), 'place_own_books', { place });
}

/** Bundle files of a place and of its folders that bear a party's code. */
export function filesAt(ledger: OpenLedger, place: string): FoundFile[] {
  const codes = ledger.read(allParties).map(({ keys }) => keys.code);
  const folders = ['', ...codes.filter((code) => isFolder(join(place, code)))];
  const names = folders.flatMap((folder) =>
    bundleNames(join(place, folder)).map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
  return names.slice(0, MOST_FILES).flatMap((name) => fileAt(ledger, place, name) ?? []);
}

function bundleNames(folder: string): string[] {
  try {
    const names = readdirSync(folder).sort();
    return names.filter(
      (name) => name.endsWith(BUNDLE_EXTENSION) || name.endsWith(`${BUNDLE_EXTENSION}.new`),
    );
  } catch {
    // The medium was pulled out, or nobody may look into the folder.
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function fileAt(ledger: OpenLedger, place: string, fileName: string): FoundFile | undefined {
  try {
    const path = join(place, fileName);
    const file = statSync(path);
    if (!file.isFile()) return undefined;
    return { fileName, bytes: file.size, ...knownAs(ledger, path, fileName, file.size) };
  } catch {
    return undefined;
  }
}

function knownAs(
  ledger: OpenLedger,
  path: string,
  fileName: string,
  bytes: number,
): Pick<FoundFile, 'sequence' | 'known' | 'party'> {
  const told = readBundleFileName(fileName.split('/').at(-1) ?? '');
  const foreign = { sequence: told?.sequence ?? null, known: 'foreign', party: null } as const;
  const isUnfinished = told?.unfinished === true && told.code === ledger.ownOffice.code;
  if (isUnfinished) return { ...foreign, known: 'unfinished' };
  if (told?.unfinished || bytes > DEFAULT_CAPS.fileBytes) return foreign;
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  return ledger.read((db) => fileKnown(db, hash)) ?? foreign;
}
