import { useState } from 'react';
import { filingMachine } from '../../../shared/rules/filing-moves.ts';
import type { PagedRows } from '../../state/paged-rows.ts';
import { type FilingRow, MOST_AT_ONCE } from './self-inspection-queries.ts';

export const MANY_MOVES = ['approve', 'return', 'archive'] as const;
export type ManyMove = (typeof MANY_MOVES)[number];

/** The rows that a move can be meant for; whether each may make it only the core knows. */
export function movable<Row extends Pick<FilingRow, 'state'>>(rows: readonly Row[], move: ManyMove): Row[] {
  const from: readonly string[] = filingMachine.transitions.find((one) => one.move === move)?.from ?? [];
  return rows.filter(({ state }) => from.includes(state));
}

/** Whether a reviewer could do anything with it. */
export function isChoosable(row: Pick<FilingRow, 'state'>): boolean {
  return MANY_MOVES.some((move) => movable([row], move).length > 0);
}

export interface ChosenFilings {
  readonly rows: readonly FilingRow[];
  readonly isChosen: (row: FilingRow) => boolean;
  readonly toggle: (row: FilingRow) => void;
  /** Every row of the list that can be chosen, as many as one step takes. */
  readonly chooseAll: () => Promise<void>;
  readonly clear: () => void;
}

type Ask = (offset: number, limit: number) => Promise<{ readonly rows: readonly FilingRow[] }>;

/**
 * Filings that are dealt with at once, each at the version last seen; one that can no longer be is chosen no more.
 * @param list what the list shows; another list begins without any
 */
export function useChosenFilings(list: string, ask: Ask, rows: PagedRows<FilingRow>): ChosenFilings {
  const [{ of, picked }, setPicked] = useState<{
    readonly of: string;
    readonly picked: readonly FilingRow[];
  }>({
    of: list,
    picked: [],
  });
  const before = of === list ? picked : [];
  const now = before.length > 0 ? loadedRows(rows) : new Map<string, FilingRow>();
  const chosen = before.map((row) => now.get(row.person) ?? row).filter(isChoosable);
  const people = new Set(chosen.map(({ person }) => person));
  const put = (next: readonly FilingRow[]) => setPicked({ of: list, picked: next.slice(0, MOST_AT_ONCE) });
  return {
    rows: chosen,
    isChosen: ({ person }) => people.has(person),
    toggle: (row) => {
      if (people.has(row.person)) put(chosen.filter(({ person }) => person !== row.person));
      else if (isChoosable(row)) put([...chosen, row]);
    },
    chooseAll: async () => put((await ask(0, MOST_AT_ONCE)).rows.filter(isChoosable)),
    clear: () => put([]),
  };
}

function loadedRows({ row, total }: PagedRows<FilingRow>): ReadonlyMap<string, FilingRow> {
  const loaded = Array.from({ length: total }, (_, at) => row(at)).filter((one) => one !== undefined);
  return new Map(loaded.map((one) => [one.person, one]));
}
