import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { DEPARTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

/** People of a folded name, and how many of them are there on a day or will be. */
export function namesakesThere(
  db: Readable,
  office: number,
  folded: string,
  day: CalendarDate,
): { readonly known: number; readonly there: number } {
  const row = db.get<{ known: number; there: number }>(
    `SELECT count(*) AS known, ifnull(sum(EXISTS (
       SELECT 1 FROM posting WHERE posting.person = person.pk AND posting.deleted = 0
         AND (until_on IS NULL OR until_on > ?3) AND status NOT IN (SELECT value FROM json_each(?4)))), 0) AS there
     FROM person WHERE office = ?1 AND folded = ?2 AND deleted = 0`,
    office,
    folded,
    day,
    JSON.stringify(DEPARTED_STATUSES),
  );
  return row ?? { known: 0, there: 0 };
}
