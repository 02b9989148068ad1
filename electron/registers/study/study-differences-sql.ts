import { COUNTED_STATUSES, type Difference } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { stamp } from './study-marks-sql.ts';

const STATUSES = COUNTED_STATUSES.map((status) => `'${status}'`).join(', ');

/**
 * 待处理差异 of frozen lists, for `WITH RECURSIVE`; ?1 is the office, and `only` names a value that is a JSON list
 * of pks of sessions, or null for all of them. Only of our own: what others tell of postings is no ground for it.
 * Postings (and people taken off the roster) that a write touched after the list froze are looked at, and no
 * others: a unit that was moved in the tree since is no posting. People named one by one are missing only once
 * they were taken off. Of 600 lists of 1,000 people: 1 ms while no posting was touched, 90 ms when those of
 * every twentieth person were, 400 ms when all were.
 */
export const differencesOf = (only: string) => `
  touched (person, rev) AS MATERIALIZED (
    SELECT person, max(rev) FROM (
      SELECT person, rev FROM posting WHERE office = ?1
      UNION ALL SELECT pk, rev FROM person WHERE office = ?1 AND deleted = 1) GROUP BY person
  ),
  frozen (session, day, held_rev, named, top_count) AS MATERIALIZED (
    SELECT session.pk, session.day, held.rev, json_type(session.expected, '$.people') IS NOT NULL,
      json_array_length(session.expected, '$.units')
    FROM study_session AS session
    JOIN move AS held ON held.register = 'study_session' AND held.subject = session.pk
      AND held.move = 'hold' AND held.deleted = 0
    WHERE session.office = ?1 AND ?1 = ${OWN_OFFICE} AND session.deleted = 0
      AND session.state IN ('held', 'submitted', 'approved', 'returned')
      AND held.rev < (SELECT max(rev) FROM touched)
      AND (${only} IS NULL OR session.pk IN (SELECT value FROM json_each(${only})))
  ),
  above (unit, pk) AS MATERIALIZED (
    SELECT pk, pk FROM unit WHERE office = ?1
    UNION SELECT above.unit, unit.parent FROM above JOIN unit ON unit.pk = above.pk WHERE unit.parent IS NOT NULL
  ),
  asked (session, unit) AS MATERIALIZED (
    SELECT DISTINCT frozen.session, above.unit
    FROM frozen CROSS JOIN study_session AS own ON own.pk = frozen.session
    CROSS JOIN json_each(own.expected, '$.units') AS named
    CROSS JOIN unit ON unit.office = ?1 AND unit.id = named.value JOIN above ON above.pk = unit.pk
    WHERE frozen.top_count > 0
  ),
  compared AS (
    SELECT frozen.session, touched.person, row.person IS NOT NULL AS was_listed,
      CASE row.deleted WHEN 0 THEN row.unit END AS listed_unit, counted.unit AS unit_on_day,
      frozen.named OR frozen.top_count = 0 OR EXISTS (
        SELECT 1 FROM asked WHERE asked.session = frozen.session AND asked.unit = counted.unit) AS is_asked,
      frozen.named AS is_named
    FROM frozen CROSS JOIN touched ON touched.rev > frozen.held_rev
    LEFT JOIN attendance AS row
      ON row.office = ?1 AND row.session = frozen.session AND row.person = touched.person
    LEFT JOIN (posting AS counted JOIN person ON person.pk = counted.person
        AND person.deleted = 0 AND (person.purpose IS NULL OR person.purpose = 'attendance'))
      ON counted.person = touched.person AND counted.deleted = 0 AND counted.status IN (${STATUSES})
      AND counted.from_on <= frozen.day AND (counted.until_on IS NULL OR counted.until_on > frozen.day)
    WHERE listed_unit IS NOT unit_on_day
  ),
  difference (session, person, kind, listed_unit, unit_on_day) AS (
    SELECT session, person, CASE
        WHEN listed_unit IS NULL THEN 'missing'
        WHEN unit_on_day IS NOT NULL AND is_asked THEN 'otherUnit' ELSE 'surplus' END,
      listed_unit, unit_on_day
    FROM compared WHERE listed_unit IS NOT NULL OR (is_asked AND (was_listed OR NOT is_named))
  )`;

export interface DifferenceRow {
  readonly person: number;
  readonly person_id: string;
  readonly name: string | null;
  readonly kind: Difference;
  readonly unit_on_day: number | null;
  readonly listed_id: string | null;
  readonly listed_name: string | null;
  readonly day_id: string | null;
  readonly day_name: string | null;
}

/** One page of a session's differences, in the order of every list. */
export function differencePage(
  db: Readable,
  office: number,
  session: number,
  page: { readonly offset: number; readonly limit: number },
): DifferenceRow[] {
  return db.all<DifferenceRow>(
    `WITH RECURSIVE ${differencesOf('?2')}
     SELECT difference.person, difference.kind, difference.unit_on_day, person.id AS person_id, person.name,
       listed.id AS listed_id, listed.name AS listed_name, of_day.id AS day_id, of_day.name AS day_name
     FROM difference JOIN person ON person.pk = difference.person
     LEFT JOIN unit AS listed ON listed.pk = difference.listed_unit
     LEFT JOIN unit AS of_day ON of_day.pk = difference.unit_on_day
     ORDER BY coalesce(listed.order_number, of_day.order_number), coalesce(listed.pk, of_day.pk),
       person.order_number IS NULL, person.order_number, person.folded, person.pk
     LIMIT ?3 OFFSET ?4`,
    office,
    JSON.stringify([session]),
    page.limit,
    page.offset,
  );
}

export function countDifferences(db: Readable, office: number, session: number): number {
  const row = db.get<{ total: number }>(
    `WITH RECURSIVE ${differencesOf('?2')} SELECT count(*) AS total FROM difference`,
    office,
    JSON.stringify([session]),
  );
  return row?.total ?? 0;
}

/** Puts people on a list as 未登记, whatever once stood there of them. @param people pks with the unit's */
export function putOnList(
  write: Write,
  session: number,
  people: readonly { readonly person: number; readonly unit: number }[],
): void {
  write.run(
    `INSERT INTO attendance (office, session, person, unit, rev, changed_by, changed_at)
     SELECT ?, ?, value ->> 'person', value ->> 'unit', ?, ?, ? FROM json_each(?) WHERE TRUE
     ON CONFLICT (office, session, person) DO UPDATE SET unit = excluded.unit, batch = 0, mark = 0, reason = NULL,
       makeup = 0, makeup_on = NULL, makeup_document = NULL, deleted = 0, rev = excluded.rev,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    write.office,
    session,
    ...stamp(write),
    JSON.stringify(people),
  );
}

/** The tombstone keeps what stood there; no sum counts it. */
export function takeFromList(write: Write, session: number, people: readonly number[]): void {
  write.run(
    `UPDATE attendance SET deleted = 1, rev = ?, changed_by = ?, changed_at = ?
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    ...stamp(write),
    write.office,
    session,
    JSON.stringify(people),
  );
}

/** Counts people under another unit, mark and make-up with them. */
export function moveOnList(
  write: Write,
  session: number,
  people: readonly { readonly person: number; readonly unit: number }[],
): void {
  write.run(
    `UPDATE attendance SET unit = given.value ->> 'unit', rev = ?, changed_by = ?, changed_at = ?
     FROM json_each(?) AS given
     WHERE office = ? AND session = ? AND person = given.value ->> 'person'`,
    ...stamp(write),
    JSON.stringify(people),
    write.office,
    session,
  );
}
