import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';

/** What tells these people (surrogates) from others of their name, where it was given. */
export function disambiguators(db: Readable, people: readonly number[]): ReadonlyMap<number, string> {
  const rows = db.all<{ pk: number; disambiguator: string }>(
    `SELECT pk, disambiguator FROM person
     WHERE pk IN (SELECT value FROM json_each(?)) AND disambiguator IS NOT NULL`,
    JSON.stringify(people),
  );
  return new Map(rows.map(({ pk, disambiguator }) => [pk, disambiguator]));
}

/** The order by which a session went back, as long as it has not been approved since. */
export function openReworkOrder(
  db: Readable,
  session: number,
): { readonly on: CalendarDate; readonly reason: string | null } | undefined {
  return db.get(
    `SELECT effective_on AS "on", reason FROM (
       SELECT move, effective_on, reason FROM move
       WHERE register = 'study_session' AND subject = ? AND deleted = 0 AND move IN ('orderRework', 'approve')
       ORDER BY rev DESC, pk DESC LIMIT 1)
     WHERE move = 'orderRework'`,
    session,
  );
}
