import {
  COMPLETED_ITEM_STATES,
  UNCOUNTED_ITEM_STATES,
  UNTIMED_ITEM_STATES,
} from '../../../shared/rules/figures.ts';
import { itemMachine } from '../../../shared/rules/item-moves.ts';
import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { type ItemSums, itemSums } from './rectification-figures-sql.ts';

export type RectificationFigure = Extract<
  FigureId,
  'rectificationCompletion' | 'closureRate' | 'onTimeRate' | 'onTimeRateExtended' | 'reworkRate'
>;

/** The figures of one office's ledger as of the end of a day, under today's knowledge. */
export function rectificationFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
): Record<RectificationFigure, Rate> {
  const sums: ItemSums = itemSums(db, office, asOf, {
    uncounted: UNCOUNTED_ITEM_STATES,
    untimed: UNTIMED_ITEM_STATES,
    completed: COMPLETED_ITEM_STATES,
    returns: itemMachine.transitions.filter((one) => one.isReturn).map((one) => one.move),
  });
  return {
    rectificationCompletion: rate(sums.completed, sums.counted),
    closureRate: rate(sums.closed, sums.counted),
    onTimeRate: rate(sums.on_time, sums.due),
    onTimeRateExtended: rate(sums.on_time_extended, sums.due_extended),
    reworkRate: rate(sums.returned, sums.submitted),
  };
}
