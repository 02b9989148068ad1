import { foldName } from '../../shared/rules/names.ts';
import type { SignInHeader } from './attendance-blocks.ts';
import { isTotal } from './attendance-totals.ts';
import { cellText, isBlank, type MergedRange, type SheetRow } from './sheet-grid.ts';

/** “县法院（12人）”, as the program's own form groups people. */
const WITH_COUNT = /^(.{2,60}?)\(\d+[人名]\)$/u;
const MOST_CHARACTERS = 40;
/** Ends a sentence or follows a label; no unit's name has one. */
const PUNCTUATION = /[:;。，,!?]/;

/**
 * The unit that a line by itself names for the people below it: with their number, or in a cell merged over all
 * lists. Null for every other line.
 */
export function unitHeading(
  row: SheetRow,
  { blocks }: SignInHeader,
  merges: readonly MergedRange[],
): string | null {
  const filled = [...row.cells.keys()].filter((at) => !isBlank(row.cells[at]));
  const [at = -1] = filled;
  const firstName = blocks[0]?.name ?? 0;
  const lastName = blocks.at(-1)?.name ?? 0;
  if (filled.length !== 1 || at > firstName) return null;
  const text = foldName(cellText(row.cells[at]));
  const counted = WITH_COUNT.exec(text)?.[1];
  if (counted && !isTotal(counted)) return counted;
  const isWide = merges.some(
    (merge) => merge.top === row.line && merge.left === at && merge.right > lastName,
  );
  const isName = text.length <= MOST_CHARACTERS && /\p{Letter}/u.test(text) && !PUNCTUATION.test(text);
  return isWide && isName && !isTotal(text) ? text : null;
}
