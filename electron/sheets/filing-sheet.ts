import { cleanName, isRuined } from '../../shared/rules/names.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { FilingSheet, FilingSheetRow } from '../registers/self-inspection/filing-import-rows.ts';
import { declarationOf, FILING_WORDS } from './filing-words.ts';
import { findHeader, HEADER_ROWS, type Header } from './header.ts';
import { dueDayOf } from './item-words.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import { RosterColumns } from './roster-columns.ts';
import { nonEntryReason } from './roster-non-entries.ts';
import { cellText, isBlank, type SheetGrid, type SheetRow } from './sheet-grid.ts';
import { fillUnits } from './unit-fill.ts';

const MOST_NAME_CHARACTERS = 50;
const MOST_SUMMARY_CHARACTERS = 200;
const MOST_NUMBER_CHARACTERS = 100;

/**
 * A list of filings out of an .xlsx, .xls or .csv file, a row per person or per problem, ready to be planned against
 * a round.
 *
 * @throws Refusal every code of the noun sheet, file_unreadable
 */
export async function readFilingSheet(
  file: string | Uint8Array,
  reading: SheetReading = {},
): Promise<FilingSheet> {
  const grid = await readSheet(file, FILING_WORDS, reading);
  const header = findHeader(grid.rows.slice(0, HEADER_ROWS), grid.merges, FILING_WORDS);
  ensure(header, 'sheet_no_header');
  return filingSheetOf(grid, header);
}

/** The rows under a header that was found. */
export function filingSheetOf(grid: SheetGrid, header: Header): FilingSheet {
  const above = grid.rows.filter((row) => row.line < header.top);
  const below = grid.rows.filter((row) => row.line > header.bottom);
  const columns = new RosterColumns(header, below);
  const skips = below.map((row) => nonEntryReason(row, columns, header, above));
  const units = fillUnits(below, columns, grid.merges, skips);
  const rows = below.map((row, index) =>
    filingRow(row, header, columns, units[index] ?? '', skips[index] ?? null),
  );
  return { sheetName: grid.sheetName, sheets: grid.sheets, rows, droppedColumns: columns.dropped };
}

function filingRow(
  row: SheetRow,
  header: Header,
  columns: RosterColumns,
  unit: string,
  skip: RowReason | null,
): FilingSheetRow {
  const cell = (field: string) => row.cells[header.columns.get(field) ?? -1];
  const text = (field: string) => printable(cellText(cell(field)));
  const name = cleanName(columns.text(row, 'name'));
  const [paperNumber, category, summary] = [text('paperNumber'), text('category'), text('summary')];
  const isEmpty = [...header.columns.values()].every((column) => isBlank(row.cells[column]));
  return {
    line: row.line,
    name,
    unit: cleanName(unit),
    disambiguator: columns.text(row, 'disambiguator'),
    filedOn: dueDayOf(cell('filedOn')),
    writtenDay: text('filedOn'),
    declared: declarationOf(text('declared')) ?? null,
    writtenDeclaration: text('declared'),
    paperNumber,
    category,
    summary,
    skip: skip ?? (isEmpty ? 'emptyPlace' : null),
    hold: holdReason(name, paperNumber, category, summary),
  };
}

function holdReason(name: string, paperNumber: string, category: string, summary: string): RowReason | null {
  if (name === '') return 'missingField';
  if (isRuined(name)) return 'unreadableName';
  const isTooLong =
    [...name].length > MOST_NAME_CHARACTERS ||
    [...summary].length > MOST_SUMMARY_CHARACTERS ||
    [paperNumber, category].some((text) => text.length > MOST_NUMBER_CHARACTERS);
  return isTooLong ? 'fieldTooLong' : null;
}

/** Control characters print nowhere; halves of characters cannot be stored. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
}
