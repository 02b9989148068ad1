import { readXls, streamXlsxRows } from 'hucre/xlsx';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { csvRecords } from './csv.ts';
import { findHeader, HEADER_ROWS, type HeaderWords } from './header.ts';
import type { SheetSource } from './preflight.ts';
import { isBlank, type MergedRange, type SheetCell, type SheetLimits, type SheetRow } from './sheet-grid.ts';
import { decodeText } from './text-encoding.ts';
import { readXlsxParts } from './xlsx-parts.ts';

/** One sheet of a workbook, not read yet. */
interface Candidate {
  readonly name: string;
  readonly merges: readonly MergedRange[];
  rows(): AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

export interface ParsedSheet {
  readonly name: string;
  readonly merges: readonly MergedRange[];
  readonly rows: AsyncIterable<SheetRow>;
}

/**
 * The sheet that was meant: the first one shown that has a header of `words`; without any, the first one
 * with content. Runs in the parser's process.
 *
 * @throws Refusal sheet_empty, sheet_truncated, sheet_damaged, sheet_bomb, sheet_too_large
 */
export async function parseSheet(
  source: SheetSource,
  words: HeaderWords,
  limits: SheetLimits,
): Promise<ParsedSheet> {
  let fallback: Candidate | null = null;
  for (const candidate of await candidates(source, limits)) {
    const rows = limited(candidate, limits);
    const head = await firstRows(rows);
    if (findHeader(head, candidate.merges, words)) return open(candidate, resumed(head, rows));
    await rows.return(undefined);
    if (head.length > 0) fallback ??= candidate;
  }
  if (!fallback) throw new Refusal('sheet_empty');
  return open(fallback, limited(fallback, limits));
}

function candidates(source: SheetSource, limits: SheetLimits): Promise<Candidate[]> | Candidate[] {
  if (source.format === 'xlsx') return xlsxCandidates(source.bytes, limits);
  if (source.format === 'xls') return xlsCandidates(source.bytes, source.shown);
  const text = decodeText(source.bytes);
  return [{ name: '', merges: [], rows: () => csvRows(text) }];
}

async function xlsxCandidates(bytes: Uint8Array, limits: SheetLimits): Promise<Candidate[]> {
  const sheets = await readXlsxParts(bytes, limits);
  return sheets
    .filter((sheet) => sheet.shown)
    .map((sheet) => ({ name: sheet.name, merges: sheet.merges, rows: () => xlsxRows(bytes, sheet.index) }));
}

async function* xlsxRows(bytes: Uint8Array, sheet: number): AsyncGenerator<SheetRow> {
  for await (const row of streamXlsxRows(bytes, { sheet })) yield* rowWithContent(row.index, row.values);
}

async function xlsCandidates(bytes: Uint8Array, shown: readonly boolean[]): Promise<Candidate[]> {
  const workbook = await readXls(bytes);
  return workbook.sheets
    .filter((_, index) => shown[index] === true)
    .map((sheet) => ({
      name: sheet.name,
      merges: (sheet.merges ?? []).map((merge) => ({
        top: merge.startRow + 1,
        bottom: merge.endRow + 1,
        left: merge.startCol,
        right: merge.endCol,
      })),
      rows: () => xlsRows(sheet.rows),
    }));
}

/** Rows that the file does not have are holes in the list. */
function* xlsRows(rows: readonly (readonly RawCell[] | undefined)[]): Generator<SheetRow> {
  for (const [index, values] of rows.entries()) yield* rowWithContent(index, values ?? []);
}

function* csvRows(text: string): Generator<SheetRow> {
  let index = 0;
  for (const record of csvRecords(text)) yield* rowWithContent(index++, record);
}

type RawCell = string | number | boolean | Date | null | undefined;

function* rowWithContent(index: number, values: readonly RawCell[]): Generator<SheetRow> {
  const cells = Array.from(values, asCell);
  const width = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (width > 0) yield { line: index + 1, cells: cells.slice(0, width) };
}

function asCell(value: RawCell): SheetCell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  }
  return value ?? null;
}

/** Leaves the generator open, so that a sheet is streamed once. */
async function firstRows(rows: AsyncGenerator<SheetRow>): Promise<SheetRow[]> {
  const head: SheetRow[] = [];
  while (head.length < HEADER_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    head.push(next.value);
  }
  return head;
}

async function* resumed(head: readonly SheetRow[], rest: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  yield* head;
  yield* rest;
}

function open(candidate: Candidate, rows: AsyncIterable<SheetRow>): ParsedSheet {
  return { name: candidate.name, merges: candidate.merges, rows };
}

async function* limited(candidate: Candidate, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let rows = 0;
  let characters = 0;
  for await (const row of candidate.rows()) {
    rows += 1;
    for (const cell of row.cells) if (typeof cell === 'string') characters += cell.length;
    if (rows > limits.rows) throw new Refusal('sheet_too_large', { limit: 'rows' });
    if (row.cells.length > limits.columns) throw new Refusal('sheet_too_large', { limit: 'columns' });
    if (characters > limits.characters) throw new Refusal('sheet_too_large', { limit: 'characters' });
    yield row;
  }
}
