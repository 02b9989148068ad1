import { COUNTED_FILING_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES, type FigurePart } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { inPhase, inUnits } from '../figure-conditions.ts';
import { type FigureScope, type RowsAsked, scopeValues } from '../figure-scope.ts';
import { FILES } from './filers-sql.ts';
import type { RoundRow } from './self-inspection-sql.ts';

const codes = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/**
 * People of E on the census day, with the filing of the round that counts by the day asked about.
 * Values: ?1 office, ?2 the day, ?3 units, ?4 round, ?5 census day.
 */
const FILERS = `
  FROM person JOIN posting ON posting.person = person.pk AND posting.deleted = 0
    AND posting.status IN (${codes(COUNTED_STATUSES)})
    AND posting.from_on <= ?5 AND (posting.until_on IS NULL OR posting.until_on > ?5)
  LEFT JOIN filing ON filing.office = ?1 AND filing.round = ?4 AND filing.person = person.pk
    AND filing.deleted = 0 AND filing.filed_on <= ?2 AND filing.state IN (${codes(COUNTED_FILING_STATES)})
  WHERE person.office = ?1 AND person.deleted = 0 AND ${FILES} AND ${inUnits('posting.unit', '?3')}`;

export interface FilersAsked {
  readonly round: RoundRow;
  readonly asOf: CalendarDate;
  /** The day whose postings say who is expected. */
  readonly census: CalendarDate;
  readonly scope: FigureScope;
}

/** By unit: who is expected, and who of them has filed. */
export function filedShares(
  db: Readable,
  asked: FilersAsked,
): { readonly unit: number; readonly filed: number; readonly expected: number }[] {
  return db.all(
    `SELECT posting.unit, count(*) AS expected, count(filing.pk) AS filed ${FILERS} GROUP BY posting.unit`,
    ...values(asked),
  );
}

export interface CountedFiler {
  readonly person: string;
  readonly name: string | null;
  readonly unit_name: string;
  readonly filed_on: CalendarDate | null;
}

const PARTS: Readonly<Record<FigurePart, string>> = {
  numerator: 'AND filing.pk IS NOT NULL',
  denominator: '',
  rest: 'AND filing.pk IS NULL',
};

/** One page of them, in the order of the roster. */
export function countedFilers(
  db: Readable,
  asked: FilersAsked,
  { part, offset, limit }: RowsAsked,
): CountedFiler[] {
  return db.all<CountedFiler>(
    `SELECT filer.id AS person, filer.name, unit.name AS unit_name, filer.filed_on
     FROM (SELECT person.*, posting.unit, filing.filed_on ${FILERS} ${PARTS[part]}) AS filer
     JOIN unit ON unit.pk = filer.unit
     ORDER BY unit.order_number, unit.pk, filer.order_number IS NULL, filer.order_number, filer.folded, filer.pk
     LIMIT ?6 OFFSET ?7`,
    ...values(asked),
    limit,
    offset,
  );
}

/** Of rounds begun by the day, of the phase when one is asked for, the last; see `latestRound`. */
export function latestRoundWithin(
  db: Readable,
  office: number,
  day: CalendarDate,
  scope: FigureScope,
): RoundRow | undefined {
  const [, phase] = scopeValues(scope);
  return db.get<RoundRow>(
    `SELECT * FROM inspection_round WHERE office = ?1 AND deleted = 0 AND begins_on <= ?2
       AND ${inPhase('begins_on', '?3')}
     ORDER BY begins_on DESC, ends_on DESC, pk LIMIT 1`,
    office,
    day,
    phase,
  );
}

function values({ round, asOf, census, scope }: FilersAsked): SqlValue[] {
  const [units] = scopeValues(scope);
  return [round.office, asOf, units, round.pk, census];
}
