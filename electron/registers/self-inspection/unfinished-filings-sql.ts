import type { Readable } from '../../store/handles.ts';

/** Filings of those days that nobody has approved yet. */
export function countUnfinished(db: Readable, office: number, from: string | null, until: string): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM filing
     WHERE office = ?1 AND deleted = 0 AND filed_on <= ?3 AND (?2 IS NULL OR filed_on >= ?2)
       AND state IN ('filed', 'returned')`,
    office,
    from,
    until,
  );
  return row?.count ?? 0;
}
