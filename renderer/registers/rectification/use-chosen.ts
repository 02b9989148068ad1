import { useEffect, useRef, useState } from 'react';
import type { ItemRow } from './rectification-queries.ts';

/** What one bulk write takes. */
export const MOST_CHOSEN = 1000;
const AT_ONCE = 500;

type Ask = (
  offset: number,
  limit: number,
) => Promise<{ readonly total: number; readonly rows: readonly ItemRow[] }>;

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** In the order of the list; each at the version that was last seen. */
  readonly rows: readonly ItemRow[];
  readonly isChoosing: boolean;
  readonly toggle: (row: ItemRow, index: number) => void;
  /** From the row that was chosen last to this one. */
  readonly extendTo: (index: number) => Promise<void>;
  /** @returns how many rows there are, of which as many as a bulk write takes are chosen */
  readonly chooseAll: () => Promise<number>;
  readonly clear: () => void;
}

/**
 * The rows on which work is done at once.
 * @param list what the list shows; another list begins without any
 * @param loaded the rows of the list that are in the page, as they are now
 */
export function useChosen(list: string, ask: Ask, loaded: () => ReadonlyMap<string, ItemRow>): Chosen {
  const [rows, setRows] = useState<readonly ItemRow[]>([]);
  const [isChoosing, setChoosing] = useState(false);
  const anchor = useRef<number>(null);
  const shown = useRef(list);
  useEffect(() => {
    if (shown.current === list) return;
    shown.current = list;
    anchor.current = null;
    setRows([]);
  }, [list]);

  const now = rows.length > 0 ? loaded() : new Map<string, ItemRow>();
  return {
    ids: new Set(rows.map(({ id }) => id)),
    rows: rows.map((row) => now.get(row.id) ?? row),
    isChoosing,
    toggle,
    extendTo,
    chooseAll: () => fetchAndChoose(0, MOST_CHOSEN, true),
    clear: () => {
      anchor.current = null;
      setRows([]);
    },
  };

  function toggle(row: ItemRow, index: number): void {
    anchor.current = index;
    setRows((before) => {
      const others = before.filter(({ id }) => id !== row.id);
      if (others.length < before.length) return others;
      return before.length < MOST_CHOSEN ? [...before, row] : before;
    });
  }

  async function extendTo(index: number): Promise<void> {
    const from = anchor.current ?? index;
    anchor.current = from;
    const first = Math.min(from, index);
    await fetchAndChoose(first, Math.min(MOST_CHOSEN, Math.abs(index - from) + 1), false);
  }

  /** A run need not be on the screen: it is asked for. */
  async function fetchAndChoose(first: number, count: number, anew: boolean): Promise<number> {
    setChoosing(true);
    try {
      const found: ItemRow[] = [];
      let total = 0;
      for (let at = 0; at < count; at += AT_ONCE) {
        const page = await ask(first + at, Math.min(AT_ONCE, count - at));
        total = page.total;
        found.push(...page.rows);
        if (first + at + AT_ONCE >= total) break;
      }
      setRows((before) => joined(anew ? [] : before, found));
      return total;
    } finally {
      setChoosing(false);
    }
  }
}

function joined(before: readonly ItemRow[], found: readonly ItemRow[]): readonly ItemRow[] {
  const ids = new Set(found.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...found].slice(0, MOST_CHOSEN);
}
