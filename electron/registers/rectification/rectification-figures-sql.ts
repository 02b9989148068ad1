import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

/** Counts of items as of a day. */
export interface ItemSums {
  readonly counted: number;
  readonly completed: number;
  readonly closed: number;
  readonly due: number;
  readonly on_time: number;
  readonly due_extended: number;
  readonly on_time_extended: number;
  readonly submitted: number;
  readonly returned: number;
}

/** The lists that the definitions of the figures name; see shared/rules/figures.ts. */
export interface FigureStates {
  readonly uncounted: readonly ItemState[];
  readonly untimed: readonly ItemState[];
  readonly completed: readonly ItemState[];
  readonly returns: readonly ItemMove[];
}

/**
 * Every item's life is read off its dated moves in one pass each: the state is that of the last move in
 * effect by the day, the extension that of the last one that brought a due date, the application the last
 * one that an approval or a report upward followed. Moves are ordered by their owner's rev, so that rows
 * received from another office need not have come in the order in which they were made. An extended date
 * that no move tells of has always been known.
 */
const SUMS = `
WITH
  asked (office, day, states) AS (VALUES (?, ?, ?)),
  known AS (
    SELECT move.subject, move.move, move.to_state, move.effective_on, move.rev, move.pk,
      move.detail ->> '$.newDueOn' AS new_due
    FROM asked JOIN rectification_item AS item ON item.office = asked.office AND item.deleted = 0
    JOIN move ON move.register = 'rectification_item' AND move.subject = item.pk AND move.deleted = 0
  ),
  dated AS (SELECT known.* FROM known JOIN asked ON known.effective_on <= asked.day),
  standing AS (
    SELECT subject, to_state, row_number() OVER (PARTITION BY subject ORDER BY rev DESC, pk DESC) AS back
    FROM dated
  ),
  extension AS (
    SELECT subject, new_due, row_number() OVER (PARTITION BY subject ORDER BY rev DESC, pk DESC) AS back
    FROM dated WHERE new_due IS NOT NULL
  ),
  steps AS (
    SELECT subject, move, effective_on, rev, pk,
      lead(move) OVER (PARTITION BY subject ORDER BY rev, pk) AS next
    FROM dated WHERE move IN ('apply', 'withdraw', 'return', 'approve', 'reportUp')
  ),
  application AS (
    SELECT subject, effective_on, row_number() OVER (PARTITION BY subject ORDER BY rev DESC, pk DESC) AS back
    FROM steps WHERE move = 'apply' AND next IN ('approve', 'reportUp')
  ),
  history AS (
    SELECT subject, max(move = 'apply') AS submitted,
      max(move IN (SELECT value FROM asked, json_each(asked.states, '$.returns'))) AS returned
    FROM dated GROUP BY subject
  ),
  life AS (
    SELECT item.due_on AS due, standing.to_state AS state, application.effective_on AS applied_on,
      CASE WHEN item.pk IN (SELECT subject FROM known WHERE new_due IS NOT NULL)
        THEN coalesce(extension.new_due, item.due_on)
        ELSE coalesce(item.extended_due_on, item.due_on) END AS due_extended,
      history.submitted, history.submitted AND history.returned AS returned,
      standing.to_state NOT IN (SELECT value FROM asked, json_each(asked.states, '$.uncounted')) AS counted,
      standing.to_state NOT IN (SELECT value FROM asked, json_each(asked.states, '$.untimed')) AS timed,
      standing.to_state IN (SELECT value FROM asked, json_each(asked.states, '$.completed')) AS completed
    FROM rectification_item AS item
    JOIN standing ON standing.subject = item.pk AND standing.back = 1
    JOIN history ON history.subject = item.pk
    LEFT JOIN extension ON extension.subject = item.pk AND extension.back = 1
    LEFT JOIN application ON application.subject = item.pk AND application.back = 1
  )
SELECT
  count(*) FILTER (WHERE counted) AS counted,
  count(*) FILTER (WHERE counted AND completed) AS completed,
  count(*) FILTER (WHERE counted AND state = 'closed') AS closed,
  count(*) FILTER (WHERE timed AND due <= day) AS due,
  count(*) FILTER (WHERE timed AND due <= day AND completed AND applied_on <= due) AS on_time,
  count(*) FILTER (WHERE timed AND due_extended <= day) AS due_extended,
  count(*) FILTER (WHERE timed AND due_extended <= day AND completed AND applied_on <= due_extended)
    AS on_time_extended,
  count(*) FILTER (WHERE submitted) AS submitted,
  count(*) FILTER (WHERE returned) AS returned
FROM asked LEFT JOIN life`;

const NONE: ItemSums = {
  counted: 0,
  completed: 0,
  closed: 0,
  due: 0,
  on_time: 0,
  due_extended: 0,
  on_time_extended: 0,
  submitted: 0,
  returned: 0,
};

export function itemSums(db: Readable, office: number, asOf: CalendarDate, states: FigureStates): ItemSums {
  return db.get<ItemSums>(SUMS, office, asOf, JSON.stringify(states)) ?? NONE;
}
