import type { Readable } from '../../store/handles.ts';

/** Which words of the campaign the sessions use: by phase, action and education type, with how many. */
export function campaignUsesOfSessions(
  db: Readable,
  office: number,
): { kind: 'phase' | 'action' | 'type'; word: string; uses: number }[] {
  return db.all(
    `SELECT 'phase' AS kind, phase AS word, count(*) AS uses FROM study_session
     WHERE office = ?1 AND deleted = 0 AND phase IS NOT NULL GROUP BY phase
     UNION ALL
     SELECT 'action', action, count(*) FROM study_session
     WHERE office = ?1 AND deleted = 0 AND action IS NOT NULL GROUP BY action
     UNION ALL
     SELECT 'type', type.value, count(*) FROM study_session AS session, json_each(session.types) AS type
     WHERE session.office = ?1 AND session.deleted = 0 GROUP BY type.value`,
    office,
  );
}

/** Sessions of an office, and those that are neither approved nor cancelled. */
export function countSessions(db: Readable, office: number): { all: number; open: number } {
  return (
    db.get<{ all: number; open: number }>(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE state NOT IN ('approved', 'cancelled')) AS open
       FROM study_session WHERE office = ? AND deleted = 0`,
      office,
    ) ?? { all: 0, open: 0 }
  );
}
