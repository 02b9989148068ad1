import type { Readable, Writable } from './handles.ts';
import type { KeptStep, UndoRefusal } from './undo-images.ts';

export interface StepRow {
  readonly rev: number;
  readonly account: number;
  readonly action: string;
  readonly refusal: UndoRefusal | null;
}

export interface ImageRow {
  readonly tbl: string;
  readonly row: number;
  readonly stands: number | null;
  readonly before: string | null;
}

/** Steps of one account that can be taken back, one after the other. */
const STEPS_KEPT = 20;

/** Adds the write's step and drops what can no longer be reached, in the write's own transaction. */
export function insertStep(
  db: Writable,
  step: Omit<StepRow, 'refusal'>,
  { refusal, images }: KeptStep,
): void {
  const { rev, account, action } = step;
  db.run(
    'INSERT INTO undo_step (rev, account, action, refusal) VALUES (?, ?, ?, ?)',
    rev,
    account,
    action,
    refusal,
  );
  for (const { table, row, rev: before, before: columns, bulk } of images) {
    db.run(
      'INSERT INTO undo_image (step, tbl, row, rev, stands, before) VALUES (?, ?, ?, ?, ?, ?)',
      rev,
      table,
      row,
      before,
      bulk ? null : rev,
      columns,
    );
  }
  dropUnreachable(db);
  db.run(
    `DELETE FROM undo_step WHERE account = ?1 AND rev <=
       (SELECT rev FROM undo_step WHERE account = ?1 ORDER BY rev DESC LIMIT 1 OFFSET ${STEPS_KEPT})`,
    account,
  );
}

/** Of every account: what they touched has left the own books. */
export function dropSteps(db: Writable): void {
  db.run('DELETE FROM undo_step');
}

/** Only an account's last step can be undone, so nothing before one that cannot be undone ever is. */
function dropUnreachable(db: Writable): void {
  db.run(
    `DELETE FROM undo_step WHERE rev <
       (SELECT max(rev) FROM undo_step AS later
        WHERE later.account = undo_step.account AND later.refusal IS NOT NULL)`,
  );
}

export function stepAt(db: Readable, rev: number): StepRow | undefined {
  return db.get<StepRow>('SELECT * FROM undo_step WHERE rev = ?', rev);
}

export function lastStepOf(db: Readable, account: number): StepRow | undefined {
  return db.get<StepRow>('SELECT * FROM undo_step WHERE account = ? ORDER BY rev DESC LIMIT 1', account);
}

/** Newest first. */
export function imagesOf(db: Readable, step: number): ImageRow[] {
  return db.all<ImageRow>(
    'SELECT tbl, row, stands, before FROM undo_image WHERE step = ? ORDER BY pk DESC',
    step,
  );
}

/** How many rows of a step do not stand as it left them. */
export function countChangedSince(db: Readable, step: number): number {
  const tables = db.all<{ tbl: string }>(
    'SELECT DISTINCT tbl FROM undo_image WHERE step = ? AND stands IS NOT NULL',
    step,
  );
  return tables.reduce((sum, { tbl }) => {
    const row = db.get<{ changed: number }>(
      `SELECT count(DISTINCT image.row) AS changed
       FROM undo_image AS image LEFT JOIN ${tbl} AS live ON live.pk = image.row
       WHERE image.step = ? AND image.tbl = ? AND live.rev IS NOT image.stands`,
      step,
      tbl,
    );
    return sum + (row?.changed ?? 0);
  }, 0);
}

/**
 * Removes an undone step. The rows stand again as earlier steps left them, if at a new rev: those learn of it,
 * so that they can be undone in their turn.
 */
export function removeUndone(db: Writable, step: number, newRev: number): void {
  db.run(
    `UPDATE undo_image SET stands = ?1 FROM undo_image AS undone
     WHERE undone.step = ?2 AND undo_image.tbl = undone.tbl AND undo_image.row = undone.row
       AND undo_image.stands = undone.rev`,
    newRev,
    step,
  );
  db.run('DELETE FROM undo_step WHERE rev = ?', step);
}

/** @param rows JSON list of pks */
export function refuseStepsOf(db: Writable, table: string, rows: string): void {
  const steps = 'SELECT step FROM undo_image WHERE tbl = ? AND row IN (SELECT value FROM json_each(?))';
  db.run(`UPDATE undo_step SET refusal = 'undo_not_possible' WHERE rev IN (${steps})`, table, rows);
  db.run(`DELETE FROM undo_image WHERE step IN (SELECT rev FROM undo_step WHERE refusal IS NOT NULL)`);
  dropUnreachable(db);
}
