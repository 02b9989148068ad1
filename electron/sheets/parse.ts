import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { csvRecords } from './csv.ts';
import { findHeader, HEADER_ROWS, type HeaderWords } from './header.ts';
import type { ParserTask } from './parser-messages.ts';
import type { SheetSource } from './preflight.ts';
import { isBlank, type MergedRange, type SheetCell, type SheetLimits, type SheetRow } from './sheet-grid.ts';
import { decodeText } from './text-encoding.ts';
import { openXlsx } from './xlsx-workbook.ts';

/** One sheet of a file, not read yet. */
interface Candidate {
  readonly name: string;
  /** At hand once the rows were read to their end; before that a sheet may be read for them alone. */
  merges(): Promise<readonly MergedRange[]> | readonly MergedRange[];
  /** Those with content, many at a time: every step of an asynchronous generator costs as much as a row. */
  rows(): AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
}

interface SheetFile {
  /** Those that are shown. */
  readonly sheets: readonly Candidate[];
  /** Refuses damage where nothing was read. */
  checkRest?(): Promise<void>;
}

export interface ParsedSheet {
  readonly name: string;
  /** Names of all sheets shown. */
  readonly sheets: readonly string[];
  readonly batches: AsyncIterable<readonly SheetRow[]>;
  /** Asked for after the last batch. */
  merges(): Promise<readonly MergedRange[]>;
}

const ROWS_PER_BATCH = 500;

/**
 * The sheet of that name; without one the sheet that was meant: the first one shown that has a header of `words`,
 * else the first one with content. Runs in the parser's process.
 *
 * @throws Refusal sheet_unknown, sheet_empty, sheet_truncated, sheet_damaged, sheet_bomb, sheet_too_large
 */
export async function parseSheet({ source, words, limits, sheet }: ParserTask): Promise<ParsedSheet> {
  const file = await openFile(source, limits);
  const chosen =
    sheet === null ? await meantSheet(file, words, limits) : namedSheet(file.sheets, sheet, limits);
  return {
    name: chosen.candidate.name,
    sheets: file.sheets.map(({ name }) => name),
    batches: chosen.batches,
    async merges() {
      await file.checkRest?.();
      return await chosen.candidate.merges();
    },
  };
}

interface Chosen {
  readonly candidate: Candidate;
  readonly batches: AsyncIterable<readonly SheetRow[]>;
}

/** A sheet alone is meant whatever it holds: its merged ranges, which stand behind its rows, are not asked for. */
async function meantSheet(file: SheetFile, words: HeaderWords, limits: SheetLimits): Promise<Chosen> {
  const { sheets } = file;
  let fallback: Candidate | null = null;
  for (const candidate of sheets) {
    const batches = limited(candidate, limits);
    const { value: first = [] } = await batches.next();
    const head = first.slice(0, HEADER_ROWS);
    const isMeant = sheets.length === 1 || findHeader(head, await candidate.merges(), words) !== null;
    if (head.length > 0 && isMeant) return { candidate, batches: resumed(first, batches) };
    await batches.return(undefined);
    if (head.length > 0) fallback ??= candidate;
  }
  await file.checkRest?.();
  if (!fallback) throw new Refusal('sheet_empty');
  return { candidate: fallback, batches: limited(fallback, limits) };
}

function namedSheet(sheets: readonly Candidate[], name: string, limits: SheetLimits): Chosen {
  const candidate = sheets.find((one) => one.name === name);
  if (!candidate) throw new Refusal('sheet_unknown');
  return { candidate, batches: limited(candidate, limits) };
}

async function openFile(source: SheetSource, limits: SheetLimits): Promise<SheetFile> {
  if (source.format === 'xlsx') return await openXlsx(source.bytes, limits);
  if (source.format === 'xls') return { sheets: await xlsSheets(source.bytes, source.shown) };
  const text = decodeText(source.bytes);
  return { sheets: [{ name: '', merges: () => [], rows: () => batchesOf(csvRecords(text)) }] };
}

async function xlsSheets(bytes: Uint8Array, shown: readonly boolean[]): Promise<Candidate[]> {
  const { readXls } = await import('hucre/xlsx');
  const workbook = await readXls(bytes);
  return workbook.sheets
    .filter((_, index) => shown[index] === true)
    .map((sheet) => ({
      name: sheet.name,
      merges: () =>
        (sheet.merges ?? []).map((merge) => ({
          top: merge.startRow + 1,
          bottom: merge.endRow + 1,
          left: merge.startCol,
          right: merge.endCol,
        })),
      rows: () => batchesOf(sheet.rows),
    }));
}

type RawCell = string | number | boolean | Date | null | undefined;

/** Rows that an .xls file does not have are holes in its list. */
function* batchesOf(rows: Iterable<readonly RawCell[] | undefined>): Generator<readonly SheetRow[]> {
  let batch: SheetRow[] = [];
  let line = 0;
  for (const values of rows) {
    line += 1;
    const cells = cellsWithContent(values ?? []);
    if (cells.length === 0) continue;
    batch.push({ line, cells });
    if (batch.length < ROWS_PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function cellsWithContent(values: readonly RawCell[]): SheetCell[] {
  const cells = Array.from(values, asCell);
  while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
  return cells;
}

function asCell(value: RawCell): SheetCell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  }
  return value ?? null;
}

async function* resumed(first: readonly SheetRow[], rest: AsyncGenerator<readonly SheetRow[]>) {
  yield first;
  yield* rest;
}

/** The first batch has the rows in which a header is looked for. */
async function* limited(candidate: Candidate, limits: SheetLimits): AsyncGenerator<readonly SheetRow[]> {
  const count = { rows: 0, characters: 0 };
  let batch: SheetRow[] = [];
  let least = HEADER_ROWS;
  for await (const rows of candidate.rows()) {
    countRows(rows, count, limits);
    batch.push(...rows);
    if (batch.length < least) continue;
    yield batch;
    batch = [];
    least = ROWS_PER_BATCH;
  }
  if (batch.length > 0) yield batch;
}

function countRows(
  rows: readonly SheetRow[],
  count: { rows: number; characters: number },
  limits: SheetLimits,
): void {
  count.rows += rows.length;
  if (count.rows > limits.rows) throw new Refusal('sheet_too_large', { limit: 'rows' });
  for (const { cells } of rows) {
    if (cells.length > limits.columns) throw new Refusal('sheet_too_large', { limit: 'columns' });
    for (const cell of cells) if (typeof cell === 'string') count.characters += cell.length;
  }
  if (count.characters > limits.characters) throw new Refusal('sheet_too_large', { limit: 'characters' });
}
