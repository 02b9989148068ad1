import { sumFigures } from '../../../shared/rules/figures.ts';
import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { EVERYTHING, type FigureScope, type RowsAsked } from '../figure-scope.ts';
import type { TrendDays, Trends } from '../figure-trend.ts';
import { completionByDay, completionByUnit, countedActions } from './actions-figures-sql.ts';

type ActionFigures = Record<'actionCompletion', Rate>;

/** 完成率: prescribed actions done by the day / due by the day and not called off. */
export function actionFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope = EVERYTHING,
): ActionFigures {
  return sumFigures(['actionCompletion'], [...actionFiguresByUnit(db, office, asOf, scope).values()]);
}

/** The same by responsible unit; 0: what the office itself answers for. */
export function actionFiguresByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
): ReadonlyMap<number, ActionFigures> {
  const rows = completionByUnit(db, office, asOf, scope);
  return new Map(rows.map(({ unit, done, due }) => [unit, { actionCompletion: rate(done, due) }]));
}

/** The same as of each of the days. */
export function actionTrend(db: Readable, office: number, days: TrendDays, scope: FigureScope): Trends {
  const byPlace = new Map(completionByDay(db, office, days, scope).map((row) => [row.place, row]));
  const shares = days.map((_, place) => byPlace.get(place));
  return { actionCompletion: shares.map((one) => rate(one?.done ?? 0, one?.due ?? 0)) };
}

/** One page of the actions that the figure counts, in their states as of the day. */
export function figureActions(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  asked: RowsAsked & { readonly scope: FigureScope },
) {
  return countedActions(db, office, asOf, asked.scope, asked).map((row) => ({
    id: row.id,
    name: row.name,
    phase: row.phase,
    unitName: row.unit_name,
    dueOn: row.due_on,
    state: row.state_then,
    doneOn: row.state_then === 'done' ? row.done_on : null,
  }));
}
