import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Roster } from '../registers/personnel/roster-row.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import type { ShownColumn } from './roster-columns.ts';
import { chooseHeader, type HeaderAnswers, titlesDigest } from './roster-header.ts';
import { rosterOf } from './roster-rows.ts';
import { ROSTER_WORDS } from './roster-words.ts';

/** A roster, and how it was found in its file. */
export interface RosterSheet {
  /** Names of the sheets shown, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** Line of the header's first row; 0 without one. */
  readonly headerLine: number;
  readonly columns: readonly ShownColumn[];
  /** Tells the layout; null without titles. */
  readonly titles: string | null;
  /** The mapping is one of those remembered. */
  readonly remembered: boolean;
  /** No header was recognised, or no column of names: the roster is empty. */
  readonly needsMapping: boolean;
  readonly roster: Roster;
}

/**
 * A roster out of an .xlsx, .xls or .csv file (a path, or its bytes), ready to be planned against the
 * register. Nothing of the columns that are not stored is in it.
 *
 * @throws Refusal every code of the noun sheet, file_unreadable
 */
export async function readRoster(
  file: string | Uint8Array,
  reading: SheetReading & HeaderAnswers = {},
): Promise<Roster> {
  const { roster, needsMapping } = await readRosterSheet(file, reading);
  ensure(!needsMapping, 'sheet_no_header');
  return roster;
}

/**
 * The same, but a sheet whose columns nobody knows yet is told column by column instead of refused.
 * @throws Refusal every code of the noun sheet except sheet_no_header, file_unreadable
 */
export async function readRosterSheet(
  file: string | Uint8Array,
  reading: SheetReading & HeaderAnswers = {},
): Promise<RosterSheet> {
  const grid = await readSheet(file, ROSTER_WORDS, reading);
  const { header, mapping, remembered, isKnown } = chooseHeader(grid, reading);
  const { columns, ...roster } = rosterOf(grid, header, mapping);
  const needsMapping = !isKnown || !columns.some(({ field }) => field === 'name');
  return {
    sheets: grid.sheets,
    sheet: grid.sheetName,
    headerLine: header.top,
    columns,
    titles: titlesDigest(header),
    remembered,
    needsMapping,
    roster: needsMapping ? { rows: [], droppedColumns: [] } : roster,
  };
}
