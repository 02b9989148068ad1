import { create } from 'zustand';

/** Steps kept of one sheet; older ones stand in the ledger's own history. */
const MOST_STEPS = 200;

/** What was done on a sheet that keeps its own undo. */
export interface StepHistory<Step> {
  readonly done: readonly Step[];
  /** The one taken back last stands last. */
  readonly undone: readonly Step[];
}

export const NO_STEPS: StepHistory<never> = { done: [], undone: [] };

/** Whatever is done anew ends what could be done again. */
export function stepDone<Step>({ done }: StepHistory<Step>, step: Step): StepHistory<Step> {
  return { done: [...done, step].slice(-MOST_STEPS), undone: [] };
}

export function stepBack<Step>({ done, undone }: StepHistory<Step>): StepHistory<Step> {
  const step = done.at(-1);
  return step ? { done: done.slice(0, -1), undone: [...undone, step] } : { done, undone };
}

export function stepAgain<Step>({ done, undone }: StepHistory<Step>): StepHistory<Step> {
  const step = undone.at(-1);
  return step ? { done: [...done, step], undone: undone.slice(0, -1) } : { done, undone };
}

export interface Steps<Step> {
  /** By account and sheet; in memory alone, so that they outlive a lock but not the page. */
  readonly histories: Readonly<Record<string, StepHistory<Step>>>;
  readonly keep: (key: string, history: StepHistory<Step>) => void;
}

export function createSteps<Step>() {
  return create<Steps<Step>>((set) => ({
    histories: {},
    keep: (key, history) => set(({ histories }) => ({ histories: { ...histories, [key]: history } })),
  }));
}
