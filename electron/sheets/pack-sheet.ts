import { cleanName } from '../../shared/rules/names.ts';
import { type PackMarker, readPackMarker } from '../../shared/rules/pack-marker.ts';
import type { RosterField } from '../../shared/vocabulary/import-outcomes.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { PackLines } from '../registers/packs/pack-kind.ts';
import type { FilingLine, RosterLine, SignInLine } from '../registers/packs/pack-lines.ts';
import { findSignInHeader } from './attendance-blocks.ts';
import { signInSheetOf } from './attendance-rows.ts';
import { SIGN_IN_WORDS } from './attendance-words.ts';
import { filingSheetOf } from './filing-sheet.ts';
import { FILING_WORDS } from './filing-words.ts';
import { findHeader, foldLabel, HEADER_ROWS, type HeaderWords } from './header.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import { RosterColumns } from './roster-columns.ts';
import { rosterOf } from './roster-rows.ts';
import { ROSTER_WORDS } from './roster-words.ts';
import { cellText, isBlank, type SheetGrid, type SheetRow } from './sheet-grid.ts';

/** A sheet is known for a pack's by the head of its hidden column. */
const KEY_LABEL = '行码';
const PACK_WORDS: HeaderWords = {
  required: 'key',
  fields: { ...ROSTER_WORDS.fields, ...SIGN_IN_WORDS.fields, ...FILING_WORDS.fields, key: [KEY_LABEL] },
  others: [],
};

/** A file that may be a pack, read but not understood yet: that depends on which pack it is. */
export interface PackSheet {
  /** Null: it bears no pack's id. */
  readonly marker: PackMarker | null;
  readonly grid: SheetGrid;
}

/** Rows and columns that a program hides are read like all others. @throws Refusal every code of the noun sheet */
export async function readPackSheet(bytes: Uint8Array, reading: SheetReading = {}): Promise<PackSheet> {
  const grid = await readSheet(bytes, PACK_WORDS, reading);
  return { marker: markerOf(grid), grid };
}

/** What the pack's kind reads of it. @throws Refusal sheet_no_header, sheet_two_blocks */
export function packLines(sheet: PackSheet): PackLines {
  return {
    roster: () => rosterLines(sheet),
    signIn: () => signInLines(sheet),
    selfInspection: () => filingLines(sheet),
  };
}

function rosterLines({ grid }: PackSheet): RosterLine[] {
  const header = findHeader(grid.rows.slice(0, HEADER_ROWS), grid.merges, ROSTER_WORDS);
  ensure(header, 'sheet_no_header');
  const below = grid.rows.filter(({ line }) => line > header.bottom);
  const columns = new RosterColumns(header, below);
  const rows = new Map(rosterOf(grid, header).rows.map((row) => [row.line, row]));
  const keyColumn = keyColumnOf(header.labels);
  return below.flatMap((sheetRow) => {
    const row = rows.get(sheetRow.line);
    const key = keyOf(sheetRow, keyColumn);
    const isEmpty = Object.keys(ROSTER_WORDS.fields).every((field) => isBlankField(sheetRow, field));
    if (!row || (key === '' && isEmpty)) return [];
    // a unit says what stands in its own row: nothing is carried down into a blank
    const unit = cleanName(columns.text(sheetRow, 'unit'));
    const text = (field: RosterField) => columns.text(sheetRow, field).trim();
    const texts = {
      staffing: text('staffing'),
      status: text('status'),
      orderNumber: text('orderNumber'),
    };
    const code = row.disambiguator ?? '';
    return [{ line: row.line, key, name: row.name, code, row: { ...row, unit }, texts }];
  });

  function isBlankField(sheetRow: SheetRow, field: string): boolean {
    const column = header?.columns.get(field);
    return column === undefined || isBlank(sheetRow.cells[column]);
  }
}

function signInLines({ grid }: PackSheet): SignInLine[] {
  const found = findSignInHeader(grid.rows.slice(0, HEADER_ROWS), grid.merges);
  ensure(found, 'sheet_no_header');
  const keyColumn = keyColumnOf(found.header.labels);
  const byLine = new Map(grid.rows.map((row) => [row.line, row]));
  return signInSheetOf(grid, found).rows.flatMap((row) => {
    const sheetRow = byLine.get(row.line);
    const key = sheetRow ? keyOf(sheetRow, keyColumn) : '';
    if (key === '' && row.skip === 'emptyPlace') return [];
    return [{ line: row.line, key, name: row.name, code: row.disambiguator, row }];
  });
}

function filingLines({ grid }: PackSheet): FilingLine[] {
  const header = findHeader(grid.rows.slice(0, HEADER_ROWS), grid.merges, FILING_WORDS);
  ensure(header, 'sheet_no_header');
  const keyColumn = keyColumnOf(header.labels);
  const unitColumn = header.columns.get('unit') ?? -1;
  const byLine = new Map(grid.rows.map((row) => [row.line, row]));
  return filingSheetOf(grid, header).rows.flatMap((row) => {
    const sheetRow = byLine.get(row.line);
    const key = sheetRow ? keyOf(sheetRow, keyColumn) : '';
    if (key === '' && row.skip === 'emptyPlace') return [];
    // as in a roster, nothing is carried down into a blank
    const unit = cleanName(cellText(sheetRow?.cells[unitColumn]));
    return [{ line: row.line, key, name: row.name, code: row.disambiguator, row: { ...row, unit } }];
  });
}

function markerOf(grid: SheetGrid): PackMarker | null {
  for (const { cells } of grid.rows.slice(0, HEADER_ROWS))
    for (const cell of cells) {
      const marker = typeof cell === 'string' ? readPackMarker(cell) : null;
      if (marker) return marker;
    }
  return null;
}

function keyColumnOf(labels: readonly string[]): number {
  return labels.findIndex((label) => foldLabel(label) === KEY_LABEL);
}

/** A column of ids that lost its head is where it was given. */
function keyOf({ cells }: SheetRow, column: number): string {
  return cellText(cells[Math.max(column, 0)]).trim();
}
