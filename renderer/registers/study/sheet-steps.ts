import { create } from 'zustand';
import type { AttendanceRow } from './study-queries.ts';
import { type Change, isSame } from './unsaved-marks.ts';

/** Steps kept of one sheet; older ones stand in the ledger's own history. */
const MOST_STEPS = 200;

/** One thing done on the sheet: a key, a paste, the rest of a unit. */
export interface SheetStep {
  /** What the button says of it. */
  readonly said: string;
  readonly changes: readonly Change[];
  /** Typing one reason letter by letter is one step. */
  readonly reasonOf?: string;
  /** It took a make-up with it, which only the ledger's own undo brings back. */
  readonly isFinal?: boolean;
}

export interface StepHistory {
  readonly done: readonly SheetStep[];
  /** The one taken back last stands last. */
  readonly undone: readonly SheetStep[];
}

export const NO_STEPS: StepHistory = { done: [], undone: [] };

/** Whatever is done anew ends what could be done again. */
export function stepDone({ done }: StepHistory, step: SheetStep): StepHistory {
  const last = done.at(-1);
  if (!step.reasonOf || last?.reasonOf !== step.reasonOf)
    return { done: [...done, step].slice(-MOST_STEPS), undone: [] };
  const changes = step.changes.map((one) => ({ ...one, before: last.changes[0]?.before ?? one.before }));
  return { done: [...done.slice(0, -1), { ...step, changes }], undone: [] };
}

export function stepBack({ done, undone }: StepHistory): StepHistory {
  const step = done.at(-1);
  return step ? { done: done.slice(0, -1), undone: [...undone, step] } : { done, undone };
}

export function stepAgain({ done, undone }: StepHistory): StepHistory {
  const step = undone.at(-1);
  return step ? { done: [...done, step], undone: undone.slice(0, -1) } : { done, undone };
}

/**
 * What takes a step back, or does it again: only on boxes that still are as the step left them. What was
 * changed since, here or by somebody else, stays.
 */
export function turned(
  step: SheetStep,
  rows: readonly AttendanceRow[],
  way: 'back' | 'again',
): { readonly changes: Change[]; readonly left: number } {
  const shown = new Map(rows.map((row) => [row.person, row]));
  const changes = step.changes.flatMap(({ person, before, after }) => {
    const [from, to] = way === 'back' ? [after, before] : [before, after];
    const row = shown.get(person);
    return row && isSame(row, from) ? [{ person, before: from, after: to }] : [];
  });
  return { changes, left: step.changes.length - changes.length };
}

interface Steps {
  /** By account and session; in memory alone, so that they outlive a lock but not the page. */
  readonly histories: Readonly<Record<string, StepHistory>>;
  readonly keep: (key: string, history: StepHistory) => void;
}

export const useSteps = create<Steps>((set) => ({
  histories: {},
  keep: (key, history) => set(({ histories }) => ({ histories: { ...histories, [key]: history } })),
}));
