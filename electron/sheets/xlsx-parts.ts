import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { MergedRange, SheetLimits } from './sheet-grid.ts';
import { type CellPlaces, columnOf, UncalculatedCells } from './uncalculated.ts';
import { openZip } from './zip-preflight.ts';

export interface XlsxSheet {
  /** Position among the sheets of workbook.xml, by which the reader is asked for it. */
  readonly index: number;
  readonly name: string;
  readonly shown: boolean;
  readonly merges: readonly MergedRange[];
  /** Cells with a formula that was saved without its value. */
  readonly uncalculated: CellPlaces;
}

interface Parts {
  workbook: string;
  relations: string;
  readonly merges: Map<string, MergedRange[]>;
  readonly uncalculated: Map<string, CellPlaces>;
}

const MOST_TEXT = 4 * 1024 * 1024;
const SURPLUS = 1024 * 1024;

/**
 * Inflates every entry of the workbook once, and checks its length and its CRC-32 (the sheet reader does not
 * check a sheet's), so that what that reader inflates later is known to be honest. On the way it picks up
 * what the reader does not tell when streaming: hidden sheets, merged ranges and formulas without values.
 *
 * @throws Refusal sheet_bomb, sheet_damaged, sheet_too_large (merged ranges, formulas without values)
 */
export async function readXlsxParts(bytes: Uint8Array, limits: SheetLimits): Promise<readonly XlsxSheet[]> {
  const parts: Parts = { workbook: '', relations: '', merges: new Map(), uncalculated: new Map() };
  const zip = await openZip(bytes, { validateEntrySizes: false });
  for await (const entry of zip.eachEntry()) await readEntry(zip, entry, parts, limits);
  return listSheets(parts);
}

async function readEntry(zip: ZipFile, entry: Entry, parts: Parts, limits: SheetLimits): Promise<void> {
  const chunks = checked(await zip.openReadStreamPromise(entry), entry);
  if (/(^|\/)workbook\.xml$/i.test(entry.fileName)) parts.workbook = await readText(chunks);
  else if (/(^|\/)workbook\.xml\.rels$/i.test(entry.fileName)) parts.relations = await readText(chunks);
  else if (entry.fileName.toLowerCase().endsWith('.xml')) {
    const uncalculated = new UncalculatedCells(limits.merges);
    const merges = await readMerges(passing(chunks, uncalculated), limits.merges);
    if (merges.length > 0) parts.merges.set(entry.fileName, merges);
    if (uncalculated.places.size > 0) parts.uncalculated.set(entry.fileName, uncalculated.places);
  } else for await (const _ of chunks);
}

async function* passing(
  chunks: AsyncIterable<Buffer>,
  uncalculated: UncalculatedCells,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    uncalculated.take(chunk);
    yield chunk;
  }
}

/** A little more than declared is damage; much more is somebody's intention. */
async function* checked(stream: AsyncIterable<Buffer>, entry: Entry): AsyncGenerator<Buffer> {
  let length = 0;
  let sum = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    sum = crc32(chunk, sum);
    if (length > entry.uncompressedSize + SURPLUS) throw new Refusal('sheet_bomb', { limit: 'declared' });
    yield chunk;
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new Refusal('sheet_damaged');
}

async function readText(chunks: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_TEXT) throw new Refusal('sheet_too_large', { limit: 'workbook' });
    read.push(chunk);
  }
  return Buffer.concat(read).toString('utf8');
}

const MERGE_CELL = 'mergeCell ';
const REFERENCE = /ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/;
/** More than the longest `mergeCell ref="XFD1048576:XFD1048576"` element. */
const CARRIED = 128;

/** Finds `<mergeCell ref="A1:B2"/>` by its bytes: a sheet's XML may be hundreds of megabytes. */
async function readMerges(chunks: AsyncIterable<Buffer>, most: number): Promise<MergedRange[]> {
  const merges: MergedRange[] = [];
  let carried = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const window = Buffer.concat([carried, chunk]);
    const complete = Math.max(0, window.length - CARRIED);
    collectMerges(window, complete, merges);
    if (merges.length > most) throw new Refusal('sheet_too_large', { limit: 'merges' });
    carried = window.subarray(complete);
  }
  collectMerges(carried, carried.length, merges);
  return merges;
}

/** Elements that begin before `until`; later ones belong to the next window. */
function collectMerges(window: Buffer, until: number, merges: MergedRange[]): void {
  let at = window.indexOf(MERGE_CELL);
  while (at >= 0 && at < until) {
    const match = REFERENCE.exec(window.toString('latin1', at, at + CARRIED));
    if (match) {
      const [, left = '', top = '', right = '', bottom = ''] = match;
      merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) });
    }
    at = window.indexOf(MERGE_CELL, at + MERGE_CELL.length);
  }
}

function listSheets(parts: Parts): XlsxSheet[] {
  const targets = new Map(
    elements(parts.relations, 'Relationship')
      .filter((relation) => relation.get('Type')?.endsWith('/worksheet'))
      .map((relation) => [relation.get('Id'), fileOf(relation.get('Target') ?? '')]),
  );
  const listed = elements(parts.workbook, 'sheet').filter((sheet) => sheet.get('name') && sheet.get('r:id'));
  return listed.flatMap((sheet, index) => {
    const target = targets.get(sheet.get('r:id'));
    if (target === undefined) return [];
    const name = decodeEntities(sheet.get('name') ?? '');
    const merges = partOf(parts.merges, target) ?? [];
    const uncalculated = partOf(parts.uncalculated, target) ?? new Map();
    const shown = (sheet.get('state') ?? 'visible') === 'visible';
    return [{ index, name, shown, merges, uncalculated }];
  });
}

function partOf<Part>(parts: ReadonlyMap<string, Part>, target: string): Part | undefined {
  return [...parts].find(([path]) => path.endsWith(target))?.[1];
}

/** The last two parts of a path, which are the same whether it was given from the root or from the workbook. */
function fileOf(target: string): string {
  return target.split('/').slice(-2).join('/');
}

function elements(xml: string, tag: string): Map<string, string>[] {
  const found = xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}\\s([^<>]*)>`, 'g'));
  return [...found].map(
    (match) =>
      new Map(
        [...(match[1] ?? '').matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map((pair) => [
          pair[1] ?? '',
          pair[2] ?? '',
        ]),
      ),
  );
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
