import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { SignInSheet } from '../registers/study/attendance-import-rows.ts';
import { findSignInHeader } from './attendance-blocks.ts';
import { signInSheetOf } from './attendance-rows.ts';
import { SIGN_IN_WORDS } from './attendance-words.ts';
import { HEADER_ROWS } from './header.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';

/**
 * A sign-in sheet out of an .xlsx, .xls or .csv file (a path, or its bytes): one person per row, or several side
 * by side, ready to be planned against a session's list.
 *
 * @throws Refusal every code of the noun sheet, file_unreadable
 */
export async function readSignInSheet(
  file: string | Uint8Array,
  reading: SheetReading = {},
): Promise<SignInSheet> {
  const grid = await readSheet(file, SIGN_IN_WORDS, reading);
  const found = findSignInHeader(grid.rows.slice(0, HEADER_ROWS), grid.merges);
  ensure(found, 'sheet_no_header');
  return signInSheetOf(grid, found);
}
