import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  COUNTED_STATUSES,
  type Declaration,
  FILING_STATES,
  type FilingMatter,
  type FilingState,
} from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

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
export const FILES = "(person.purpose IS NULL OR person.purpose = 'selfInspection')";

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

/** ?1 office, ?2 round, ?3 the day; ?4 unit and ?5 part of a folded name, or null. */
const IN_FORCE = `posting.office = ?1 AND posting.deleted = 0 AND posting.status IN (${COUNTED})
  AND posting.from_on <= ?3 AND (posting.until_on IS NULL OR posting.until_on > ?3)`;
const EXPECTED = `
  SELECT posting.person, posting.unit, 1 AS expected, person.order_number, person.folded
  FROM posting CROSS JOIN person ON person.pk = posting.person AND person.deleted = 0 AND ${FILES}
  WHERE ${IN_FORCE}`;
const NOT_FILED = `posting.person NOT IN (SELECT filing.person FROM filing
    WHERE filing.office = ?1 AND filing.round = ?2 AND filing.deleted = 0)`;
/** Every filing of the round; who moved on is listed where the day's posting is. */
const FILED = `
  SELECT filing.person, ifnull(posting.unit, filing.unit) AS unit, posting.person IS NOT NULL AS expected,
    person.order_number, person.folded
  FROM filing CROSS JOIN person ON person.pk = filing.person
  LEFT JOIN posting ON posting.person = filing.person AND ${IN_FORCE} AND person.deleted = 0 AND ${FILES}
  WHERE filing.office = ?1 AND filing.round = ?2 AND filing.deleted = 0`;
export const WITH_FILING = `LEFT JOIN filing ON filing.office = ?1 AND filing.round = ?2
  AND filing.person = filer.person AND filing.deleted = 0`;

/** In the order of every list. */
export const FILER_ORDER = `unit.order_number, unit.pk, filer.order_number IS NULL, filer.order_number, filer.folded,
  filer.person`;

/** Who owes a form: `filer` without a filing, or with one that was returned. */
export const owingFilers = (unit: number | null): string => `
WITH filer AS (${EXPECTED} AND ${NOT_FILED} AND ${ofUnit('posting.unit', unit)}
  UNION ALL ${FILED} AND filing.state = 'returned' AND ${ofUnit('ifnull(posting.unit, filing.unit)', unit)})`;

/** What is not asked for does not stand between an index and its rows. */
function ofUnit(column: string, unit: number | null): string {
  return unit === null ? '?4 IS NULL' : `${column} = ?4`;
}

/**
 * E of the asked day with what each filed, then those who filed and are not in E that day, because their
 * filings have to be worked on all the same.
 */
export const FILERS = `
WITH
  filer AS (${EXPECTED} UNION ALL ${FILED} AND posting.person IS NULL),
  line AS (
    SELECT filing.pk AS filing, filing.id AS filing_id, filing.rev AS filing_rev, filer.person, filer.unit,
      filer.expected, ifnull(filing.state, 'due') AS state, filing.filed_on, filing.declared, filing.paper_number
    FROM filer ${WITH_FILING}
  )`;

const ITEM_OPEN = `EXISTS (SELECT 1 FROM filing_item WHERE filing_item.filing = filing.pk
    AND filing_item.deleted = 0 AND filing_item.disposition = 'open')`;
/** Of the filings themselves: a state, or a matter. */
const FILING_IS: Readonly<Record<FilingState | Exclude<FilingMatter, 'filingDue'>, string>> = {
  filed: "filing.state = 'filed'",
  approved: "filing.state = 'approved'",
  archived: "filing.state = 'archived'",
  returned: "filing.state = 'returned'",
  filingReturned: "filing.state = 'returned'",
  filingToApprove: "filing.state = 'filed'",
  filingItemOpen: `filing.state = 'approved' AND ${ITEM_OPEN}`,
  filingToArchive: `filing.state = 'approved' AND NOT ${ITEM_OPEN}`,
};

/**
 * Asks only the tables that the filter needs: a state is that of a filing or of nobody's, and without one no filing
 * matters before the rows of the page are known.
 */
function filersOf({ state, matter, unit, search }: FilerFilter): string {
  const named = search === null ? '?5 IS NULL' : 'instr(person.folded, ?5) > 0';
  const expected = `${EXPECTED} AND ${ofUnit('posting.unit', unit)} AND ${named}`;
  const filed = `${FILED} AND ${named}`;
  const filings = [state, matter].flatMap((one) =>
    one === null || one === 'due' || one === 'filingDue' ? [] : [FILING_IS[one]],
  );
  if (state === 'due' || matter === 'filingDue')
    return [expected, NOT_FILED, ...(filings.length > 0 ? ['FALSE'] : [])].join(' AND ');
  if (filings.length > 0)
    return [filed, ofUnit('ifnull(posting.unit, filing.unit)', unit), ...filings].join(' AND ');
  return `${expected} UNION ALL ${filed} AND posting.person IS NULL AND ${ofUnit('filing.unit', unit)}`;
}

/** A limit that is a parameter and nothing else would have SQLite prepare the statement anew at every call. */
export function listFilers(
  db: Readable,
  office: number,
  filter: FilerFilter,
  page: { readonly offset: number; readonly limit: number },
): FilerRow[] {
  return db.all<FilerRow>(
    `WITH filer AS (${filersOf(filter)}),
     chosen AS MATERIALIZED (
       SELECT filer.* FROM filer JOIN unit ON unit.pk = filer.unit ORDER BY ${FILER_ORDER} LIMIT ?6 + 0 OFFSET ?7
     )
     SELECT filing.id AS filing_id, filing.rev AS filing_rev, person.id AS person_id, person.name AS person_name,
       unit.id AS unit_id, unit.name AS unit_name, filer.expected, ifnull(filing.state, 'due') AS state,
       filing.filed_on, filing.declared, filing.paper_number,
       (SELECT count(*) FROM filing_item WHERE filing_item.filing = filing.pk AND filing_item.deleted = 0) AS items
     FROM chosen AS filer JOIN person ON person.pk = filer.person JOIN unit ON unit.pk = filer.unit ${WITH_FILING}
     ORDER BY ${FILER_ORDER}`,
    ...filterValues(office, filter),
    page.limit,
    page.offset,
  );
}

export function countFilers(db: Readable, office: number, filter: FilerFilter): number {
  const row = db.get<{ total: number }>(
    `SELECT count(*) AS total FROM (${filersOf(filter)})`,
    ...filterValues(office, filter),
  );
  return row?.total ?? 0;
}

function filterValues(office: number, filter: FilerFilter) {
  return [office, filter.round, filter.day, filter.unit, filter.search] as const;
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
  const sums = states.map((state) => `sum(ifnull(filing.state, 'due') = '${state}') AS ${state}`);
  return db.all<CoverageRow>(
    `WITH filer AS (${EXPECTED}),
     sums AS (SELECT filer.unit, count(*) AS expected, ${sums.join(', ')} FROM filer ${WITH_FILING} GROUP BY filer.unit)
     SELECT unit.id AS unit_id, unit.name AS unit_name, expected, ${states.join(', ')}
     FROM sums JOIN unit ON unit.pk = sums.unit ORDER BY unit.order_number, unit.pk`,
    office,
    round,
    day,
  );
}

/** Filings by round and state, the approved ones by whether an item is still open. */
export function countFilingsByState(
  db: Readable,
  office: number,
): { readonly round: number; readonly state: FilingState; readonly open: number; readonly count: number }[] {
  const rows = db.all<Record<FilingState | 'round' | 'open', number>>(
    `SELECT round, ${FILING_STATES.map((state) => `sum(state = '${state}') AS ${state}`).join(', ')},
       sum(state = 'approved' AND ${ITEM_OPEN}) AS open
     FROM filing WHERE office = ? AND deleted = 0 GROUP BY round`,
    office,
  );
  return rows.flatMap(({ round, open, ...counts }) => [
    ...FILING_STATES.map((state) => ({
      round,
      state,
      open: 0,
      count: counts[state] - (state === 'approved' ? open : 0),
    })),
    { round, state: 'approved' as const, open: 1, count: open },
  ]);
}
