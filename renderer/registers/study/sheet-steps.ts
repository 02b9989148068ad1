import { createSteps, type StepHistory as History, stepDone as withStep } from '../../state/step-history.ts';
import type { AttendanceRow } from './study-queries.ts';
import { type Change, isSame } from './unsaved-marks.ts';

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

export type StepHistory = History<SheetStep>;

/** Typing one reason letter by letter is one step, from what stood before the first. */
export function stepDone(history: StepHistory, step: SheetStep): StepHistory {
  const last = history.done.at(-1);
  if (!step.reasonOf || last?.reasonOf !== step.reasonOf) return withStep(history, step);
  const changes = step.changes.map((one) => ({ ...one, before: last.changes[0]?.before ?? one.before }));
  return { done: [...history.done.slice(0, -1), { ...step, changes }], undone: [] };
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

export const useSteps = createSteps<SheetStep>();
