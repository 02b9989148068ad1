import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Roster } from '../registers/personnel/roster-row.ts';
import { findHeader, HEADER_ROWS } from './header.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import { rosterOf } from './roster-rows.ts';
import { ROSTER_WORDS } from './roster-words.ts';

/**
 * A roster out of an .xlsx, .xls or .csv file (a path, or its bytes), ready to be planned against the
 * register. Nothing of the columns that are not stored is in it.
 *
 * @throws Refusal every code of the noun sheet, file_unreadable
 */
export async function readRoster(file: string | Uint8Array, reading: SheetReading = {}): Promise<Roster> {
  const grid = await readSheet(file, ROSTER_WORDS, reading);
  const header = findHeader(grid.rows.slice(0, HEADER_ROWS), grid.merges, ROSTER_WORDS);
  if (!header) throw new Refusal('sheet_no_header');
  return rosterOf(grid, header);
}
