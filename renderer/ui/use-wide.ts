import { useSyncExternalStore } from 'react';

/** The one width at which pages change; below it secondary things go. */
const WIDE = window.matchMedia('(min-width: 1200px)');

export function useWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      WIDE.addEventListener('change', tell);
      return () => WIDE.removeEventListener('change', tell);
    },
    () => WIDE.matches,
  );
}
