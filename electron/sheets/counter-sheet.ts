import { cleanName } from '../../shared/rules/names.ts';
import {
  COUNTER_FIELDS,
  type CounterField,
  type CounterRowReason,
} from '../../shared/vocabulary/supporting-import.ts';
import { COUNTER_KINDS } from '../../shared/vocabulary/words.ts';
import type {
  CounterSheet,
  CounterSheetRow,
  SaidCount,
} from '../registers/supporting/counter-import-rows.ts';
import { statedSums } from './counter-sums.ts';
import { COUNTER_WORDS, countOf, kindOf, monthOfCell, monthOfTitles } from './counter-words.ts';
import { isSigned, isSum } from './item-words.ts';
import {
  firstText,
  type HeaderAnswers,
  isHeaderAgain,
  type MappedSheet,
  readMappedSheet,
} from './mapped-sheet.ts';
import type { SheetReading } from './read-sheet.ts';
import { cellText, isBlank, type SheetRow } from './sheet-grid.ts';

/**
 * Monthly counters out of an .xlsx, .xls or .csv file, or pasted as text: a unit's row with a column per kind, or
 * unit, month, kind and count.
 *
 * @throws Refusal every code of the noun sheet except sheet_no_header, file_unreadable
 */
export async function readCounterSheet(
  file: string | Uint8Array,
  reading: SheetReading & HeaderAnswers<CounterField> = {},
): Promise<CounterSheet> {
  const sheet = await readMappedSheet(file, COUNTER_WORDS, COUNTER_FIELDS, reading);
  const { grid, header, fields, columns, above, below } = sheet;
  const isWide = COUNTER_KINDS.some((kind) => fields.has(kind));
  const isLong = !isWide && fields.has('kind') && fields.has('count');
  const needsMapping = !fields.has('unit') || !(isWide || isLong);
  const rows = needsMapping ? [] : below.map((row) => counterRow(row, sheet, isLong));
  return {
    sheets: grid.sheets,
    sheet: grid.sheetName,
    headerLine: header.top,
    columns,
    needsMapping,
    isLong,
    titleMonth: monthOfTitles(above.flatMap(({ cells }) => cells.map(cellText))),
    rows,
    sums: statedSums(rows),
  };
}

function counterRow(row: SheetRow, sheet: MappedSheet<CounterField>, isLong: boolean): CounterSheetRow {
  const { fields, cellOf } = sheet;
  const texts = Object.fromEntries(
    COUNTER_FIELDS.flatMap((field) => {
      const cell = isCarried(field) ? cellOf(row, field) : row.cells[fields.get(field) ?? -1];
      return isBlank(cell) ? [] : [[field, textOf(field, cellText(cell))] as const];
    }),
  ) as CounterSheetRow['texts'];
  const said = (field: CounterField): SaidCount | null => {
    const text = texts[field];
    return text === undefined ? null : { text, count: countOf(row.cells[fields.get(field) ?? -1] ?? null) };
  };
  const counts = Object.fromEntries(
    COUNTER_KINDS.flatMap((kind) => {
      const count = isLong ? null : said(kind);
      return count ? [[kind, count] as const] : [];
    }),
  ) as CounterSheetRow['counts'];
  return {
    ...{ line: row.line, texts, counts },
    month: monthOfCell(cellOf(row, 'month')),
    kind: texts.kind === undefined ? null : kindOf(texts.kind),
    count: isLong ? said('count') : null,
    skip: skipReason(row, sheet, texts),
  };
}

/** Merged over the rows that it names. */
function isCarried(field: CounterField): boolean {
  return field === 'unit' || field === 'month' || field === 'kind';
}

function textOf(field: CounterField, text: string): string {
  return field === 'unit' ? cleanName(text) : text.replace(/\p{Cc}+/gu, ' ').trim();
}

function skipReason(
  row: SheetRow,
  { header }: MappedSheet<CounterField>,
  texts: CounterSheetRow['texts'],
): CounterRowReason | null {
  if (isHeaderAgain(row, header)) return 'repeatedHeader';
  const first = firstText(row);
  const named = [first, texts.unit ?? '', texts.month ?? '', texts.kind ?? ''];
  if (named.some((text) => isSum(text.replace(/.*(?=(小计|合计|总计|共计)$)/, '')))) return 'summaryRow';
  return isSigned(first) ? 'signatureRow' : null;
}
