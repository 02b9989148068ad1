import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import {
  COMPLETED_ITEM_STATES,
  UNCOUNTED_ITEM_STATES,
  UNTIMED_ITEM_STATES,
} from '../../../shared/rules/figures.ts';
import { itemMachine } from '../../../shared/rules/item-moves.ts';
import { printRate, type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { type FigureId, ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { EVERYTHING, type FigureScope, type RowsAsked } from '../figure-scope.ts';
import { ratesOf, type TrendDays, type Trends } from '../figure-trend.ts';
import { countedItems, type ItemShare } from './item-figure-rows-sql.ts';
import { categoryOrder } from './item-lists.ts';
import { itemSumsOn } from './item-trend.ts';
import { movesOfItems } from './item-trend-sql.ts';
import {
  type FigureStates,
  type ItemSums,
  itemSums,
  itemSumsBy,
  itemSumsByUnit,
} from './rectification-figures-sql.ts';

export type RectificationFigure = Extract<
  FigureId,
  'rectificationCompletion' | 'closureRate' | 'onTimeRate' | 'onTimeRateExtended' | 'reworkRate'
>;

const SHARES = {
  rectificationCompletion: ['completed', 'counted'],
  closureRate: ['closed', 'counted'],
  onTimeRate: ['on_time', 'due'],
  onTimeRateExtended: ['on_time_extended', 'due_extended'],
  reworkRate: ['returned', 'submitted'],
} as const satisfies Record<RectificationFigure, ItemShare>;

const FIGURE_STATES: FigureStates = {
  uncounted: UNCOUNTED_ITEM_STATES,
  untimed: UNTIMED_ITEM_STATES,
  completed: COMPLETED_ITEM_STATES,
  returns: itemMachine.transitions.filter((one) => one.isReturn).map((one) => one.move),
};

/** The figures of one office's ledger as of the end of a day, under today's knowledge. */
export function rectificationFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope = EVERYTHING,
): Record<RectificationFigure, Rate> {
  return figuresOf(itemSums(db, office, asOf, FIGURE_STATES, scope));
}

/** The same by responsible unit, of what the scope lets through; 0: items of no unit. */
export function rectificationFiguresByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
): ReadonlyMap<number, Record<RectificationFigure, Rate>> {
  const rows = itemSumsByUnit(db, office, asOf, FIGURE_STATES, scope);
  return new Map(rows.map((row) => [row.unit, figuresOf(row)]));
}

/** The same as of each of the days. */
export function rectificationTrend(
  db: Readable,
  office: number,
  days: TrendDays,
  scope: FigureScope,
): Trends {
  const sums = itemSumsOn(movesOfItems(db, office, scope), days, FIGURE_STATES);
  const trend = Object.entries(SHARES).map(([figure, [part, whole]]) => [
    figure,
    ratesOf(
      sums,
      (one) => one[part],
      (one) => one[whole],
    ),
  ]);
  return Object.fromEntries(trend) as Trends;
}

/** One page of the items that a figure counts, as they stood on the day. */
export function figureItems(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  figure: RectificationFigure,
  { scope, ...asked }: RowsAsked & { readonly scope: FigureScope },
) {
  const rows = countedItems(db, office, asOf, FIGURE_STATES, scope, SHARES[figure], asked);
  return rows.map(({ id, number_year, number, problem, unit_name, state, due, applied_on }) => ({
    ...{ id, numberYear: number_year, number, problem, unitName: unit_name, state, due },
    appliedOn: applied_on,
  }));
}

/** The same by row, with what the rows count. */
export function itemFigures(db: Readable, office: number, { asOf, by }: Given<typeof rectification.figures>) {
  const rows =
    by === 'all'
      ? [{ key: null, name: null, ...itemSums(db, office, asOf, FIGURE_STATES, EVERYTHING) }]
      : itemSumsBy(db, office, asOf, FIGURE_STATES, { by, order: orderOf(db, office, by) });
  return {
    asOf,
    rows: rows.map(({ key, name, ...sums }) => {
      const { counted, closed, completed, long_term: longTerm } = sums;
      const open = counted - completed - longTerm;
      const figures = printed(figuresOf(sums));
      return { key, name, counted, closed, groupReview: completed - closed, longTerm, open, figures };
    }),
  };
}

function orderOf(db: Readable, office: number, by: 'unit' | 'source' | 'category'): readonly string[] {
  if (by === 'category') return categoryOrder(db, { office });
  return by === 'source' ? ITEM_SOURCES : [];
}

function figuresOf(sums: ItemSums): Record<RectificationFigure, Rate> {
  const shares = Object.entries(SHARES).map(([figure, [part, whole]]) => [
    figure,
    rate(sums[part], sums[whole]),
  ]);
  return Object.fromEntries(shares) as Record<RectificationFigure, Rate>;
}

function printed(rates: Record<RectificationFigure, Rate>) {
  const shown = (one: Rate) => ({ ...one, text: printRate(one) });
  return {
    rectificationCompletion: shown(rates.rectificationCompletion),
    closureRate: shown(rates.closureRate),
    onTimeRate: shown(rates.onTimeRate),
    onTimeRateExtended: shown(rates.onTimeRateExtended),
    reworkRate: shown(rates.reworkRate),
  };
}
