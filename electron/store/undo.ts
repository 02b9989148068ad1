import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Readable, SqlValue, Write } from './handles.ts';
import { countDangling } from './undo-references.ts';
import {
  countChangedSince,
  type ImageRow,
  imagesOf,
  lastStepOf,
  refuseStepsOf,
  removeUndone,
  type StepRow,
  stepAt,
} from './undo-sql.ts';

/** How registers take their bulk images back, by table; they stamp the rows with the write's rev. */
export type Restorers = Readonly<Record<string, (write: Write, key: number, image: unknown) => void>>;

export interface LastStep {
  /** The revision that the step's write made. */
  readonly step: number | null;
  readonly action: string | null;
  readonly undoable: boolean;
  /** Why not. */
  readonly reason: ErrorCode | null;
}

/**
 * The step that an account would undo now. Whether other rows have come to refer to its new ones is looked at
 * only when it is undone.
 */
export function lastStep(db: Readable, account: number): LastStep {
  const last = lastStepOf(db, account);
  if (!last) return { step: null, action: null, undoable: false, reason: 'undo_nothing' };
  const changed = last.refusal === null && countChangedSince(db, last.rev) > 0;
  const reason = last.refusal ?? (changed ? 'undo_changed_since' : null);
  return { step: last.rev, action: last.action, undoable: reason === null, reason };
}

export interface Undone {
  readonly undone: number;
  readonly action: string;
  /** The revision that the rows taken back now have. */
  readonly rev: number;
}

/**
 * Takes back the account's own last step as a whole: rows are as they were, author and time included, but for a
 * new rev, which bundles carry and stale pages get `conflict` by; rows that came with the step become
 * tombstones. The step before it is the last one then. Not undoable itself.
 * @param rev the revision that the step's write made
 * @throws Refusal `undo_nothing`, `undo_not_yours`, `undo_not_last`, `undo_by_move`, `undo_not_possible`,
 *   `undo_changed_since` (`count`: rows changed since, or pointing at rows that would be gone or are)
 */
export function undoStep(write: Write, rev: number, restorers: Restorers): Undone {
  const { action } = requireUndoable(write, rev);
  refuseChanged(countChangedSince(write, rev));
  write.undo.leaveNoStep();
  const images = imagesOf(write, rev);
  for (const image of images) restore(write, image, restorers);
  refuseChanged(countDangling(write, write.office, rev));
  removeUndone(write, rev, write.rev);
  write.record({ undone: rev, action, images: images.length });
  return { undone: rev, action, rev: write.rev };
}

/**
 * Erases what steps keep of these rows, for a purge: an erased text must not come back. Those steps cannot be
 * undone any more.
 * @param rows pks
 */
export function forgetImages(write: Write, table: string, rows: readonly number[]): void {
  refuseStepsOf(write, table, JSON.stringify(rows));
}

function requireUndoable(write: Write, rev: number): StepRow {
  const step = stepAt(write, rev);
  ensure(!step || step.account === write.account, 'undo_not_yours');
  const last = lastStepOf(write, write.account);
  ensure(last, 'undo_nothing');
  ensure(last.rev === rev, 'undo_not_last');
  if (last.refusal) throw new Refusal(last.refusal);
  return last;
}

function refuseChanged(count: number): void {
  ensure(count === 0, 'undo_changed_since', { count });
}

function restore(write: Write, { tbl, row, stands, before }: ImageRow, restorers: Restorers): void {
  if (before === null) {
    const { rev, account: changed_by, at: changed_at } = write;
    setColumns(write, tbl, row, { deleted: 1, rev, changed_by, changed_at });
    return;
  }
  const image: unknown = JSON.parse(before);
  if (stands !== null) {
    setColumns(write, tbl, row, { ...(image as Record<string, SqlValue>), rev: write.rev });
    return;
  }
  const restorer = restorers[tbl];
  if (!restorer) throw new Error(`nobody takes back bulk images of ${tbl}`);
  restorer(write, row, image);
}

function setColumns(
  write: Write,
  table: string,
  pk: number,
  values: Readonly<Record<string, SqlValue>>,
): void {
  const assignments = Object.keys(values).map((column) => `${column} = ?`);
  write.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE pk = ?`, ...Object.values(values), pk);
}
