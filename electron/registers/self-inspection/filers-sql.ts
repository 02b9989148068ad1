import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  COUNTED_STATUSES,
  type Declaration,
  type FilingMatter,
  type FilingState,
} from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { RoundRow } from './self-inspection-sql.ts';

/** One line of a round's list: somebody expected, or somebody who filed. */
export interface FilerRow {
  readonly filing_id: string | null;
  readonly filing_rev: number | null;
  readonly person_id: string;
  readonly person_name: string | null;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly expected: number;
  readonly state: FilingState | 'due';
  readonly filed_on: string | null;
  readonly declared: Declaration | null;
  readonly paper_number: string | null;
  readonly items: number;
}

export interface FilerFilter {
  readonly round: number;
  /** The day whose postings say who is expected. */
  readonly day: CalendarDate;
  readonly state: FilingState | 'due' | null;
  readonly unit: number | null;
  /** Part of a folded name. */
  readonly search: string | null;
  readonly matter: FilingMatter | null;
}

const COUNTED = COUNTED_STATUSES.map((status) => `'${status}'`).join(', ');
/** A person received under the pseudonym of another register does not stand in this one. */
const FILES = "(person.purpose IS NULL OR person.purpose = 'selfInspection')";

/** Unit of the posting that puts the person into E on the day, if there is one. */
export function countedUnit(db: Readable, person: number, day: CalendarDate): number | undefined {
  return db.get<{ unit: number }>(
    `SELECT unit FROM posting WHERE person = ? AND deleted = 0 AND status IN (${COUNTED})
       AND from_on <= ? AND (until_on IS NULL OR until_on > ?)`,
    person,
    day,
    day,
  )?.unit;
}

/**
 * E of the asked day with what each filed, then those who filed and are not in E that day, because their
 * filings have to be worked on all the same.
 */
export const FILERS = `
WITH
  asked (office, round, day, state, unit, search, matter) AS (VALUES (?, ?, ?, ?, ?, ?, ?)),
  expected AS (
    SELECT person.pk AS person, posting.unit AS unit
    FROM asked JOIN person ON person.office = asked.office AND person.deleted = 0 AND ${FILES}
    JOIN posting ON posting.person = person.pk AND posting.deleted = 0 AND posting.status IN (${COUNTED})
      AND posting.from_on <= asked.day AND (posting.until_on IS NULL OR posting.until_on > asked.day)
  ),
  filed AS (
    SELECT filing.* FROM asked
    JOIN filing ON filing.office = asked.office AND filing.round = asked.round AND filing.deleted = 0
  ),
  filer AS (
    SELECT person, unit, 1 AS expected FROM expected
    UNION ALL
    SELECT person, unit, 0 FROM filed WHERE person NOT IN (SELECT person FROM expected)
  ),
  line AS (
    SELECT filed.pk AS filing, filed.id AS filing_id, filed.rev AS filing_rev, filer.person, filer.unit,
      filer.expected, ifnull(filed.state, 'due') AS state, filed.filed_on, filed.declared, filed.paper_number
    FROM filer LEFT JOIN filed ON filed.person = filer.person
  )`;
const MATTER = `
  CASE line.state WHEN 'due' THEN 'filingDue' WHEN 'returned' THEN 'filingReturned' WHEN 'filed' THEN 'filingToApprove'
    WHEN 'approved' THEN CASE WHEN EXISTS (SELECT 1 FROM filing_item WHERE filing_item.filing = line.filing
      AND filing_item.deleted = 0 AND filing_item.disposition = 'open') THEN 'filingItemOpen' ELSE 'filingToArchive' END
  END`;
const LISTED = `
FROM asked JOIN line ON line.state = ifnull(asked.state, line.state) AND line.unit = ifnull(asked.unit, line.unit)
  AND (asked.matter IS NULL OR asked.matter = ${MATTER})
JOIN person ON person.pk = line.person AND (asked.search IS NULL OR instr(person.folded, asked.search) > 0)`;

export function listFilers(
  db: Readable,
  office: number,
  filter: FilerFilter,
  page: { readonly offset: number; readonly limit: number },
): FilerRow[] {
  return db.all<FilerRow>(
    `${FILERS}
     SELECT line.filing_id, line.filing_rev, person.id AS person_id, person.name AS person_name,
       unit.id AS unit_id, unit.name AS unit_name, line.expected, line.state, line.filed_on, line.declared,
       line.paper_number,
       (SELECT count(*) FROM filing_item WHERE filing_item.filing = line.filing AND filing_item.deleted = 0)
         AS items
     ${LISTED}
     JOIN unit ON unit.pk = line.unit
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk
     LIMIT ? OFFSET ?`,
    ...filterValues(office, filter),
    page.limit,
    page.offset,
  );
}

export function countFilers(db: Readable, office: number, filter: FilerFilter): number {
  const row = db.get<{ total: number }>(
    `${FILERS} SELECT count(*) AS total ${LISTED}`,
    ...filterValues(office, filter),
  );
  return row?.total ?? 0;
}

function filterValues(office: number, filter: FilerFilter) {
  return [office, filter.round, filter.day, filter.state, filter.unit, filter.search, filter.matter] as const;
}

/** Sums of a round; E of the day, so that expected = due + filed + approved + archived + returned. */
export interface CoverageRow {
  readonly unit_id: string;
  readonly unit_name: string;
  readonly expected: number;
  readonly due: number;
  readonly filed: number;
  readonly approved: number;
  readonly archived: number;
  readonly returned: number;
}

/** By unit, in the order of every list. */
export function coverageByUnit(
  db: Readable,
  office: number,
  round: number,
  day: CalendarDate,
): CoverageRow[] {
  const states = ['due', 'filed', 'approved', 'archived', 'returned'];
  const sums = states.map((state) => `sum(line.state = '${state}') AS ${state}`);
  return db.all<CoverageRow>(
    `${FILERS}
     SELECT unit.id AS unit_id, unit.name AS unit_name, count(*) AS expected, ${sums.join(', ')}
     FROM line JOIN unit ON unit.pk = line.unit WHERE line.expected = 1
     GROUP BY unit.pk ORDER BY unit.order_number, unit.pk`,
    ...filterValues(office, { round, day, state: null, unit: null, search: null, matter: null }),
  );
}

/** Filings by round and state, the approved ones by whether an item is still open. */
export function countFilingsByState(
  db: Readable,
  office: number,
): { readonly round: number; readonly state: FilingState; readonly open: number; readonly count: number }[] {
  return db.all(
    `SELECT round, state, open, count(*) AS count FROM (
       SELECT filing.round, filing.state, EXISTS (SELECT 1 FROM filing_item
         WHERE filing_item.filing = filing.pk AND filing_item.deleted = 0 AND disposition = 'open') AS open
       FROM filing WHERE filing.office = ? AND filing.deleted = 0)
     GROUP BY round, state, open`,
    office,
  );
}

/** People in E on the census day, and those of them whose filing of the round counts by the day asked about. */
export function filedShare(
  db: Readable,
  round: RoundRow,
  census: CalendarDate,
  asOf: CalendarDate,
  counted: readonly FilingState[],
): { readonly filed: number; readonly expected: number } {
  const states = JSON.stringify(counted);
  const row = db.get<{ filed: number; expected: number }>(
    `SELECT count(DISTINCT person.pk) AS expected, count(DISTINCT filing.person) AS filed
     FROM person JOIN posting ON posting.person = person.pk AND posting.deleted = 0
       AND posting.status IN (${COUNTED})
       AND posting.from_on <= ? AND (posting.until_on IS NULL OR posting.until_on > ?)
     LEFT JOIN filing ON filing.office = person.office AND filing.round = ? AND filing.person = person.pk
       AND filing.deleted = 0 AND filing.filed_on <= ?
       AND filing.state IN (SELECT value FROM json_each(?))
     WHERE person.office = ? AND person.deleted = 0 AND ${FILES}`,
    census,
    census,
    round.pk,
    asOf,
    states,
    round.office,
  );
  return row ?? { filed: 0, expected: 0 };
}
