import type { Readable } from '../../store/handles.ts';

/** Sessions of those days that were held, or were to be, and are neither approved nor called off. */
export function countUnfinished(db: Readable, office: number, from: string | null, until: string): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM study_session
     WHERE office = ?1 AND deleted = 0 AND day <= ?3 AND (?2 IS NULL OR day >= ?2)
       AND state NOT IN ('draft', 'approved', 'cancelled')`,
    office,
    from,
    until,
  );
  return row?.count ?? 0;
}
