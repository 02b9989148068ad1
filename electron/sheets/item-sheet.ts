import { cleanName, isRuined } from '../../shared/rules/names.ts';
import { ITEM_FIELDS, type ItemField, type ItemRowReason } from '../../shared/vocabulary/item-import.ts';
import type { ItemSheet, ItemSheetRow } from '../registers/rectification/item-import-rows.ts';
import type { Header } from './header.ts';
import { dueDayOf, ITEM_WORDS, isSigned, isSum, lostCharacters, numberOf, sourceOf } from './item-words.ts';
import {
  firstText,
  type HeaderAnswers,
  isHeaderAgain,
  type MappedSheet,
  readMappedSheet,
} from './mapped-sheet.ts';
import type { SheetReading } from './read-sheet.ts';
import { cellText, type SheetCell, type SheetRow } from './sheet-grid.ts';

/**
 * A list of items out of an .xlsx, .xls or .csv file, or pasted as text, ready to be planned against the ledger. A
 * cell merged over several rows stands in each of them.
 *
 * @throws Refusal every code of the noun sheet except sheet_no_header, file_unreadable
 */
export async function readItemSheet(
  file: string | Uint8Array,
  reading: SheetReading & HeaderAnswers<ItemField> = {},
): Promise<ItemSheet> {
  const sheet = await readMappedSheet(file, ITEM_WORDS, ITEM_FIELDS, reading);
  const { grid, header, fields, columns } = sheet;
  const needsMapping = !fields.has('problem');
  return {
    sheets: grid.sheets,
    sheet: grid.sheetName,
    headerLine: header.top,
    columns,
    needsMapping,
    rows: needsMapping ? [] : sheet.below.map((row) => itemRow(row, sheet)),
  };
}

function itemRow(row: SheetRow, { header, fields, cellOf }: MappedSheet<ItemField>): ItemSheetRow {
  const texts = Object.fromEntries(
    ITEM_FIELDS.map((field) => [field, textOf(field, cellOf(row, field))]),
  ) as Record<ItemField, string>;
  return {
    line: row.line,
    texts,
    number: numberOf(texts.number),
    source: sourceOf(texts.source),
    dueOn: dueDayOf(cellOf(row, 'dueOn')),
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
function skipReason(
  row: SheetRow,
  header: Header,
  fields: ReadonlyMap<ItemField, number>,
): ItemRowReason | null {
  if (isHeaderAgain(row, header)) return 'repeatedHeader';
  const first = firstText(row);
  const problem = cellText(row.cells[fields.get('problem') ?? -1]);
  if (isSum(problem) || isSum(first)) return 'summaryRow';
  return isSigned(first) ? 'signatureRow' : null;
}
