import type { CounterKind } from '../../../shared/vocabulary/words.ts';
import type { Cell } from './counter-cells.ts';
import type { CounterUnit } from './supporting-queries.ts';

/** What a cell is to have from now on. */
export interface CellChange {
  readonly unit: string;
  readonly kind: CounterKind;
  readonly before: number | null;
  readonly after: number | null;
}

/** Typed and not saved yet. */
export interface TypedCell {
  readonly unit: string;
  readonly kind: CounterKind;
  readonly count: number | null;
  /** What stood saved before the eyes of whoever typed, and at which revision. */
  readonly over: number | null;
  readonly rev: number;
}

/** By cell. */
export type UnsavedCells = Readonly<Record<string, TypedCell>>;

export const NOTHING_UNSAVED: UnsavedCells = {};

/** One thing done on the sheet: a number, a paste, a fill. */
export interface CounterStep {
  readonly said: string;
  readonly changes: readonly CellChange[];
}

export function keyOf({ unit, kind }: { readonly unit: string; readonly kind: CounterKind }): string {
  return `${unit} ${kind}`;
}

/** Those of the wanted cells that do not have it already. */
export function changesTo(wanted: readonly (readonly [cell: Cell, after: number | null])[]): CellChange[] {
  return wanted.flatMap(([{ unit, kind, count }, after]) =>
    count === after ? [] : [{ unit, kind, before: count, after }],
  );
}

/** The sheet with what was typed laid over it; a row that nothing was typed for stays the same object. */
export function laidOver(units: readonly CounterUnit[], unsaved: UnsavedCells): readonly CounterUnit[] {
  const typed = Map.groupBy(Object.values(unsaved), ({ unit }) => unit);
  if (typed.size === 0) return units;
  return units.map((row) => {
    const mine = typed.get(row.unit);
    if (!mine) return row;
    const cells = { ...row.cells };
    for (const { kind, count } of mine) cells[kind] = { ...cells[kind], count };
    return { ...row, cells };
  });
}

/** @param saved the sheet as it was read */
export function typedOnto(
  unsaved: UnsavedCells,
  saved: readonly CounterUnit[],
  changes: readonly CellChange[],
): UnsavedCells {
  const rows = new Map(saved.map((row) => [row.unit, row]));
  const entries = changes.flatMap(({ unit, kind, after }) => {
    const cell = rows.get(unit)?.cells[kind];
    if (!cell) return [];
    const earlier = unsaved[keyOf({ unit, kind })];
    const over = earlier ? earlier.over : cell.count;
    const rev = earlier ? earlier.rev : cell.rev;
    return [[keyOf({ unit, kind }), { unit, kind, count: after, over, rev }] as const];
  });
  return { ...unsaved, ...Object.fromEntries(entries) };
}

/** What is left once `sent` was saved at `rev`: what was typed again meanwhile stays, over what was sent. */
export function leftUnsaved(now: UnsavedCells, sent: UnsavedCells, rev: number): UnsavedCells {
  const left = Object.entries(now).filter(([key, one]) => sent[key] !== one);
  return Object.fromEntries(
    left.map(([key, one]) => {
      const saved = sent[key];
      if (!saved) return [key, one];
      // what stood so already was left alone, and so was its revision
      return [key, { ...one, over: saved.count, rev: saved.count === saved.over ? one.rev : rev }];
    }),
  );
}

/** Two people said different things of one cell: neither is written over the other before somebody decides. */
export interface CellClash {
  readonly unit: string;
  readonly unitName: string;
  readonly kind: CounterKind;
  readonly mine: number | null;
  readonly theirs: number | null;
  /** Of theirs. */
  readonly rev: number;
}

/**
 * What was typed, seen against the sheet as it is now.
 * @returns what goes on to be sent, at the revisions of now, and what somebody else said otherwise meanwhile
 */
export function against(
  sent: UnsavedCells,
  fresh: readonly CounterUnit[],
): { readonly going: UnsavedCells; readonly clashes: readonly CellClash[] } {
  const rows = new Map(fresh.map((row) => [row.unit, row]));
  const going: Record<string, TypedCell> = {};
  const clashes: CellClash[] = [];
  for (const [key, typed] of Object.entries(sent)) {
    const row = rows.get(typed.unit);
    if (!row) continue;
    const { count, rev } = row.cells[typed.kind];
    const { unit, kind, count: mine } = typed;
    if (count === typed.over || count === mine) going[key] = { ...typed, over: count, rev };
    else clashes.push({ unit, unitName: row.name, kind, mine, theirs: count, rev });
  }
  return { going, clashes };
}

/** What takes a step back, or does it again: only on cells that still are as the step left them. */
export function turned(
  step: CounterStep,
  rows: readonly CounterUnit[],
  way: 'back' | 'again',
): { readonly changes: CellChange[]; readonly left: number } {
  const shown = new Map(rows.map((row) => [row.unit, row]));
  const changes = step.changes.flatMap(({ unit, kind, before, after }) => {
    const [from, to] = way === 'back' ? [after, before] : [before, after];
    return shown.get(unit)?.cells[kind].count === from ? [{ unit, kind, before: from, after: to }] : [];
  });
  return { changes, left: step.changes.length - changes.length };
}
