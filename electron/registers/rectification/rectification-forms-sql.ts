import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove, ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

/** Which items a form lists, as of a day. Null: whichever. */
export interface ItemsAsked {
  readonly asOf: CalendarDate;
  /** Id of the only one. */
  readonly item: string | null;
  /** Surrogate. */
  readonly unit: number | null;
  readonly below: boolean;
  readonly sources: readonly ItemSource[] | null;
  readonly category: string | null;
  readonly owner: string | null;
  readonly states: readonly ItemState[] | null;
  /** Of the date in force, both included. */
  readonly dueFrom: CalendarDate | null;
  readonly dueUntil: CalendarDate | null;
  readonly supervised: boolean;
  /** Part of a number, a problem or its measures. */
  readonly search: string | null;
  /** Of the day on which it was issued, both included. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly byUnit: boolean;
  /** Moves that send an item back. */
  readonly returns: readonly ItemMove[];
}

export interface FormItemRow {
  readonly id: string;
  readonly number_year: number;
  readonly number: number;
  readonly source: ItemSource;
  readonly category: string | null;
  readonly problem: string;
  readonly measures: string | null;
  readonly unit: number | null;
  readonly unit_name: string | null;
  readonly leader: string | null;
  readonly owner: string | null;
  readonly due_on: CalendarDate | null;
  readonly extended_due_on: CalendarDate | null;
  readonly evidence_number: string | null;
  readonly repeats: string | null;
  readonly merged_into: string | null;
  readonly state: ItemState;
  readonly issued_on: CalendarDate;
  readonly applied_on: CalendarDate | null;
  readonly closed_on: CalendarDate | null;
  readonly times_returned: number;
  /** JSON: the move that led to the state, the last return, the last progress entry, the supervision of the day. */
  readonly entered: string;
  readonly last_return: string | null;
  readonly progress: string | null;
  readonly supervision: string | null;
}

/** As of the day. */
const EXTENDED = 'CASE WHEN ever_extended THEN extended ELSE item.extended_due_on END';
const DUE_IN_FORCE = `ifnull(${EXTENDED}, item.due_on)`;

/**
 * Every item that was issued by the day, as its dated moves tell it; “last” as in rectification-figures-sql.ts.
 * Drafts have no number and stand on no form.
 */
const ITEMS = `
WITH RECURSIVE
  asked (office, day, item, unit, below, sources, category, owner, states, due_from, due_until, supervised, pattern,
    from_on, until_on, returns) AS (VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)),
  within (pk) AS (
    SELECT unit FROM asked WHERE unit IS NOT NULL
    UNION SELECT child.pk FROM within JOIN unit AS child ON child.parent = within.pk AND child.deleted = 0
    JOIN asked ON asked.below
  ),
  chosen AS (
    SELECT item.* FROM asked JOIN rectification_item AS item
      ON item.office = asked.office AND item.deleted = 0 AND item.number IS NOT NULL
    WHERE (asked.item IS NULL OR item.id = asked.item)
      AND (asked.sources IS NULL OR item.source IN (SELECT value FROM json_each(asked.sources)))
      AND (asked.category IS NULL OR item.category = asked.category)
      AND (asked.owner IS NULL OR item.owner = asked.owner)
      AND (asked.pattern IS NULL OR item.problem LIKE asked.pattern ESCAPE '!'
        OR item.measures LIKE asked.pattern ESCAPE '!'
        OR item.number_year || '-' || item.number LIKE asked.pattern ESCAPE '!')
      AND (asked.unit IS NULL OR item.unit IN (SELECT pk FROM within))
  ),
  known AS (
    SELECT move.subject, move.move, move.from_state, move.to_state, move.effective_on, move.reason,
      move.effective_on <= asked.day AS dated, printf('%016d%016d', move.rev, move.pk) AS place,
      move.detail ->> '$.newDueOn' AS new_due, move.move IN (SELECT value FROM json_each(asked.returns)) AS returns
    FROM chosen JOIN asked
    JOIN move ON move.register = 'rectification_item' AND move.subject = chosen.pk AND move.deleted = 0
  ),
  told AS (
    SELECT *, json_object('move', move, 'on', effective_on, 'reason', reason) AS words FROM known
  ),
  history AS (
    SELECT subject, count(new_due) > 0 AS ever_extended,
      substr(max(place || to_state) FILTER (WHERE dated), 33) AS state,
      substr(max(place || new_due) FILTER (WHERE dated), 33) AS extended,
      min(effective_on) FILTER (WHERE dated AND move = 'issue') AS issued_on,
      substr(max(place || effective_on) FILTER (WHERE dated AND move = 'apply'), 33) AS applied_on,
      substr(max(place || effective_on) FILTER (WHERE dated AND to_state = 'closed' AND from_state <> 'closed'), 33)
        AS closed_on,
      substr(max(place || words) FILTER (WHERE dated AND from_state <> to_state), 33) AS entered,
      substr(max(place || words) FILTER (WHERE dated AND returns), 33) AS last_return,
      count(*) FILTER (WHERE dated AND returns) AS times_returned
    FROM told GROUP BY subject
  )
SELECT item.id, item.number_year, item.number, item.source, item.category, item.problem, item.measures,
  unit.pk AS unit, unit.name AS unit_name, item.leader, item.owner, item.due_on,
  ${EXTENDED} AS extended_due_on,
  CASE WHEN history.applied_on IS NOT NULL THEN item.evidence_number END AS evidence_number,
  repeated.number_year || '-' || repeated.number AS repeats,
  CASE WHEN history.state = 'merged' THEN target.number_year || '-' || target.number END AS merged_into,
  history.state, history.issued_on, history.applied_on,
  CASE WHEN history.state = 'closed' THEN history.closed_on END AS closed_on,
  history.times_returned, history.entered, history.last_return,
  (SELECT json_object('on', on_day, 'text', text) FROM item_follow_up AS entry
   WHERE entry.item = item.pk AND entry.kind = 'progress' AND entry.deleted = 0 AND entry.on_day <= asked.day
   ORDER BY entry.on_day DESC, entry.rev DESC LIMIT 1) AS progress,
  (SELECT json_object('since', since_on, 'reason', supervision.reason, 'nextOn', next_on)
   FROM item_supervision AS supervision
   WHERE supervision.item = item.pk AND supervision.deleted = 0 AND since_on <= asked.day
     AND (ended_on IS NULL OR ended_on > asked.day)
   ORDER BY since_on DESC, supervision.pk DESC LIMIT 1) AS supervision
FROM asked JOIN history JOIN chosen AS item ON item.pk = history.subject
LEFT JOIN unit ON unit.pk = item.unit
LEFT JOIN rectification_item AS repeated ON repeated.office = item.office AND repeated.id = item.repeats
LEFT JOIN rectification_item AS target ON target.office = item.office AND target.id = item.merged_into
WHERE history.issued_on IS NOT NULL
  AND (asked.states IS NULL OR history.state IN (SELECT value FROM json_each(asked.states)))
  AND (asked.from_on IS NULL OR history.issued_on >= asked.from_on)
  AND (asked.until_on IS NULL OR history.issued_on <= asked.until_on)
  AND (asked.due_from IS NULL OR ${DUE_IN_FORCE} >= asked.due_from)
  AND (asked.due_until IS NULL OR ${DUE_IN_FORCE} <= asked.due_until)
  AND (NOT asked.supervised OR EXISTS (
    SELECT 1 FROM item_supervision AS supervision WHERE supervision.item = item.pk AND supervision.deleted = 0
      AND since_on <= asked.day AND (ended_on IS NULL OR ended_on > asked.day)))
ORDER BY`;

const BY_NUMBER = 'item.number_year, item.number, item.pk';
const BY_UNIT = `unit.pk IS NULL, unit.order_number, unit.pk, ${BY_NUMBER}`;

export function formItems(db: Readable, office: number, asked: ItemsAsked): FormItemRow[] {
  const { asOf, item, unit, below, sources, category, owner, states } = asked;
  const { dueFrom, dueUntil, supervised, search, from, until, byUnit, returns } = asked;
  const pattern = search === null ? null : `%${search.replace(/[!%_]/g, '!$&')}%`;
  return db.all<FormItemRow>(
    `${ITEMS} ${byUnit ? BY_UNIT : BY_NUMBER}`,
    ...[office, asOf, item, unit, Number(below), sources && JSON.stringify(sources), category, owner],
    states && JSON.stringify(states),
    ...[dueFrom, dueUntil, Number(supervised), pattern, from, until, JSON.stringify(returns)],
  );
}
