import { sumFigures } from '../../../shared/rules/figures.ts';
import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { EVERYTHING, type FigureScope, type RowsAsked } from '../figure-scope.ts';
import { ratesOf, runningSums, type TrendDays, type Trends } from '../figure-trend.ts';
import { talkedPeople, talkShares } from './talk-figures-sql.ts';
import { talkChanges } from './talk-trend-sql.ts';

type TalkFigures = Record<'talkCoverage', Rate>;

/** 谈话覆盖率: people of E on the day with at least one talk by then. */
export function talkFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope = EVERYTHING,
): TalkFigures {
  return sumFigures(['talkCoverage'], [...talkFiguresByUnit(db, office, asOf, scope).values()]);
}

/** The same by the unit to which people belong on the day. */
export function talkFiguresByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
): ReadonlyMap<number, TalkFigures> {
  const rows = talkShares(db, office, asOf, scope);
  return new Map(rows.map(({ unit, talked, people }) => [unit, { talkCoverage: rate(talked, people) }]));
}

/** The same as of each of the days. */
export function talkTrend(db: Readable, office: number, days: TrendDays, scope: FigureScope): Trends {
  const sums = runningSums(['talked', 'counted'], days, talkChanges(db, office, days, scope));
  return {
    talkCoverage: ratesOf(
      sums,
      (one) => one.talked,
      (one) => one.counted,
    ),
  };
}

/** One page of the people whom the figure counts. */
export function talkPeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  asked: RowsAsked & { readonly scope: FigureScope },
) {
  const rows = talkedPeople(db, office, asOf, asked.scope, asked);
  return rows.map(({ person, name, unit_name, talked_on }) => ({
    person,
    name,
    unitName: unit_name,
    on: talked_on,
  }));
}
