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
import { categoryOrder } from './item-lists.ts';
import { type FigureStates, type ItemSums, itemSums, itemSumsBy } from './rectification-figures-sql.ts';

export type RectificationFigure = Extract<
  FigureId,
  'rectificationCompletion' | 'closureRate' | 'onTimeRate' | 'onTimeRateExtended' | 'reworkRate'
>;

const STATES: FigureStates = {
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
): Record<RectificationFigure, Rate> {
  return figuresOf(itemSums(db, office, asOf, STATES));
}

/** The same by row, with what the rows count. */
export function itemFigures(db: Readable, office: number, { asOf, by }: Given<typeof rectification.figures>) {
  const rows =
    by === 'all'
      ? [{ key: null, name: null, ...itemSums(db, office, asOf, STATES) }]
      : itemSumsBy(db, office, asOf, STATES, { by, order: orderOf(db, office, by) });
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
  return {
    rectificationCompletion: rate(sums.completed, sums.counted),
    closureRate: rate(sums.closed, sums.counted),
    onTimeRate: rate(sums.on_time, sums.due),
    onTimeRateExtended: rate(sums.on_time_extended, sums.due_extended),
    reworkRate: rate(sums.returned, sums.submitted),
  };
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
