/** The figures of domain.md's table in plain SQL over the loaded registers, sharing no code with the program. */

const TYPES =
  "ARRAY['political','partyHistory','redHeritage','integrity','roleModel','warning','ruleOfLaw','other1','other2','other3','other4','other5']";
const UNCOUNTED = "'draft', 'merged', 'suspended', 'voided'";

/** @param days ISO dates. @returns a query of rows: code, day, figure, numerator, denominator */
export const figuresQuery = (days: readonly string[]): string => `
WITH
  asked AS (
    SELECT o.id AS office, o.code, d.day
    FROM office AS o CROSS JOIN (VALUES ${days.map((day) => `(DATE '${day}')`).join(', ')}) AS d (day)
  ),
  version AS (
    SELECT office, number, min("from") AS since, string_agg(content, '' ORDER BY part)::jsonb AS preset
    FROM campaign GROUP BY office, number
  ),
  in_force AS (
    SELECT DISTINCT ON (a.office, a.day) a.office, a.day, v.preset
    FROM asked AS a JOIN version AS v ON v.office = a.office AND v.since <= a.day
    ORDER BY a.office, a.day, v.number DESC
  ),
  required AS (
    SELECT f.office, f.day, bit_or(1 << (array_position(${TYPES}, t.code) - 1)) AS types
    FROM in_force AS f, jsonb_array_elements_text(f.preset -> 'educationTypes' -> 'required') AS t (code)
    GROUP BY f.office, f.day
  ),
  expected AS (
    SELECT DISTINCT a.office, a.day, p.id AS person
    FROM asked AS a JOIN membership AS m ON m.office = a.office
      AND m."from" <= a.day AND (m."until" IS NULL OR a.day < m."until")
    JOIN person AS p ON p.office = m.office AND p.id = m.person AND NOT p.deleted
  ),
  marks AS (
    SELECT a.office, a.day, s."typeMask" AS types, t.person, t.mark = 1 AS present, t.mark <> 9 AS due,
      t.mark IN (8, 10) AS away,
      t.mark IN (8, 10) AND t.makeup = 3 AND t."makeupOn" <= a.day AS confirmed,
      t.mark IN (8, 10) AND t.makeup = 4 AND t."makeupOn" <= a.day AS waived
    FROM asked AS a
    JOIN session AS s ON s.office = a.office AND NOT s.deleted AND s.state = 'approved' AND s.mandatory AND s.day <= a.day
    JOIN attendance AS t ON t.office = s.office AND t.session = s.id AND NOT t.deleted
  ),
  attended AS (
    SELECT office, day, count(*) FILTER (WHERE present) AS present,
      count(*) FILTER (WHERE present OR confirmed) AS made, count(*) FILTER (WHERE due) AS due,
      count(*) FILTER (WHERE confirmed) AS confirmed, count(*) FILTER (WHERE away AND waived IS NOT TRUE) AS owed
    FROM marks GROUP BY office, day
  ),
  reach AS (
    SELECT office, day, person, bit_or(types) AS types FROM marks WHERE present OR confirmed
    GROUP BY office, day, person
  ),
  covered AS (
    SELECT e.office, e.day, count(*) AS people,
      count(*) FILTER (WHERE coalesce(t.types, 0) & coalesce(r.types, 0) = coalesce(r.types, 0)) AS reached
    FROM expected AS e LEFT JOIN required AS r USING (office, day) LEFT JOIN reach AS t USING (office, day, person)
    GROUP BY e.office, e.day
  ),
  action_then AS (
    SELECT a.office, a.day, coalesce((
      SELECT v."to" FROM "actionMove" AS v
      WHERE v.office = t.office AND v.subject = t.id AND NOT v.deleted AND v."on" <= a.day
      ORDER BY v.rev DESC, v.place DESC LIMIT 1), 'planned') AS state
    FROM asked AS a JOIN action AS t ON t.office = a.office AND NOT t.deleted
      AND t.origin <> 'own' AND t."dueOn" <= a.day
  ),
  latest AS (
    SELECT DISTINCT ON (a.office, a.day) a.office, a.day, r.id AS round, least(a.day, r."endsOn") AS census
    FROM asked AS a JOIN round AS r ON r.office = a.office AND NOT r.deleted AND r."beginsOn" <= a.day
    ORDER BY a.office, a.day, r."beginsOn" DESC, r."endsOn" DESC
  ),
  owing AS (
    SELECT DISTINCT l.office, l.day, l.round, p.id AS person
    FROM latest AS l JOIN "filerMembership" AS m ON m.office = l.office
      AND m."from" <= l.census AND (m."until" IS NULL OR l.census < m."until")
    JOIN filer AS p ON p.office = m.office AND p.id = m.person AND NOT p.deleted
  ),
  filed AS (
    SELECT o.office, o.day, count(*) AS people, count(f.person) AS filed
    FROM owing AS o LEFT JOIN filing AS f ON f.office = o.office AND f.round = o.round AND f.person = o.person
      AND NOT f.deleted AND f."filedOn" <= o.day AND f.state IN ('filed', 'approved', 'archived')
    GROUP BY o.office, o.day
  ),
  moves AS (
    SELECT i.office, i.id, v.move, v."to", v."on", v.detail ->> 'newDueOn' AS due, v.rev, v.place
    FROM item AS i JOIN "itemMove" AS v ON v.office = i.office AND v.subject = i.id AND NOT v.deleted
    WHERE NOT i.deleted
  ),
  life AS (
    SELECT a.office, a.day, i."dueOn" AS due,
      (SELECT m."to" FROM moves AS m WHERE m.office = i.office AND m.id = i.id AND m."on" <= a.day
        ORDER BY m.rev DESC, m.place DESC LIMIT 1) AS state,
      (SELECT m."on" FROM moves AS m WHERE m.office = i.office AND m.id = i.id AND m."on" <= a.day AND m.move = 'apply'
        ORDER BY m.rev DESC, m.place DESC LIMIT 1) AS applied,
      coalesce(CASE WHEN EXISTS (SELECT FROM moves AS m WHERE m.office = i.office AND m.id = i.id AND m.due IS NOT NULL)
        THEN (SELECT m.due::date FROM moves AS m WHERE m.office = i.office AND m.id = i.id AND m."on" <= a.day
          AND m.due IS NOT NULL ORDER BY m.rev DESC, m.place DESC LIMIT 1)
        ELSE i."extendedDueOn" END, i."dueOn") AS extended,
      EXISTS (SELECT FROM moves AS m WHERE m.office = i.office AND m.id = i.id AND m."on" <= a.day
        AND m.move = 'apply') AS submitted,
      EXISTS (SELECT FROM moves AS m WHERE m.office = i.office AND m.id = i.id AND m."on" <= a.day
        AND m.move IN ('return', 'returnForRework')) AS returned
    FROM asked AS a JOIN item AS i ON i.office = a.office AND NOT i.deleted
  ),
  items AS (
    SELECT office, day,
      count(*) FILTER (WHERE state NOT IN (${UNCOUNTED})) AS counted,
      count(*) FILTER (WHERE state IN ('groupReview', 'closed')) AS completed,
      count(*) FILTER (WHERE state = 'closed') AS closed,
      count(*) FILTER (WHERE timed AND due <= day) AS due,
      count(*) FILTER (WHERE timed AND due <= day AND done AND applied <= due) AS on_time,
      count(*) FILTER (WHERE timed AND extended <= day) AS due_extended,
      count(*) FILTER (WHERE timed AND extended <= day AND done AND applied <= extended) AS on_time_extended,
      count(*) FILTER (WHERE submitted) AS submitted,
      count(*) FILTER (WHERE submitted AND returned) AS returned
    FROM (SELECT *, state NOT IN (${UNCOUNTED}, 'longTerm') AS timed, state IN ('groupReview', 'closed') AS done
      FROM life) AS told
    GROUP BY office, day
  )
SELECT a.code, a.day, told.figure, coalesce(told.numerator, 0), coalesce(told.denominator, 0)
FROM asked AS a
LEFT JOIN attended USING (office, day)
LEFT JOIN covered USING (office, day)
LEFT JOIN filed USING (office, day)
LEFT JOIN items USING (office, day)
LEFT JOIN (
  SELECT office, day, count(*) FILTER (WHERE state = 'done') AS done, count(*) FILTER (WHERE state <> 'cancelled') AS due
  FROM action_then GROUP BY office, day) AS actions USING (office, day)
CROSS JOIN LATERAL (VALUES
  ('participationFirst', attended.present, attended.due),
  ('participationWithMakeup', attended.made, attended.due),
  ('coverage', covered.reached, covered.people),
  ('actionCompletion', actions.done, actions.due),
  ('makeupCompletion', attended.confirmed, attended.owed),
  ('selfInspectionCoverage', filed.filed, filed.people),
  ('rectificationCompletion', items.completed, items.counted),
  ('closureRate', items.closed, items.counted),
  ('onTimeRate', items.on_time, items.due),
  ('onTimeRateExtended', items.on_time_extended, items.due_extended),
  ('reworkRate', items.returned, items.submitted)
) AS told (figure, numerator, denominator)
ORDER BY a.code, a.day, told.figure`;
