import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { FeedbackKind, FeedbackState } from '../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { RowFate } from '../store/received-rows.ts';
import type { FeedbackOutcomeRow } from './report-tables.ts';

/** One thing a group says to one of its offices; the same table at both ends. */
export interface FeedbackRow {
  readonly pk: number;
  /** Surrogate of the group that owns the row. */
  readonly office: number;
  readonly id: string;
  /** Surrogate of the office it is meant for. */
  readonly target: number;
  readonly kind: FeedbackKind;
  readonly subject: string | null;
  readonly subject_rev: number | null;
  readonly category: string | null;
  readonly problem: string | null;
  readonly due_on: CalendarDate | null;
  readonly reason: string | null;
  readonly state: FeedbackState;
  readonly released_on: CalendarDate | null;
  readonly outcome: string | null;
  readonly drafted_by: number;
  readonly rev: number;
  readonly changed_at: string;
}

export interface FeedbackFilter {
  /** Surrogate of the office spoken to; null: of every one. */
  readonly target: number | null;
  readonly state: FeedbackState | null;
}

const CHOSEN = '(?1 IS NULL OR target = ?1) AND (?2 IS NULL OR state = ?2) AND deleted = 0';

/** Newest first. */
export function feedbackRows(
  db: Readable,
  { target, state }: FeedbackFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): (FeedbackRow & { target_id: string })[] {
  return db.all(
    `SELECT feedback.*, office.id AS target_id FROM feedback JOIN office ON office.pk = feedback.target
     WHERE ${CHOSEN} ORDER BY feedback.pk DESC LIMIT ?3 OFFSET ?4`,
    target,
    state,
    limit,
    offset,
  );
}

export function countFeedback(db: Readable, { target, state }: FeedbackFilter): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM feedback WHERE ${CHOSEN}`,
    target,
    state,
  );
  return row?.count ?? 0;
}

/** Versions of items, as `id@rev`, that the group has decided on and the office has not yet answered for. */
export function answeredItems(db: Readable, office: number): string[] {
  const rows = db.all<{ version: string }>(
    `SELECT subject || '@' || subject_rev AS version FROM feedback
     WHERE office = ? AND kind IN ('confirm', 'returnForRework') AND state IN ('draft', 'released') AND deleted = 0`,
    office,
  );
  return rows.map(({ version }) => version);
}

/** @param office surrogate of the group that owns the row */
export function feedbackById(db: Readable, office: number, id: string): FeedbackRow | undefined {
  return db.get<FeedbackRow>(
    'SELECT * FROM feedback WHERE office = ? AND id = ? AND deleted = 0',
    office,
    id,
  );
}

/** Rows released to an office after revision `after`, in the order in which they were written. */
export function releasedFeedback(db: Readable, office: number, target: number, after: number): FeedbackRow[] {
  return db.all<FeedbackRow>(
    `SELECT * FROM feedback WHERE office = ? AND target = ? AND rev > ? AND state <> 'draft' AND deleted = 0
     ORDER BY pk`,
    office,
    target,
    after,
  );
}

/** At the office: what became of the group's rows, as it is reported back. */
export function changedOutcomes(db: Readable, group: number, after: number): FeedbackOutcomeRow[] {
  return db.all<FeedbackOutcomeRow>(
    `SELECT id, state, outcome FROM feedback
     WHERE office = ? AND state IN ('applied', 'notApplicable') AND received_rev > ? ORDER BY id`,
    group,
    after,
  );
}

/**
 * At the group: notes the outcome that an office reports of a row meant for it. A row that was never released,
 * or that a restored group has lost, is left alone.
 */
export function putOutcome(write: Write, target: number, row: FeedbackOutcomeRow): RowFate {
  const held = write.get<FeedbackRow>(
    `SELECT * FROM feedback WHERE office = ? AND id = ? AND target = ? AND state <> 'draft'`,
    write.office,
    row.id,
    target,
  );
  if (!held || (held.state === row.state && held.outcome === row.outcome)) return 'unchanged';
  write.run('UPDATE feedback SET state = ?, outcome = ? WHERE pk = ?', row.state, row.outcome, held.pk);
  return 'changed';
}
