import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

export interface BurnDownRow {
  readonly on_day: CalendarDate;
  readonly open: number;
  readonly closed: number;
  readonly aside: number;
}

/**
 * The state as of a day is that of the last move in effect by it (see rectification-figures-sql.ts): a move tells it
 * from its own day on until the first day on which any later one is in effect, whichever order the days have.
 */
const COUNTS = `
  WITH spell AS (
    SELECT move.to_state AS state, move.effective_on AS from_on,
      min(move.effective_on) OVER (
        PARTITION BY move.subject ORDER BY move.rev, move.pk ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
      ) AS until_on
    FROM rectification_item AS item
    JOIN move ON move.register = 'rectification_item' AND move.subject = item.pk AND move.deleted = 0
    WHERE item.office = ?1 AND item.deleted = 0
  ),
  change AS (
    SELECT from_on AS on_day, state, 1 AS by FROM spell WHERE until_on IS NULL OR until_on > from_on
    UNION ALL SELECT until_on, state, -1 FROM spell WHERE until_on > from_on
  ),
  asked AS (SELECT value AS on_day FROM json_each(?2)),
  change_by_day AS (
    SELECT on_day, sum(iif(state IN (SELECT value FROM json_each(?3)), by, 0)) AS open,
      sum(iif(state = 'closed', by, 0)) AS closed,
      sum(iif(state IN (SELECT value FROM json_each(?4)), by, 0)) AS aside, 0 AS is_asked
    FROM change GROUP BY on_day
    UNION ALL SELECT on_day, 0, 0, 0, 1 FROM asked
  ),
  sums AS (
    SELECT on_day, is_asked, sum(open) OVER day AS open, sum(closed) OVER day AS closed, sum(aside) OVER day AS aside
    FROM change_by_day WINDOW day AS (ORDER BY on_day, is_asked)
  )
  SELECT on_day, open, closed, aside FROM sums WHERE is_asked ORDER BY on_day`;

/** @param days in ascending order, each once */
export function countByDay(
  db: Readable,
  office: number,
  days: readonly CalendarDate[],
  states: { readonly open: readonly ItemState[]; readonly aside: readonly ItemState[] },
): BurnDownRow[] {
  const lists = [days, states.open, states.aside].map((list) => JSON.stringify(list));
  return db.all<BurnDownRow>(COUNTS, office, ...lists);
}
