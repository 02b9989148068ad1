import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES, type Declaration, type FilingState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';

export interface FilingsAsked {
  /** Surrogate of the round. */
  readonly round: number;
  /** The day whose postings say who is expected. */
  readonly census: CalendarDate;
  /** Filed by this day. */
  readonly asOf: CalendarDate;
  readonly counted: readonly FilingState[];
}

const COUNTED = COUNTED_STATUSES.map((status) => `'${status}'`).join(', ');

/** E of the census day with what each had filed by the day; `item` is one row for each item of those that count. */
const FILERS = `
WITH
  asked (office, round, census, day, counted) AS (VALUES (?, ?, ?, ?, ?)),
  expected AS (
    SELECT person.pk AS person, posting.unit
    FROM asked JOIN person ON person.office = asked.office AND person.deleted = 0
      AND (person.purpose IS NULL OR person.purpose = 'selfInspection')
    JOIN posting ON posting.person = person.pk AND posting.deleted = 0 AND posting.status IN (${COUNTED})
      AND posting.from_on <= asked.census AND (posting.until_on IS NULL OR posting.until_on > asked.census)
  ),
  filed AS (
    SELECT filing.pk, filing.person, filing.declared, filing.state, filing.filed_on, filing.paper_number,
      filing.state IN (SELECT value FROM json_each(asked.counted)) AS counts
    FROM asked JOIN filing ON filing.office = asked.office AND filing.round = asked.round AND filing.deleted = 0
      AND filing.filed_on <= asked.day
  ),
  item AS (
    SELECT filing_item.filing, count(*) AS items, sum(disposition = 'rectification' AND NOT EXISTS (
      SELECT 1 FROM move WHERE move.register = 'filing_item' AND move.subject = filing_item.pk AND move.deleted = 0
        AND move.to_state = 'rectification' AND move.effective_on > asked.day)) AS rectified
    FROM asked JOIN filed JOIN filing_item ON filing_item.filing = filed.pk AND filing_item.deleted = 0
    GROUP BY filing_item.filing
  )`;

export interface FilingSums {
  readonly unit_name: string;
  readonly expected: number;
  readonly filed: number;
  readonly returned: number;
  readonly declared: number;
  readonly items: number;
  readonly rectified: number;
}

/** By unit, in the order of every list. */
export function filingSumsByUnit(db: Readable, office: number, asked: FilingsAsked): FilingSums[] {
  return db.all<FilingSums>(
    `${FILERS}
     SELECT unit.name AS unit_name, count(*) AS expected, ifnull(sum(filed.counts), 0) AS filed,
       ifnull(sum(filed.state = 'returned'), 0) AS returned,
       ifnull(sum(filed.counts AND filed.declared = 'hasProblem'), 0) AS declared,
       ifnull(sum(CASE WHEN filed.counts THEN item.items END), 0) AS items,
       ifnull(sum(CASE WHEN filed.counts THEN item.rectified END), 0) AS rectified
     FROM expected JOIN unit ON unit.pk = expected.unit
     LEFT JOIN filed ON filed.person = expected.person LEFT JOIN item ON item.filing = filed.pk
     GROUP BY unit.pk ORDER BY unit.order_number, unit.pk`,
    ...values(office, asked),
  );
}

/** Filings that would count, were their people in E. */
export function countFiledBeside(db: Readable, office: number, asked: FilingsAsked): number {
  const row = db.get<{ count: number }>(
    `${FILERS} SELECT count(*) AS count FROM filed
     WHERE counts AND person NOT IN (SELECT person FROM expected)`,
    ...values(office, asked),
  );
  return row?.count ?? 0;
}

export interface NamedFiler {
  readonly name: string | null;
  readonly disambiguator: string | null;
  readonly unit_name: string;
  /** Null: 待填报. */
  readonly state: FilingState | null;
  readonly filed_on: CalendarDate | null;
  readonly declared: Declaration | null;
  readonly paper_number: string | null;
}

export function namedFilers(db: Readable, office: number, asked: FilingsAsked): NamedFiler[] {
  return db.all<NamedFiler>(
    `${FILERS}
     SELECT person.name, person.disambiguator, unit.name AS unit_name, filed.state, filed.filed_on,
       filed.declared, filed.paper_number
     FROM expected JOIN person ON person.pk = expected.person JOIN unit ON unit.pk = expected.unit
     LEFT JOIN filed ON filed.person = expected.person
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk`,
    ...values(office, asked),
  );
}

function values(office: number, { round, census, asOf, counted }: FilingsAsked): SqlValue[] {
  return [office, round, census, asOf, JSON.stringify(counted)];
}
