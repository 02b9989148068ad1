import { type Entry, fromBufferPromise, type Options, type ZipFile } from 'yauzl';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { SheetLimits } from './sheet-grid.ts';

const LOCAL_HEADER_BYTES = 30;
const RATIO_COUNTS_FROM = 1024 * 1024;
const ENCRYPTED = 1;

/**
 * Walks the central directory of a zip that claims to be a workbook; nothing is inflated.
 *
 * @throws Refusal sheet_truncated (the directory at the end is missing), sheet_encrypted, sheet_bomb (what
 * it declares, or entries that share bytes), sheet_too_large, sheet_unsupported (.xlsb, .ods), sheet_not_a_sheet
 */
export async function inspectZip(bytes: Uint8Array, limits: SheetLimits): Promise<void> {
  const entries = await listEntries(bytes, limits);
  if (entries.some((entry) => (entry.generalPurposeBitFlag & ENCRYPTED) !== 0))
    throw new Refusal('sheet_encrypted');
  refuseBomb(entries, limits);
  if (entries.some((entry) => isLargePart(entry, limits)))
    throw new Refusal('sheet_too_large', { limit: 'part' });
  refuseOtherPackages(new Set(entries.map((entry) => entry.fileName)));
}

export async function openZip(bytes: Uint8Array, options: Options = {}): Promise<ZipFile> {
  return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options);
}

async function listEntries(bytes: Uint8Array, limits: SheetLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    const zip = await openZip(bytes);
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > limits.entries) throw new Refusal('sheet_bomb', { limit: 'entries' });
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(isCut(error) ? 'sheet_truncated' : 'sheet_damaged');
  }
  return entries;
}

function isCut(error: unknown): boolean {
  return error instanceof Error && /end of central directory|unexpected EOF/i.test(error.message);
}

function refuseBomb(entries: readonly Entry[], limits: SheetLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.inflatedBytes) throw new Refusal('sheet_bomb', { limit: 'inflated' });
  if (entries.some((entry) => isOverRatio(entry, limits.ratio)))
    throw new Refusal('sheet_bomb', { limit: 'ratio' });
  if (overlap(entries)) throw new Refusal('sheet_bomb', { limit: 'overlap' });
}

function isOverRatio(entry: Entry, ratio: number): boolean {
  return entry.uncompressedSize > RATIO_COUNTS_FROM && entry.uncompressedSize > entry.compressedSize * ratio;
}

function isLargePart(entry: Entry, limits: SheetLimits): boolean {
  return entry.uncompressedSize > limits.partBytes && !/\/worksheets\/[^/]+$/i.test(entry.fileName);
}

/** Entries of one name, or of common bytes, are how a small file holds much: each reader sees another one. */
function overlap(entries: readonly Entry[]): boolean {
  if (new Set(entries.map((entry) => entry.fileName)).size < entries.length) return true;
  const byOffset = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of byOffset) {
    if (entry.relativeOffsetOfLocalHeader < end) return true;
    end =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
  }
  return false;
}

function refuseOtherPackages(names: ReadonlySet<string>): void {
  if (names.has('xl/workbook.bin')) throw new Refusal('sheet_unsupported', { format: 'xlsb' });
  if (names.has('mimetype') && names.has('content.xml'))
    throw new Refusal('sheet_unsupported', { format: 'ods' });
  const hasWorkbook = [...names].some((name) => /(^|\/)workbook\.xml$/i.test(name));
  if (!names.has('[Content_Types].xml') || !hasWorkbook) throw new Refusal('sheet_not_a_sheet');
}
