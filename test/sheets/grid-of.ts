import { findHeader } from '../../electron/sheets/header.ts';
import { rosterOf } from '../../electron/sheets/roster-rows.ts';
import { ROSTER_WORDS } from '../../electron/sheets/roster-words.ts';
import type { MergedRange, SheetCell, SheetGrid } from '../../electron/sheets/sheet-grid.ts';

/** A sheet of lines of cells; null is a blank cell, lines without content are left out as a reader does. */
export function gridOf(
  lines: readonly (readonly SheetCell[])[],
  merges: readonly MergedRange[] = [],
): SheetGrid {
  const rows = lines.map((cells, index) => ({ line: index + 1, cells }));
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== null && cell !== ''));
  return { sheetName: '', sheets: [''], rows: filled, merges, peakBytes: 0 };
}

export function headerOf(lines: readonly (readonly SheetCell[])[], merges: readonly MergedRange[] = []) {
  return findHeader(gridOf(lines).rows, merges, ROSTER_WORDS);
}

export function rosterOfLines(lines: readonly (readonly SheetCell[])[], merges: readonly MergedRange[] = []) {
  const header = headerOf(lines, merges);
  if (!header) throw new Error('no header');
  return rosterOf(gridOf(lines, merges), header);
}
