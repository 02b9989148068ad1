import type { UndoObstacle } from '../../shared/vocabulary/import-outcomes.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../store/handles.ts';
import {
  deleteWithheld,
  isQuarantined,
  lastApplied,
  type ReceivedRow,
  setReceivedState,
} from './bundle-log-sql.ts';
import { takeBack } from './import-images.ts';
import { type ImportStep, stepOf } from './import-images-sql.ts';
import { hasSealedSince, hasSpokenSince } from './undo-import-sql.ts';

/** The bundle that a sender's books stand on, and why its import cannot be taken back; null: it can. */
export interface LastImport {
  readonly bundle: ReceivedRow;
  readonly why: UndoObstacle | null;
}

/** @param sender surrogate */
export function lastImport(db: Readable, sender: number): LastImport | undefined {
  const bundle = lastApplied(db, sender);
  return bundle && { bundle, why: obstacleTo(db, bundle) };
}

/**
 * Takes the import of a sender's last bundle back, row for row. The bundle stays, and may be taken in again.
 * @param sender surrogate
 * @returns how many rows were put back
 * @throws Refusal `import_not_undoable` with `why`
 */
export function undoImport(write: Write, sender: number, sequence: number): number {
  write.undo.refuse('undo_not_possible');
  const last = lastImport(write, sender);
  const why = last?.bundle.sequence === sequence ? last.why : 'notLast';
  ensure(last && why === null, 'import_not_undoable', { why: why ?? 'notLast' });
  const rows = takeOut(write, last.bundle);
  setReceivedState(write, last.bundle.pk, 'undone', null);
  write.record({ undone: last.bundle.hash, sequence, rows });
  return rows;
}

/**
 * What an import wrote goes from the books; its bundle is to be given another state by the caller.
 * @throws Refusal `import_not_undoable` with `notKept`, `closedBooks`, `writtenSince`
 */
export function takeOut(write: Write, bundle: ReceivedRow): number {
  const step = stepOf(write, bundle.pk);
  const why = unkept(step);
  ensure(step && why === null, 'import_not_undoable', { why: why ?? 'notKept' });
  const rows = takeBack(write, step, { sender: bundle.sender, headRev: bundle.head_rev });
  deleteWithheld(write, bundle.pk);
  return rows;
}

/** Why what was there before an import is not kept. */
export function unkept(step: ImportStep | undefined): UndoObstacle | null {
  if (!step) return 'notKept';
  return step.columns === null ? 'closedBooks' : null;
}

function obstacleTo(db: Readable, { pk, sender }: ReceivedRow): UndoObstacle | null {
  const step = stepOf(db, pk);
  if (isQuarantined(db, sender)) return 'quarantined';
  const missing = unkept(step);
  if (!step || missing) return missing;
  if (hasSealedSince(db, sender, step.rev)) return 'acknowledged';
  return hasSpokenSince(db, sender, step.rev) ? 'spokenOf' : null;
}
