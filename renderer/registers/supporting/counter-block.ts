import { foldName } from '../../../shared/rules/names.ts';
import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import { countersText } from '../../text/counters-page.ts';
import { counterKindWords } from '../../text/words.ts';
import { type Cell, cellAt, type Place } from './counter-cells.ts';
import type { CounterUnit } from './supporting-queries.ts';

/** A block off the clipboard, laid on the sheet. */
export interface LaidBlock {
  readonly wanted: readonly (readonly [cell: Cell, after: number])[];
  /** Texts that are no whole number, and units that nobody knows; they are not written. */
  readonly unread: readonly string[];
  /** Cells with a number beyond the edge of the sheet. */
  readonly outside: number;
}

/**
 * Lays a block down from a place: by the names of units in its first column and of kinds in its first row where it
 * has them, else cell by cell. A blank says nothing.
 */
export function layBlock(
  table: readonly (readonly string[])[],
  units: readonly CounterUnit[],
  at: Place,
): LaidBlock {
  const kinds = kindsIn(table[0] ?? []);
  const body = kinds ? table.slice(1) : table;
  const isNamed = body.some((row) => isName(row[0])) && body.every((row) => !isNumber(row[0] ?? ''));
  const wanted: [Cell, number][] = [];
  const unread: string[] = [];
  let outside = 0;
  body.forEach((row, down) => {
    if (isNamed && isSum(row[0] ?? '')) return;
    const named = isNamed ? units.findIndex(({ name }) => foldName(name) === foldName(row[0] ?? '')) : null;
    if (named === -1 && row[0]) unread.push(row[0]);
    row.slice(isNamed ? 1 : 0).forEach((text, across) => {
      if (text === '' || named === -1) return;
      const column = columnAt(kinds, isNamed, across, at);
      if (column === null) return;
      const cell = cellAt(units, { row: named ?? at.row + down, column });
      if (!isNumber(text)) unread.push(text);
      else if (cell) wanted.push([cell, numberOf(text)]);
      else outside += 1;
    });
  });
  return { wanted, unread, outside };
}

/** What a block of the sheet is as text for the clipboard. */
export function copiedCells(rows: readonly (readonly Cell[])[]): string[][] {
  return rows.map((row) => row.map(({ count }) => (count === null ? '' : String(count))));
}

const WORDS: ReadonlyMap<string, CounterKind> = new Map(
  COUNTER_KINDS.map((kind) => [counterKindWords[kind], kind]),
);

/** The columns' kinds, where the row names at least one and has no number. */
function kindsIn(row: readonly string[]): readonly (CounterKind | null)[] | null {
  const kinds = row.map((text) => WORDS.get(foldName(text).replace(/[([【].*?[)\]】]/g, '')) ?? null);
  return kinds.some(Boolean) && !row.some(isNumber) ? kinds : null;
}

/** @returns null: a column that is none of the sheet's */
function columnAt(
  kinds: readonly (CounterKind | null)[] | null,
  isNamed: boolean,
  across: number,
  at: Place,
): number | null {
  if (!kinds) return (isNamed ? 0 : at.column) + across;
  const kind = kinds[across + (isNamed ? 1 : 0)];
  return kind ? COUNTER_KINDS.indexOf(kind) : null;
}

function isName(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !isNumber(text);
}

function isSum(text: string): boolean {
  return countersText.sumWords.some((word) => foldName(text).endsWith(word));
}

const NUMBER = /^\d{1,3}(,\d{3})+$|^\d{1,7}$/;
const MOST = 1_000_000;

function isNumber(text: string): boolean {
  const folded = foldName(text);
  return NUMBER.test(folded) && numberOf(folded) <= MOST;
}

function numberOf(text: string): number {
  return Number(foldName(text).replaceAll(',', ''));
}
