import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  ACTION_VIEWS,
  type ActionMeeting,
  type ActionOrigin,
  type ActionState,
  type ActionView,
  type SessionState,
} from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface ActionRow extends StoredRow {
  readonly definition: string;
  readonly phase: string;
  readonly origin: ActionOrigin;
  readonly meeting: ActionMeeting | null;
  readonly name: string;
  readonly ordinal: number;
  readonly month: string | null;
  readonly from_on: CalendarDate;
  readonly due_on: CalendarDate;
  readonly unit: number | null;
  readonly done_on: CalendarDate | null;
  readonly evidence_number: string | null;
  /** JSON list of ids. */
  readonly sessions: string;
  readonly note: string | null;
  readonly state: ActionState;
  readonly touched: number;
}

/** An action as lists show it. */
export interface ListedAction extends ActionRow {
  readonly office_id: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  /** Until the due date, while it is open. */
  readonly days_left: number | null;
}

export interface ActionFilter {
  readonly office: number;
  readonly today: CalendarDate;
  /** With all below it. */
  readonly unit: number | null;
  readonly phase: string | null;
  readonly state: ActionState | null;
  readonly origins: readonly ActionOrigin[];
  readonly definition: string | null;
  /** yyyy-mm of the due date. */
  readonly month: string | null;
  readonly search: string | null;
  /** Ids of phases and of actions, in the order of the campaign. */
  readonly phases: readonly string[];
  readonly definitions: readonly string[];
}

const LISTED = `
  WITH RECURSIVE within (pk) AS (
    SELECT ?3 WHERE ?3 IS NOT NULL
    UNION SELECT child.pk FROM within JOIN unit AS child ON child.parent = within.pk AND child.deleted = 0
  ),
  listed AS (
    SELECT action.*, office.id AS office_id, unit.id AS unit_id, unit.name AS unit_name,
      CASE WHEN action.state IN ('planned', 'underway')
        THEN CAST(julianday(action.due_on) - julianday(?2) AS INTEGER) END AS days_left,
      ifnull((SELECT key FROM json_each(?10) WHERE value = action.phase), 1000) AS phase_place,
      ifnull((SELECT key FROM json_each(?11) WHERE value = action.definition), 1000) AS place
    FROM action_instance AS action JOIN office ON office.pk = action.office
    LEFT JOIN unit ON unit.pk = action.unit
    WHERE action.office = ?1 AND action.deleted = 0
      AND (?3 IS NULL OR action.unit IN (SELECT pk FROM within))
      AND (?4 IS NULL OR action.phase = ?4) AND (?5 IS NULL OR action.state = ?5)
      AND action.origin IN (SELECT value FROM json_each(?6))
      AND (?7 IS NULL OR action.definition = ?7) AND (?8 IS NULL OR substr(action.due_on, 1, 7) = ?8)
      AND (?9 IS NULL OR action.name LIKE ?9 ESCAPE '!' OR action.evidence_number LIKE ?9 ESCAPE '!'
        OR action.note LIKE ?9 ESCAPE '!')
  )`;

const VIEWS: Readonly<Record<ActionView, string>> = {
  all: 'TRUE',
  open: "state IN ('planned', 'underway')",
  overdue: 'days_left < 0',
  dueSoon: 'days_left BETWEEN 0 AND 3',
  done: "state = 'done'",
};

const BY_DUE = 'due_on, place, ordinal, pk';
const ORDERS = { phase: `phase_place, phase, ${BY_DUE}`, due: BY_DUE } as const;

export interface ActionPage {
  readonly view: ActionView;
  readonly sort: keyof typeof ORDERS;
  readonly offset: number;
  readonly limit: number;
}

export function listActions(
  db: Readable,
  filter: ActionFilter,
  { view, sort, offset, limit }: ActionPage,
): ListedAction[] {
  return db.all<ListedAction>(
    `${LISTED} SELECT * FROM listed WHERE ${VIEWS[view]} ORDER BY ${ORDERS[sort]} LIMIT ?12 OFFSET ?13`,
    ...values(filter),
    limit,
    offset,
  );
}

/** How many rows each view lists under the filter. */
export function countViews(db: Readable, filter: ActionFilter): Record<ActionView, number> {
  const sums = ACTION_VIEWS.map((view) => `ifnull(sum(${VIEWS[view]}), 0) AS "${view}"`);
  const counts = db.get<Record<ActionView, number>>(
    `${LISTED} SELECT ${sums.join(', ')} FROM listed`,
    ...values(filter),
  );
  return counts ?? { all: 0, open: 0, overdue: 0, dueSoon: 0, done: 0 };
}

export interface PhaseCounts extends Record<ActionState, number> {
  readonly phase: string;
  readonly total: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

export function countByPhase(db: Readable, filter: ActionFilter): PhaseCounts[] {
  return db.all<PhaseCounts>(
    `${LISTED} SELECT phase, count(*) AS total, sum(state = 'planned') AS planned, sum(state = 'underway') AS underway,
       sum(state = 'done') AS done, sum(state = 'cancelled') AS cancelled,
       count(*) FILTER (WHERE ${VIEWS.overdue}) AS overdue, count(*) FILTER (WHERE ${VIEWS.dueSoon}) AS "dueSoon"
     FROM listed GROUP BY phase ORDER BY min(phase_place), phase`,
    ...values(filter),
  );
}

/** Due or done in the month. */
export function listMonth(db: Readable, filter: ActionFilter, month: string, limit: number): ListedAction[] {
  return db.all<ListedAction>(
    `${LISTED} SELECT * FROM listed WHERE substr(due_on, 1, 7) = ?12 OR substr(done_on, 1, 7) = ?12
     ORDER BY ${BY_DUE} LIMIT ?13`,
    ...values(filter),
    month,
    limit,
  );
}

export function findListed(db: Readable, filter: ActionFilter, id: string): ListedAction | undefined {
  return db.get<ListedAction>(`${LISTED} SELECT * FROM listed WHERE id = ?12`, ...values(filter), id);
}

/** Every occurrence of the office, whatever it belongs to. */
export function allActions(db: Readable, office: number): ActionRow[] {
  return db.all<ActionRow>(
    'SELECT * FROM action_instance WHERE office = ? AND deleted = 0 ORDER BY pk',
    office,
  );
}

export interface SessionBeside {
  readonly id: string;
  readonly title: string;
  readonly day: CalendarDate | null;
  readonly state: SessionState;
  /** 0 or 1 */
  readonly linked: number;
}

/** The action's own sessions, and those made for its definition within its span; by day. */
export function sessionsBeside(db: Readable, action: ActionRow): SessionBeside[] {
  return db.all<SessionBeside>(
    `SELECT id, title, day, state, id IN (SELECT value FROM json_each(?2)) AS linked
     FROM study_session WHERE office = ?1 AND deleted = 0
       AND (id IN (SELECT value FROM json_each(?2))
         OR action = ?3 AND state <> 'cancelled' AND day BETWEEN ?4 AND ?5)
     ORDER BY day IS NULL, day, pk LIMIT 500`,
    action.office,
    action.sessions,
    action.definition,
    action.from_on,
    action.due_on,
  );
}

export interface ActionOfSession extends ActionRow {
  readonly linked: number;
}

/** Actions that name the session, and those of its definition in whose span its day lies. */
export function actionsOfSession(db: Readable, session: StoredRow): ActionOfSession[] {
  return db.all<ActionOfSession>(
    `SELECT action.*, session.id IN (SELECT value FROM json_each(action.sessions)) AS linked
     FROM study_session AS session JOIN action_instance AS action
       ON action.office = session.office AND action.deleted = 0
     WHERE session.pk = ? AND (session.id IN (SELECT value FROM json_each(action.sessions))
       OR action.definition = session.action AND action.state <> 'cancelled'
         AND session.day BETWEEN action.from_on AND action.due_on)
     ORDER BY linked DESC, action.due_on, action.pk LIMIT 100`,
    session.pk,
  );
}

/** How many of the ids are living sessions of the office, and how many of those were held. */
export function countSessions(db: Readable, office: number, ids: string): { known: number; held: number } {
  const row = db.get<{ known: number; held: number }>(
    `SELECT count(*) AS known, count(*) FILTER (WHERE state IN ('held', 'submitted', 'approved', 'returned')) AS held
     FROM study_session WHERE office = ? AND deleted = 0 AND id IN (SELECT value FROM json_each(?))`,
    office,
    ids,
  );
  return row ?? { known: 0, held: 0 };
}

function values(filter: ActionFilter): SqlValue[] {
  const { office, today, unit, phase, state, origins, definition, month, search } = filter;
  return [
    ...[office, today, unit, phase, state, JSON.stringify(origins), definition, month],
    search && `%${search.replace(/[!%_]/g, '!$&')}%`,
    JSON.stringify(filter.phases),
    JSON.stringify(filter.definitions),
  ];
}
