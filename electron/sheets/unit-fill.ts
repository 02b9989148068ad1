import { foldName } from '../../shared/rules/names.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type { RosterColumns } from './roster-columns.ts';
import type { MergedRange, SheetRow } from './sheet-grid.ts';

/**
 * The unit of every row. A unit merged over many rows stands in the first of them only.
 *
 * Where the file tells its merges, they alone say how far a unit reaches. Without any in the unit's column
 * (CSV, or a sheet whose merges were dissolved) blanks continue the unit above only if the whole column looks
 * like dissolved merges: the first entry has a unit, no unit is written again right below itself, and more
 * entries are blank than filled. A blank in a column that is otherwise filled stays blank.
 */
export function fillUnits(
  rows: readonly SheetRow[],
  columns: RosterColumns,
  merges: readonly MergedRange[],
  skips: readonly (RowReason | null)[],
): string[] {
  const written = rows.map((row) => columns.text(row, 'unit').trim());
  const column = columns.column('unit');
  const own = merges.filter((merge) => merge.left === column && merge.bottom > merge.top);
  if (own.length > 0) return fillMerged(rows, written, own);
  const isEntry = skips.map((skip) => skip === null);
  return looksDissolved(written, isEntry) ? fillDown(written, isEntry, skips) : written;
}

function fillMerged(
  rows: readonly SheetRow[],
  written: readonly string[],
  merges: readonly MergedRange[],
): string[] {
  const unitAt = new Map(rows.map((row, index) => [row.line, written[index] ?? '']));
  const byTop = merges.toSorted((a, b) => a.top - b.top);
  let next = 0;
  let current: MergedRange | undefined;
  return rows.map((row, index) => {
    while (next < byTop.length && (byTop[next]?.top ?? 0) <= row.line) current = byTop[next++];
    const covers = current !== undefined && row.line <= current.bottom;
    return written[index] || (covers && current ? (unitAt.get(current.top) ?? '') : '');
  });
}

function looksDissolved(written: readonly string[], isEntry: readonly boolean[]): boolean {
  const units = written.filter((_, index) => isEntry[index]).map(foldName);
  const filled = units.filter((unit) => unit !== '');
  const repeated = filled.some((unit, index) => index > 0 && unit === filled[index - 1]);
  return (
    units[0] !== undefined && units[0] !== '' && !repeated && units.length - filled.length > filled.length
  );
}

/** A subtotal or a signature line ends the block, a header repeated on the next page does not. */
function fillDown(
  written: readonly string[],
  isEntry: readonly boolean[],
  skips: readonly (RowReason | null)[],
): string[] {
  let current = '';
  return written.map((unit, index) => {
    if (isEntry[index]) current = unit || current;
    else if (skips[index] !== 'repeatedHeader') current = '';
    return isEntry[index] ? current : unit;
  });
}
