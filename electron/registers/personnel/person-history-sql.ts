import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';

export interface PersonChange {
  readonly at: string;
  readonly by: string | null;
  readonly action: string;
  readonly from: CalendarDate | null;
  readonly reason: string | null;
}

/**
 * Writes whose audit body names the person, and those that last touched the person's row or postings: an import tells
 * no names. Bodies are looked through by the id's text before they are read as JSON.
 */
export function changesOfPerson(
  db: Readable,
  person: { readonly pk: number; readonly id: string },
  limit: number,
): PersonChange[] {
  return db.all<PersonChange>(
    `WITH touched (rev) AS (
       SELECT rev FROM person WHERE pk = ?1 UNION SELECT rev FROM posting WHERE person = ?1)
     SELECT audit.at, account.name AS by, audit.action,
       CASE WHEN instr(body.body, ?2) > 0 THEN body.body ->> 'from' END AS "from",
       CASE WHEN instr(body.body, ?2) > 0 THEN body.body ->> 'reason' END AS reason
     FROM audit LEFT JOIN audit_body AS body USING (seq) LEFT JOIN account ON account.pk = audit.account
     WHERE audit.rev IN (SELECT rev FROM touched)
       OR (audit.action LIKE 'personnel.%' AND instr(body.body, ?2) > 0 AND body.body ->> 'person' = ?2)
     ORDER BY audit.seq DESC LIMIT ?3`,
    person.pk,
    person.id,
    limit,
  );
}
