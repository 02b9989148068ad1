import { useEffect, useRef } from 'react';

/** Whoever types without a pause is saved all the same. */
const LONGEST_WAIT_MS = 3_000;

/**
 * Saves after a pause in typing, or in the midst of it once the first of it is old.
 * @param unsaved what was typed and not saved yet; empty: nothing
 * @param pause in ms, as of what was typed last
 */
export function useSaveAfterPause(
  unsaved: Readonly<Record<string, unknown>>,
  pause: { readonly current: number },
  save: () => Promise<void>,
): void {
  const since = useRef<number | null>(null);
  useEffect(() => {
    if (Object.keys(unsaved).length === 0) {
      since.current = null;
      return;
    }
    since.current ??= Date.now();
    const latest = since.current + LONGEST_WAIT_MS - Date.now();
    const timer = setTimeout(
      () => {
        since.current = null;
        void save();
      },
      Math.max(0, Math.min(pause.current, latest)),
    );
    return () => clearTimeout(timer);
  }, [unsaved, pause, save]);
}
