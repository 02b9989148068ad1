import { sumFigures } from '../../../shared/rules/figures.ts';
import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import { EVERYTHING, type FigureScope, type RowsAsked } from '../figure-scope.ts';
import { roundDay } from './census-day.ts';
import {
  countedFilers,
  type FilersAsked,
  filedShares,
  latestRoundWithin,
} from './self-inspection-figures-sql.ts';
import type { RoundRow } from './self-inspection-sql.ts';

type SelfInspectionFigures = Record<'selfInspectionCoverage', Rate>;

/**
 * 自查覆盖率 of one office as of the end of a day, under today's knowledge.
 * @param round id of a round; the latest begun by the day unless named, 0/0 before the first
 * @throws Refusal `not_found` for a round that the office does not have
 */
export function selfInspectionFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  round?: string,
  scope: FigureScope = EVERYTHING,
): SelfInspectionFigures {
  return sumFigures(
    ['selfInspectionCoverage'],
    [...selfInspectionFiguresByUnit(db, office, asOf, round, scope).values()],
  );
}

/** The same by the unit to which people belong on the day that says who is expected. */
export function selfInspectionFiguresByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  round: string | undefined,
  scope: FigureScope,
): ReadonlyMap<number, SelfInspectionFigures> {
  const asked = filersAsked(db, office, asOf, round, scope);
  const rows = asked ? filedShares(db, asked) : [];
  return new Map(
    rows.map(({ unit, filed, expected }) => [unit, { selfInspectionCoverage: rate(filed, expected) }]),
  );
}

/** One page of the people whom the figure counts. */
export function selfInspectionPeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  asked: RowsAsked & { readonly round?: string | undefined; readonly scope: FigureScope },
) {
  const filers = filersAsked(db, office, asOf, asked.round, asked.scope);
  const rows = filers ? countedFilers(db, filers, asked) : [];
  return rows.map(({ person, name, unit_name, filed_on }) => ({
    person,
    name,
    unitName: unit_name,
    on: filed_on,
  }));
}

function filersAsked(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  id: string | undefined,
  scope: FigureScope,
): FilersAsked | undefined {
  const round = id
    ? findRow<RoundRow>(db, 'inspection_round', office, id)
    : latestRoundWithin(db, office, asOf, scope);
  return round && { round, asOf, census: roundDay(round, asOf), scope };
}
