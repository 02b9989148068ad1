import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../../store/handles.ts';

export interface Retention {
  readonly purgeOn: CalendarDate | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** The day from which summaries go, with who set it and when; null until an administrator set one. */
export function retention(db: Readable): Retention {
  return (
    db.get<Retention>(
      `SELECT purge_on AS purgeOn, account.name AS "by", retention.changed_at AS at
       FROM retention LEFT JOIN account ON account.pk = retention.changed_by`,
    ) ?? { purgeOn: null, by: null, at: null }
  );
}

export function putRetention(write: Write, purgeOn: CalendarDate | null): void {
  write.run(
    `INSERT INTO retention (one, purge_on, changed_by, changed_at) VALUES (1, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET purge_on = excluded.purge_on, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`,
    purgeOn,
    write.account,
    write.at,
  );
}

const OF_ENDED_ROUNDS = `
FROM filing_item AS item JOIN filing ON filing.pk = item.filing
JOIN inspection_round AS round ON round.pk = filing.round
WHERE item.office IN (SELECT pk FROM office WHERE pk = ?1 OR book_of = ?1) AND round.ends_on < ?2 AND coalesce(item.summary, item.sealed) IS NOT NULL`;

/** Items, tombstones and those of closed books among them, of rounds that ended before the day and whose summary is still there. */
export function withSummary(db: Readable, office: number, day: CalendarDate): number[] {
  return db.all<{ pk: number }>(`SELECT item.pk ${OF_ENDED_ROUNDS}`, office, day).map(({ pk }) => pk);
}

export function eraseSummaries(write: Write, pks: readonly number[]): void {
  write.run(
    `UPDATE filing_item SET summary = NULL, sealed = NULL, rev = ?, changed_by = ?, changed_at = ?
     WHERE pk IN (SELECT value FROM json_each(?))`,
    write.rev,
    write.account,
    write.at,
    JSON.stringify(pks),
  );
}

export interface PurgeRow {
  readonly at: string;
  /** Null: the program, because the day had come. */
  readonly by: string | null;
  readonly purgeOn: string;
  readonly before: number;
  readonly after: number;
  readonly scrubbedAt: string | null;
}

/** The newest first. */
export function purgesMade(db: Readable): PurgeRow[] {
  return db.all(
    `SELECT erasure.at, account.name AS "by", purge_on AS purgeOn, before, after, scrubbed_at AS scrubbedAt
     FROM erasure LEFT JOIN account ON account.pk = erasure.account
     WHERE cause = 'purged' ORDER BY erasure.pk DESC`,
  );
}
