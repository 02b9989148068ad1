import { create } from 'zustand';
import type { core } from '../../state/core.ts';

export type Restored = Awaited<ReturnType<typeof core.office.restoreBackup>>;

/** What was restored last, for whoever signs in after it; gone with the page. */
export const useRestored = create<{ readonly last: Restored | null }>(() => ({ last: null }));
