import { findSignInHeader } from '../../electron/sheets/attendance-blocks.ts';
import { signInSheetOf } from '../../electron/sheets/attendance-rows.ts';
import { HEADER_ROWS } from '../../electron/sheets/header.ts';
import type { MergedRange, SheetCell } from '../../electron/sheets/sheet-grid.ts';
import { gridOf } from './grid-of.ts';

/** A sign-in sheet of these lines of cells, as the parser would hand them over. */
export function signInOf(lines: readonly (readonly SheetCell[])[], merges: readonly MergedRange[] = []) {
  const grid = gridOf(lines, merges);
  const found = findSignInHeader(grid.rows.slice(0, HEADER_ROWS), merges);
  if (!found) throw new Error('no header');
  return signInSheetOf(grid, found);
}
