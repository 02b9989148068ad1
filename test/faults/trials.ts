/** One kind of trial, played many times in a process of its own (`trial-worker.ts`). */
export interface Trials {
  /** Plays one. @returns what happened in it, by name; throws what went wrong. Empty when nothing was injected */
  play(number: number): Promise<readonly string[]>;
  /** One that takes the processor for longer hangs. */
  readonly hangSeconds?: number;
  close(): void;
}

/** @param place an empty folder */
export type PrepareTrials = (place: string, seed: number) => Promise<Trials>;

/** What a worker tells of the trials since it last spoke; with `over` it has played them all. */
export interface TrialsTold {
  readonly injected: number;
  readonly fell: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
  readonly over?: { readonly peakMegabytes: number };
}

/** Whatever a hostile bundle says, it keeps nobody waiting for longer. */
export const HANG_SECONDS = 5;
