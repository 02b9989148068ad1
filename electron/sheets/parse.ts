import { readXls, streamXlsxRows } from 'hucre/xlsx';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { csvRecords } from './csv.ts';
import { findHeader, HEADER_ROWS } from './header.ts';
import type { ParserTask } from './parser-messages.ts';
import type { SheetSource } from './preflight.ts';
import { isBlank, type MergedRange, type SheetCell, type SheetLimits, type SheetRow } from './sheet-grid.ts';
import { decodeText } from './text-encoding.ts';
import { NOT_CALCULATED } from './uncalculated.ts';
import { readXlsxParts, type XlsxSheet } from './xlsx-parts.ts';

/** One sheet of a workbook, not read yet. */
interface Candidate {
  readonly name: string;
  readonly merges: readonly MergedRange[];
  rows(): AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

export interface ParsedSheet {
  readonly name: string;
  /** Names of all sheets shown. */
  readonly sheets: readonly string[];
  readonly merges: readonly MergedRange[];
  /** Many at a time: every step of an asynchronous generator costs as much as a row. */
  readonly batches: AsyncIterable<readonly SheetRow[]>;
}

const ROWS_PER_BATCH = 500;

/**
 * The sheet of that name; without one the sheet that was meant: the first one shown that has a header of `words`,
 * else the first one with content. Runs in the parser's process.
 *
 * @throws Refusal sheet_unknown, sheet_empty, sheet_truncated, sheet_damaged, sheet_bomb, sheet_too_large
 */
export async function parseSheet({ source, words, limits, sheet }: ParserTask): Promise<ParsedSheet> {
  const shown = await candidates(source, limits);
  const sheets = shown.map(({ name }) => name);
  if (sheet !== null) return { ...sheetNamed(shown, sheet, limits), sheets };
  let fallback: Candidate | null = null;
  for (const candidate of shown) {
    const batches = limited(candidate, limits);
    const { value: head = [] } = await batches.next();
    if (findHeader(head, candidate.merges, words))
      return { ...open(candidate, resumed(head, batches)), sheets };
    await batches.return(undefined);
    if (head.length > 0) fallback ??= candidate;
  }
  if (!fallback) throw new Refusal('sheet_empty');
  return { ...open(fallback, limited(fallback, limits)), sheets };
}

function sheetNamed(shown: readonly Candidate[], name: string, limits: SheetLimits) {
  const candidate = shown.find((one) => one.name === name);
  if (!candidate) throw new Refusal('sheet_unknown');
  return open(candidate, limited(candidate, limits));
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
    .map((sheet) => ({ name: sheet.name, merges: sheet.merges, rows: () => xlsxRows(bytes, sheet) }));
}

async function* xlsxRows(
  bytes: Uint8Array,
  { index: sheet, uncalculated }: XlsxSheet,
): AsyncGenerator<SheetRow> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells: RawCell[] = values;
    for (const column of uncalculated.get(index + 1) ?? []) cells[column] = NOT_CALCULATED;
    const row = rowWithContent(index, cells);
    if (row) yield row;
  }
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
  for (const [index, values] of rows.entries()) {
    const row = rowWithContent(index, values ?? []);
    if (row) yield row;
  }
}

function* csvRows(text: string): Generator<SheetRow> {
  let index = 0;
  for (const record of csvRecords(text)) {
    const row = rowWithContent(index++, record);
    if (row) yield row;
  }
}

type RawCell = string | number | boolean | Date | null | undefined;

function rowWithContent(index: number, values: readonly RawCell[]): SheetRow | undefined {
  const cells: SheetCell[] = [];
  let width = 0;
  for (const value of values) {
    const cell = asCell(value);
    cells.push(cell);
    if (!isBlank(cell)) width = cells.length;
  }
  if (width === 0) return undefined;
  cells.length = width;
  return { line: index + 1, cells };
}

function asCell(value: RawCell): SheetCell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  }
  return value ?? null;
}

async function* resumed(head: readonly SheetRow[], rest: AsyncGenerator<readonly SheetRow[]>) {
  yield head;
  yield* rest;
}

function open({ name, merges }: Candidate, batches: ParsedSheet['batches']): Omit<ParsedSheet, 'sheets'> {
  return { name, merges, batches };
}

/** The first batch is where a header is looked for. */
async function* limited(candidate: Candidate, limits: SheetLimits): AsyncGenerator<readonly SheetRow[]> {
  let rows = 0;
  let characters = 0;
  let batch: SheetRow[] = [];
  for await (const row of candidate.rows()) {
    rows += 1;
    for (const cell of row.cells) if (typeof cell === 'string') characters += cell.length;
    if (rows > limits.rows) throw new Refusal('sheet_too_large', { limit: 'rows' });
    if (row.cells.length > limits.columns) throw new Refusal('sheet_too_large', { limit: 'columns' });
    if (characters > limits.characters) throw new Refusal('sheet_too_large', { limit: 'characters' });
    batch.push(row);
    if (batch.length < (rows <= HEADER_ROWS ? HEADER_ROWS : ROWS_PER_BATCH)) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
