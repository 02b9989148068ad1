import { create } from 'zustand';
import type { Refusal } from '../../shared/vocabulary/refusal.ts';

/** What the frame tells: the last thing done (for 8 s), or the last thing refused where no form shows it. */
interface Notices {
  readonly done: string | null;
  readonly refused: Refusal | null;
  /** Writes under way, for the status bar. */
  readonly saving: number;
  readonly tellDone: (sentence: string) => void;
  readonly tellRefused: (refusal: Refusal) => void;
  readonly dismiss: () => void;
  readonly begin: () => void;
  readonly end: () => void;
}

export const useNotices = create<Notices>((set) => ({
  done: null,
  refused: null,
  saving: 0,
  tellDone: (done) => set({ done, refused: null }),
  tellRefused: (refused) => set({ refused }),
  dismiss: () => set({ done: null, refused: null }),
  begin: () => set(({ saving }) => ({ saving: saving + 1 })),
  end: () => set(({ saving }) => ({ saving: saving - 1 })),
}));
