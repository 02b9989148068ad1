import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ActionState, FigurePart } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { inUnits, ofPhase } from '../figure-conditions.ts';
import { type FigureScope, type RowsAsked, scopeValues } from '../figure-scope.ts';

/**
 * Prescribed actions due by the day that were not called off by then. The state as of the day is that of the last
 * move in effect; writes of another office need not have come in the order in which they were made, so its own rev
 * tells which was the last. Values: ?1 office, ?2 day, ?3 units, ?4 phase.
 */
const DUE = `
  dated AS (
    SELECT action.pk, action.unit, ifnull((
      SELECT to_state FROM move WHERE register = 'action_instance' AND subject = action.pk AND move.deleted = 0
        AND effective_on <= ?2 ORDER BY move.rev DESC, move.pk DESC LIMIT 1), 'planned') AS state_then
    FROM action_instance AS action
    WHERE action.office = ?1 AND action.deleted = 0 AND action.origin IN ('parent', 'office')
      AND action.due_on <= ?2 AND ${inUnits('action.unit', '?3')} AND ${ofPhase('action.phase', '?4')}
  ),
  due AS (SELECT * FROM dated WHERE state_then <> 'cancelled')`;

/** By responsible unit; 0: what the office itself answers for. */
export function completionByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
): { readonly unit: number; readonly done: number; readonly due: number }[] {
  return db.all(
    `WITH ${DUE} SELECT ifnull(unit, 0) AS unit, sum(state_then = 'done') AS done, count(*) AS due
     FROM due GROUP BY unit`,
    ...values(office, asOf, scope),
  );
}

/** The figure as of each of the days, a JSON list, by their places in it; days without any have no row. */
export function completionByDay(
  db: Readable,
  office: number,
  days: readonly CalendarDate[],
  scope: FigureScope,
): { readonly place: number; readonly done: number; readonly due: number }[] {
  return db.all(
    `WITH dated AS (
       SELECT day.key AS place, ifnull((
         SELECT to_state FROM move WHERE register = 'action_instance' AND subject = action.pk AND move.deleted = 0
           AND effective_on <= day.value ORDER BY move.rev DESC, move.pk DESC LIMIT 1), 'planned') AS state_then
       FROM json_each(?2) AS day CROSS JOIN action_instance AS action
       WHERE action.office = ?1 AND action.deleted = 0 AND action.origin IN ('parent', 'office')
         AND action.due_on <= day.value AND ${inUnits('action.unit', '?3')} AND ${ofPhase('action.phase', '?4')})
     SELECT place, sum(state_then = 'done') AS done, count(*) AS due FROM dated
     WHERE state_then <> 'cancelled' GROUP BY place`,
    ...[office, JSON.stringify(days), ...scopeValues(scope)],
  );
}

const PARTS: Readonly<Record<FigurePart, string>> = {
  numerator: "WHERE state_then = 'done'",
  denominator: '',
  rest: "WHERE state_then <> 'done'",
};

export interface CountedAction {
  readonly id: string;
  readonly name: string;
  readonly phase: string;
  readonly unit_name: string | null;
  readonly due_on: CalendarDate;
  readonly done_on: CalendarDate | null;
  readonly state_then: ActionState;
}

/** One page of them, by due date. */
export function countedActions(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope,
  { part, offset, limit }: RowsAsked,
): CountedAction[] {
  return db.all<CountedAction>(
    `WITH ${DUE}
     SELECT action.id, action.name, action.phase, unit.name AS unit_name, action.due_on, action.done_on, state_then
     FROM due JOIN action_instance AS action ON action.pk = due.pk LEFT JOIN unit ON unit.pk = action.unit
     ${PARTS[part]} ORDER BY action.due_on, action.pk LIMIT ?5 OFFSET ?6`,
    ...values(office, asOf, scope),
    limit,
    offset,
  );
}

function values(office: number, asOf: CalendarDate, scope: FigureScope): SqlValue[] {
  return [office, asOf, ...scopeValues(scope)];
}
