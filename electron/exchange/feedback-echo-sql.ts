import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../store/handles.ts';
import { OWN_OFFICE } from '../store/office-sql.ts';
import type { FeedbackRow } from './feedback-sql.ts';

/**
 * What was said to books that are closed since lies with those: the group does not list it any more without having
 * lost it, and would take it for something that is said of the new ones.
 */
const OF_OPEN_BOOKS = `office = ?1 AND target = ${OWN_OFFICE} AND deleted = 0`;

/**
 * At the office: rows that a full bundle of the group does not bring are missing there from now on.
 * @param listed JSON list of the ids that it brings
 * @param again those that were found missing before are found so anew: what was given back since, nobody has
 */
export function setMissing(write: Write, group: number, listed: string, again: boolean): void {
  write.run(
    `UPDATE feedback SET missing_rev = ?2
     WHERE ${OF_OPEN_BOOKS} AND (?4 OR missing_rev IS NULL) AND id NOT IN (SELECT value FROM json_each(?3))`,
    group,
    write.rev,
    listed,
    Number(again),
  );
}

/** What is missing still is found so anew. */
export function setStillMissing(write: Write, group: number): void {
  write.run(
    `UPDATE feedback SET missing_rev = ?2 WHERE ${OF_OPEN_BOOKS} AND missing_rev IS NOT NULL`,
    group,
    write.rev,
  );
}

/** The group has the row. One that it released on another day than we know has to be answered once more. */
export function setFound(write: Write, pk: number, releasedOn: CalendarDate | null): void {
  write.run(
    `UPDATE feedback SET missing_rev = NULL, received_rev = CASE WHEN released_on IS ?2 THEN received_rev ELSE ?3 END
     WHERE pk = ?1`,
    pk,
    releasedOn,
    write.rev,
  );
}

/** Ids of what was found missing at the group after the own revision `after`; 0 for all. */
export function missingIds(db: Readable, group: number, after: number): string[] {
  const rows = db.all<{ id: string }>(
    `SELECT id FROM feedback WHERE ${OF_OPEN_BOOKS} AND missing_rev > ?2 ORDER BY pk`,
    group,
    after,
  );
  return rows.map(({ id }) => id);
}

/** Outcomes that are told after a revision only because the group has lost what they answer. */
export function countToldAgain(db: Readable, group: number, after: number): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM feedback
     WHERE office = ?1 AND missing_rev > ?2 AND received_rev <= ?2 AND state IN ('applied', 'notApplicable')`,
    group,
    after,
  );
  return row?.count ?? 0;
}

/** Whether the group has lost that it withdrew an evaluation. */
export function isWithdrawalMissing(db: Readable, group: number, evaluation: string): boolean {
  const sql = `SELECT 1 FROM feedback
    WHERE office = ? AND kind = 'evaluation' AND subject = ? AND reason IS NOT NULL AND missing_rev IS NOT NULL`;
  return db.get(sql, group, evaluation) !== undefined;
}

/** Hashes of the group's bundles that may hold what is missing after a revision, newest first. */
export function bundlesWithMissing(db: Readable, group: number, after: number): string[] {
  const rows = db.all<{ hash: string }>(
    `SELECT hash FROM received_bundle AS bundle
     WHERE sender = ?1 AND kind = 'feedback' AND state IN ('applied', 'closed') AND EXISTS (
       SELECT 1 FROM feedback WHERE office = ?1 AND missing_rev > ?2
         AND rev > bundle.base_rev AND rev <= bundle.head_rev)
     ORDER BY pk DESC`,
    group,
    after,
  );
  return rows.map(({ hash }) => hash);
}

/** At the group: an own row, one that was deleted too. */
export function ownFeedback(db: Readable, group: number, id: string): FeedbackRow | undefined {
  return db.get<FeedbackRow>('SELECT * FROM feedback WHERE office = ? AND id = ?', group, id);
}
