import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackCell, PackRow } from './taken-choices.ts';

/** One line of a pack's list: a cell of a row that was given, or a row as a whole. */
export interface PackLine {
  readonly key: string;
  /** As the last rehearsal has it. */
  readonly row: PackRow;
  readonly cell: PackCell | null;
  /** As they were when they were held first; what they can be settled by does not change under the hand. */
  readonly held: { readonly row: PackRow; readonly cell: PackCell | null } | null;
  /** The first line of its row. */
  readonly isFirst: boolean;
}

/**
 * Rows that ask something, or did, come first and stay where they are; then given rows that the file lacks, what
 * goes in by line of the file, and last where only the register moved.
 * @param seen rows of this pack by line, as they were when they were held first
 */
export function linesOf(
  rows: readonly PackRow[],
  seen: ReadonlyMap<number, PackRow>,
  outcome: RowOutcome | null,
): readonly PackLine[] {
  const known = new Set(rows.map(({ line }) => line));
  const settled = [...seen].filter(([line]) => !known.has(line)).map(([, row]) => unchangedNow(row));
  const shown = [...rows, ...settled].filter((row) => outcome === null || row.outcome === outcome);
  return shown
    .map((row, at) => ({ row, held: heldOnce(row, seen), at }))
    .toSorted((one, other) => rank(one) - rank(other) || one.row.line - other.row.line || one.at - other.at)
    .flatMap(({ row, held, at }) => linesOfRow(row, held, at));
}

function heldOnce(row: PackRow, seen: ReadonlyMap<number, PackRow>): PackRow | null {
  return (row.line > 0 ? seen.get(row.line) : undefined) ?? (row.outcome === 'held' ? row : null);
}

function rank({ row, held }: { readonly row: PackRow; readonly held: PackRow | null }): number {
  if (row.line === 0) return 1;
  if (held) return 0;
  return row.outcome === 'unchanged' ? 3 : 2;
}

/** A row that a decision made one in which nothing moves is only counted. */
function unchangedNow(row: PackRow): PackRow {
  const cells = row.cells.map((cell) => ({ ...cell, outcome: 'unchanged' as const, reason: null }));
  return { ...row, outcome: 'unchanged', reason: null, cells };
}

function linesOfRow(row: PackRow, held: PackRow | null, at: number): PackLine[] {
  const key = `${row.line} ${row.person ?? ''} ${at}`;
  const whole = { key, row, cell: null, held: held && { row: held, cell: null }, isFirst: true };
  if (!isByCell(held ?? row)) return [whole];
  return (held ?? row).cells.map((first, place) => {
    const now = isByCell(row) ? row.cells.find(({ field }) => field === first.field) : undefined;
    const cell = now ?? first;
    const heldCell = held?.cells.find((one) => one.field === first.field && one.outcome === 'held');
    return {
      key: `${key} ${first.field}`,
      row,
      cell,
      held: held && heldCell ? { row: held, cell: heldCell } : null,
      isFirst: place === 0,
    };
  });
}

/** Of rows that were given the cells are compared; of others the row as a whole is in doubt, or comes in. */
function isByCell({ cells }: PackRow): boolean {
  return cells.length > 0 && cells.some(({ issued, today }) => issued !== null || today !== null);
}
