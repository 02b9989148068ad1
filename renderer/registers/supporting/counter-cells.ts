import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import type { CounterUnit } from './supporting-queries.ts';

/** A cell of the month's sheet by its place: a unit's row, a kind's column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A selection is a block, from where it began to where the keys or the pointer went. */
export interface Block {
  readonly anchor: Place;
  readonly focus: Place;
}

export interface Cell {
  readonly unit: string;
  readonly kind: CounterKind;
  readonly count: number | null;
}

const COLUMNS = COUNTER_KINDS.length;

export function blockAt(place: Place): Block {
  return { anchor: place, focus: place };
}

export function cornersOf({ anchor, focus }: Block): { readonly first: Place; readonly last: Place } {
  return {
    first: { row: Math.min(anchor.row, focus.row), column: Math.min(anchor.column, focus.column) },
    last: { row: Math.max(anchor.row, focus.row), column: Math.max(anchor.column, focus.column) },
  };
}

export function isInBlock(block: Block, { row, column }: Place): boolean {
  const { first, last } = cornersOf(block);
  return first.row <= row && row <= last.row && first.column <= column && column <= last.column;
}

/** The sides of a cell on which the block ends, so that it is outlined as one shape. */
export function edgesOf(block: Block, place: Place): string[] {
  if (!isInBlock(block, place)) return [];
  const { first, last } = cornersOf(block);
  return [
    place.row === first.row ? 'top' : '',
    place.column === last.column ? 'right' : '',
    place.row === last.row ? 'bottom' : '',
    place.column === first.column ? 'left' : '',
  ].filter(Boolean);
}

/** A block of a sheet that became shorter. */
export function within(block: Block, rows: number): Block {
  const most = Math.max(0, rows - 1);
  if (block.anchor.row <= most && block.focus.row <= most) return block;
  const inside = ({ row, column }: Place) => ({ row: Math.min(row, most), column });
  return { anchor: inside(block.anchor), focus: inside(block.focus) };
}

export function cellAt(units: readonly CounterUnit[], { row, column }: Place): Cell | undefined {
  const [unit, kind] = [units[row], COUNTER_KINDS[column]];
  return unit && kind ? { unit: unit.unit, kind, count: unit.cells[kind].count } : undefined;
}

/** The cells of a block, row by row. */
export function cellsIn(units: readonly CounterUnit[], block: Block): Cell[][] {
  const { first, last } = cornersOf(block);
  return units
    .slice(first.row, last.row + 1)
    .map((_, at) =>
      COUNTER_KINDS.slice(first.column, last.column + 1).flatMap(
        (_kind, column) => cellAt(units, { row: first.row + at, column: first.column + column }) ?? [],
      ),
    );
}

export function everything(rows: number): Block {
  return { anchor: { row: 0, column: 0 }, focus: { row: Math.max(0, rows - 1), column: COLUMNS - 1 } };
}
