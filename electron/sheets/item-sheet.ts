import { cleanName, isRuined } from '../../shared/rules/names.ts';
import { ITEM_FIELDS, type ItemField, type ItemRowReason } from '../../shared/vocabulary/item-import.ts';
import type {
  ItemSheet,
  ItemSheetColumn,
  ItemSheetRow,
} from '../registers/rectification/item-import-rows.ts';
import { findHeader, foldLabel, HEADER_ROWS, type Header, headerAt, likelyHeaderRow } from './header.ts';
import { dueDayOf, ITEM_WORDS, isSigned, isSum, lostCharacters, numberOf, sourceOf } from './item-words.ts';
import { isPersonalText } from './personal-columns.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import { cellText, isBlank, type SheetCell, type SheetGrid, type SheetRow } from './sheet-grid.ts';

/** What a person says of the header and its columns. */
export interface ItemHeaderAnswers {
  /** 0: the sheet has no header. */
  readonly headerLine?: number | undefined;
  readonly mapping?: readonly { readonly column: number; readonly field: ItemField | null }[] | undefined;
}

const SAMPLES = 3;
const NO_HEADER: Header = { top: 0, bottom: 0, columns: new Map(), labels: [], texts: [] };

/**
 * A list of items out of an .xlsx, .xls or .csv file, or pasted as text, ready to be planned against the ledger. A
 * cell merged over several rows stands in each of them.
 *
 * @throws Refusal every code of the noun sheet except sheet_no_header, file_unreadable
 */
export async function readItemSheet(
  file: string | Uint8Array,
  reading: SheetReading & ItemHeaderAnswers = {},
): Promise<ItemSheet> {
  const grid = await readSheet(file, ITEM_WORDS, reading);
  const header = headerOf(grid, reading.headerLine);
  const fields = fieldsOf(header, reading.mapping ?? []);
  const below = grid.rows.filter((row) => row.line > header.bottom);
  const needsMapping = !fields.has('problem');
  return {
    sheets: grid.sheets,
    sheet: grid.sheetName,
    headerLine: header.top,
    columns: shownColumns(header, fields, below),
    needsMapping,
    rows: needsMapping ? [] : rowsOf(grid, header, fields, below),
  };
}

type Fields = ReadonlyMap<ItemField, number>;

function headerOf({ rows, merges }: SheetGrid, line: number | undefined): Header {
  const head = rows.slice(0, HEADER_ROWS);
  const found = line === undefined ? findHeader(head, merges, ITEM_WORDS) : null;
  if (found) return found;
  const at = rows.findIndex((row) => row.line === (line ?? likelyHeaderRow(head)?.line));
  const row = rows[at];
  return row ? headerAt(row, rows[at + 1], merges, ITEM_WORDS) : NO_HEADER;
}

function fieldsOf(
  header: Header,
  mapping: readonly { readonly column: number; readonly field: ItemField | null }[],
): Fields {
  const decided = new Set(mapping.map(({ column }) => column));
  const known = ITEM_FIELDS.flatMap((field) => {
    const column = header.columns.get(field);
    return column === undefined || decided.has(column) ? [] : [[field, column] as const];
  });
  const said = mapping.flatMap(({ column, field }) => (field === null ? [] : [[field, column] as const]));
  return new Map([...known, ...said]);
}

function rowsOf(grid: SheetGrid, header: Header, fields: Fields, below: readonly SheetRow[]): ItemSheetRow[] {
  const byLine = new Map(grid.rows.map((row) => [row.line, row]));
  const cellOf = (row: SheetRow, field: ItemField): SheetCell => {
    const column = fields.get(field);
    if (column === undefined) return null;
    const own = row.cells[column] ?? null;
    if (!isBlank(own)) return own;
    const merge = grid.merges.find(
      (one) => one.left === column && one.top > header.bottom && one.top < row.line && one.bottom >= row.line,
    );
    return (merge && byLine.get(merge.top)?.cells[column]) ?? null;
  };
  return below.map((row) => itemRow(row, header, fields, (field) => cellOf(row, field)));
}

function itemRow(
  row: SheetRow,
  header: Header,
  fields: Fields,
  cellOf: (field: ItemField) => SheetCell,
): ItemSheetRow {
  const texts = Object.fromEntries(
    ITEM_FIELDS.map((field) => [field, textOf(field, cellOf(field))]),
  ) as Record<ItemField, string>;
  return {
    line: row.line,
    texts,
    number: numberOf(texts.number),
    source: sourceOf(texts.source),
    dueOn: dueDayOf(cellOf('dueOn')),
    skip: skipReason(row, header, fields),
    unreadable: ITEM_FIELDS.find((field) => isUnreadable(field, texts[field])) ?? null,
  };
}

const SENTENCES: readonly ItemField[] = ['problem', 'measures'];
const NAMES: readonly ItemField[] = ['unit', 'leader', 'owner'];

/** Control characters but for line ends print nowhere. */
function textOf(field: ItemField, cell: SheetCell): string {
  const text = cellText(cell);
  if (NAMES.includes(field)) return cleanName(text);
  return text.replace(/(?!\n)\p{Cc}+/gu, ' ').trim();
}

function isUnreadable(field: ItemField, text: string): boolean {
  if (text === '') return false;
  return NAMES.includes(field) ? isRuined(text) : SENTENCES.includes(field) && lostCharacters(text);
}

/** A line of sums says so in its first cell, or in place of the problem. */
function skipReason(row: SheetRow, header: Header, fields: Fields): ItemRowReason | null {
  const isAgain = row.cells.every(
    (cell, column) => isBlank(cell) || header.texts[column]?.has(foldLabel(cellText(cell))),
  );
  if (isAgain && header.top > 0) return 'repeatedHeader';
  const [first = ''] = row.cells.filter((cell) => !isBlank(cell)).map(cellText);
  const problem = cellText(row.cells[fields.get('problem') ?? -1]);
  if (isSum(problem) || isSum(first)) return 'summaryRow';
  return isSigned(first) ? 'signatureRow' : null;
}

function shownColumns(header: Header, fields: Fields, below: readonly SheetRow[]): ItemSheetColumn[] {
  const width = below.reduce((most, row) => Math.max(most, row.cells.length), header.labels.length);
  const byColumn = new Map([...fields].map(([field, column]) => [column, field]));
  return Array.from({ length: width }, (_, column) => ({
    column,
    field: byColumn.get(column) ?? null,
    title: header.labels[column] ?? '',
    samples: samplesOf(below, column, byColumn.has(column)),
  })).filter(({ title, samples, field }) => title !== '' || samples.length > 0 || field !== null);
}

function samplesOf(rows: readonly SheetRow[], column: number, isMapped: boolean): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break;
    const cell = cells[column];
    if (!isBlank(cell) && (isMapped || !isPersonalText(cell)))
      samples.push(cellText(cell).trim().slice(0, 100));
  }
  return samples;
}
