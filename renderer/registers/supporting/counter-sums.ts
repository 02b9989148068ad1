import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import type { CounterUnit } from './supporting-queries.ts';

export interface CounterSums {
  readonly kinds: Readonly<Record<CounterKind, number>>;
  readonly before: Readonly<Record<CounterKind, number>>;
  /** Over all kinds. */
  readonly all: number;
  readonly allBefore: number;
  /** Units with a count, and cells. */
  readonly filled: number;
  readonly cells: number;
}

/** Of a unit over all kinds; null: it has said nothing. */
export function sumOfUnit({ cells }: CounterUnit, which: 'count' | 'before'): number | null {
  const said = COUNTER_KINDS.flatMap((kind) => cells[kind][which] ?? []);
  return said.length === 0 ? null : sum(said);
}

export function sumsOf(units: readonly CounterUnit[]): CounterSums {
  const kinds = byKind((kind) => sum(units.map(({ cells }) => cells[kind].count ?? 0)));
  const before = byKind((kind) => sum(units.map(({ cells }) => cells[kind].before ?? 0)));
  const said = units.map(({ cells }) => COUNTER_KINDS.filter((kind) => cells[kind].count !== null).length);
  return {
    ...{ kinds, before, cells: sum(said), filled: said.filter((cells) => cells > 0).length },
    all: sum(Object.values(kinds)),
    allBefore: sum(Object.values(before)),
  };
}

function byKind(of: (kind: CounterKind) => number): Record<CounterKind, number> {
  return Object.fromEntries(COUNTER_KINDS.map((kind) => [kind, of(kind)])) as Record<CounterKind, number>;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
