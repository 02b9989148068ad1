import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemFiguresBy, ItemMove, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { inPhase, inUnits } from '../figure-conditions.ts';
import { EVERYTHING, type FigureScope, scopeValues } from '../figure-scope.ts';

/** Counts of items as of a day. */
export interface ItemSums {
  readonly counted: number;
  readonly completed: number;
  readonly closed: number;
  readonly long_term: number;
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
 * Every item's life is read off its dated moves in one pass: the state is that of the last move in effect by
 * the day, the extension that of the last one that brought a due date, the application the last one, which in
 * 待市级复核 and 已销号 is the approved one, as nothing else leads there. “Last” is the greatest `place` with
 * the value behind its 32 digits: a move's place is its owner's rev, then the order of arrival, so that writes
 * received from another office need not have come in the order in which they were made. An extended date that
 * no move tells of has always been known. Values: those of `livesValues`.
 */
export const LIVES = `
WITH
  asked (office, day, states) AS (VALUES (?1, ?2, ?3)),
  known AS (
    SELECT move.subject, move.move, move.to_state, move.effective_on, move.effective_on <= asked.day AS dated,
      printf('%016d%016d', move.rev, move.pk) AS place, move.detail ->> '$.newDueOn' AS new_due
    FROM asked JOIN rectification_item AS item ON item.office = asked.office AND item.deleted = 0
      AND ${inUnits('item.unit', '?4')}
    JOIN move ON move.register = 'rectification_item' AND move.subject = item.pk AND move.deleted = 0
  ),
  history AS (
    SELECT subject, count(new_due) > 0 AS ever_extended,
      min(effective_on) FILTER (WHERE move = 'issue') AS issued_on,
      substr(max(place || to_state) FILTER (WHERE dated), 33) AS state,
      substr(max(place || new_due) FILTER (WHERE dated), 33) AS extended,
      substr(max(place || effective_on) FILTER (WHERE dated AND move = 'apply'), 33) AS applied_on,
      count(*) FILTER (WHERE dated AND move = 'apply') > 0 AS submitted,
      count(*) FILTER (WHERE dated AND move IN (SELECT value FROM asked, json_each(asked.states, '$.returns')))
        > 0 AS returned
    FROM known GROUP BY subject
  ),
  life AS (
    SELECT item.pk, item.unit, item.source, item.category, item.due_on AS due, history.state,
      history.applied_on, history.submitted,
      history.submitted AND history.returned AS returned,
      coalesce(CASE WHEN ever_extended THEN extended ELSE item.extended_due_on END, item.due_on)
        AS due_extended,
      history.state NOT IN (SELECT value FROM asked, json_each(asked.states, '$.uncounted')) AS counted,
      history.state NOT IN (SELECT value FROM asked, json_each(asked.states, '$.untimed')) AS timed,
      history.state IN (SELECT value FROM asked, json_each(asked.states, '$.completed')) AS completed
    FROM history JOIN rectification_item AS item ON item.pk = history.subject
    WHERE history.state IS NOT NULL AND ${inPhase('history.issued_on', '?5')}
  )`;

export function livesValues(
  office: number,
  asOf: CalendarDate,
  states: FigureStates,
  scope: FigureScope,
): SqlValue[] {
  return [office, asOf, JSON.stringify(states), ...scopeValues(scope)];
}

/** What each sum counts; “due” and “day” are those asked about. */
export const COUNTS = {
  counted: 'counted',
  completed: 'counted AND completed',
  closed: "counted AND state = 'closed'",
  long_term: "state = 'longTerm'",
  due: 'timed AND due <= day',
  on_time: 'timed AND due <= day AND completed AND applied_on <= due',
  due_extended: 'timed AND due_extended <= day',
  on_time_extended: 'timed AND due_extended <= day AND completed AND applied_on <= due_extended',
  submitted: 'submitted',
  returned: 'returned',
} as const satisfies Record<keyof ItemSums, string>;

const SUMS = Object.entries(COUNTS)
  .map(([name, what]) => `count(*) FILTER (WHERE ${what}) AS ${name}`)
  .join(', ');

const NONE = Object.fromEntries(Object.keys(COUNTS).map((name) => [name, 0])) as Record<
  keyof ItemSums,
  number
>;

export function itemSums(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  states: FigureStates,
  scope: FigureScope,
): ItemSums {
  const sql = `${LIVES} SELECT ${SUMS} FROM asked LEFT JOIN life`;
  return db.get<ItemSums>(sql, ...livesValues(office, asOf, states, scope)) ?? NONE;
}

/** By responsible unit; 0: those of none. */
export function itemSumsByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  states: FigureStates,
  scope: FigureScope,
): (ItemSums & { readonly unit: number })[] {
  return db.all(
    `${LIVES} SELECT ifnull(life.unit, 0) AS unit, ${SUMS} FROM asked JOIN life GROUP BY life.unit`,
    ...livesValues(office, asOf, states, scope),
  );
}

export interface KeyedSums extends ItemSums {
  /** A unit's or category's id, a source; null where items have none. */
  readonly key: string | null;
  /** A unit's name. */
  readonly name: string | null;
}

const ROWS: Readonly<
  Record<
    Exclude<ItemFiguresBy, 'all'>,
    { readonly key: string; readonly name: string; readonly place: string }
  >
> = {
  unit: { key: 'unit.id', name: 'unit.name', place: 'unit.order_number, unit.pk' },
  source: { key: 'life.source', name: 'NULL', place: 'place' },
  category: { key: 'life.category', name: 'NULL', place: 'place IS NULL, place, key' },
};

/**
 * The same sums by what items have in common; they add up to those of the ledger.
 * @param order codes in the order of their rows
 */
export function itemSumsBy(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  states: FigureStates,
  { by, order }: { readonly by: Exclude<ItemFiguresBy, 'all'>; readonly order: readonly string[] },
): KeyedSums[] {
  const { key, name, place } = ROWS[by];
  return db.all<KeyedSums>(
    `${LIVES} SELECT ${key} AS key, ${name} AS name, ${SUMS},
       (SELECT code.key FROM json_each(?6) AS code WHERE code.value = ${key}) AS place
     FROM asked JOIN life LEFT JOIN unit ON unit.pk = life.unit
     GROUP BY ${key} HAVING count(*) FILTER (WHERE counted OR submitted) > 0 ORDER BY ${key} IS NULL, ${place}`,
    ...livesValues(office, asOf, states, EVERYTHING),
    JSON.stringify(order),
  );
}
