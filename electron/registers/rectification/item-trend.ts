import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { TrendDays } from '../figure-trend.ts';
import type { ItemMoveRow } from './item-trend-sql.ts';
import type { FigureStates, ItemSums } from './rectification-figures-sql.ts';

type Counts = Record<keyof ItemSums, number>;

const NONE: Counts = {
  ...{ counted: 0, completed: 0, closed: 0, long_term: 0, submitted: 0, returned: 0 },
  ...{ due: 0, on_time: 0, due_extended: 0, on_time_extended: 0 },
};

/**
 * The sums of items as of each of the days, from their moves, item by item in the order in which they were made:
 * what rectification-figures-sql.ts asks of one day, in one pass for all of them.
 */
export function itemSumsOn(rows: readonly ItemMoveRow[], days: TrendDays, states: FigureStates): Counts[] {
  const sums = days.map(() => ({ ...NONE }));
  for (let from = 0, until = 0; from < rows.length; from = until) {
    while (until < rows.length && rows[until]?.item === rows[from]?.item) until += 1;
    const moves = rows.slice(from, until);
    for (const [place, day] of days.entries()) addItem(sums[place] ?? { ...NONE }, moves, day, states);
  }
  return sums;
}

function addItem(sums: Counts, moves: readonly ItemMoveRow[], day: CalendarDate, states: FigureStates): void {
  const known = moves.filter((one) => one.effective_on <= day);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return;
  const state = last.to_state;
  const appliedOn = known.findLast(({ move }) => move === 'apply')?.effective_on;
  const isTimed = !states.untimed.includes(state);
  const isCompleted = states.completed.includes(state);
  const add = (name: keyof ItemSums, counts: boolean) => {
    if (counts) sums[name] += 1;
  };
  if (!states.uncounted.includes(state)) {
    sums.counted += 1;
    add('completed', isCompleted);
    add('closed', state === 'closed');
  }
  add('long_term', state === 'longTerm');
  if (appliedOn !== undefined) {
    sums.submitted += 1;
    add(
      'returned',
      known.some(({ move }) => states.returns.includes(move)),
    );
  }
  const isOnTime = (due: CalendarDate) => isCompleted && appliedOn !== undefined && appliedOn <= due;
  const due = first.due_on;
  if (isTimed && due !== null && due <= day) {
    sums.due += 1;
    add('on_time', isOnTime(due));
  }
  const extended = extendedDue(moves, known) ?? due;
  if (isTimed && extended !== null && extended <= day) {
    sums.due_extended += 1;
    add('on_time_extended', isOnTime(extended));
  }
}

/** An extended date that no move tells of has always been known. */
function extendedDue(moves: readonly ItemMoveRow[], known: readonly ItemMoveRow[]): CalendarDate | null {
  if (!moves.some((one) => one.new_due)) return moves[0]?.extended_due_on ?? null;
  return known.findLast((one) => one.new_due)?.new_due ?? null;
}
