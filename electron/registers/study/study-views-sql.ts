import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  SESSION_VIEWS,
  type SessionMatter,
  type SessionState,
  type SessionView,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { differencesOf } from './study-differences-sql.ts';
import type { SessionRow } from './study-sql.ts';
import { SUM_COLUMNS, type SummaryRow } from './study-summary-sql.ts';

/** A session as lists show it, with whose move it is on the day asked about. */
export type ListedSession = SessionRow & SummaryRow & { readonly whose: Whose | null };

export interface SessionFilter {
  readonly office: number;
  readonly today: CalendarDate;
  readonly state: SessionState | null;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly phase: string | null;
  readonly search: string | null;
  readonly matter: SessionMatter | null;
  /** pks of the only ones asked for. */
  readonly only: readonly number[] | null;
  /** Those whose moves are the asking account's. */
  readonly mine: readonly Whose[];
}

/**
 * A draft waits for nobody, and neither does a scheduled session before its day. An approved one whose list
 * differs waits for the reviewer, who alone can open it again; any other is with somebody anyway.
 */
const LISTED = `
  WITH RECURSIVE ${differencesOf('?10')},
  differing (pk) AS MATERIALIZED (SELECT DISTINCT session FROM difference),
  marked AS (
    SELECT session, sum(unmarked) AS open_marks FROM attendance_summary WHERE office = ?1 GROUP BY session
  ),
  seen AS (
    SELECT session.*, ifnull(marked.open_marks, 0) AS open_marks, session.pk IN differing AS differs,
      CASE session.state
        WHEN 'held' THEN 'clerk' WHEN 'returned' THEN 'clerk'
        WHEN 'scheduled' THEN CASE WHEN session.day <= ?2 THEN 'clerk' END
        WHEN 'submitted' THEN 'reviewer'
        WHEN 'approved' THEN CASE WHEN session.pk IN differing THEN 'reviewer' END
      END AS whose
    FROM study_session AS session LEFT JOIN marked ON marked.session = session.pk
    WHERE session.office = ?1 AND session.deleted = 0 AND (?10 IS NULL OR session.pk IN (SELECT value FROM json_each(?10)))
      AND session.state = ifnull(?3, session.state)
      AND (?4 IS NULL OR session.day >= ?4) AND (?5 IS NULL OR session.day <= ?5)
      AND (?6 IS NULL OR session.phase = ?6)
      AND (?7 IS NULL OR session.title LIKE ?7 ESCAPE '!')
  ),
  waiting AS (
    SELECT *, whose IN (SELECT value FROM json_each(?8)) AS is_mine, CASE
        WHEN whose IS NULL THEN NULL
        WHEN state = 'scheduled' THEN 'sessionToHold' WHEN state = 'returned' THEN 'sessionReturned'
        WHEN state = 'submitted' THEN 'sessionToApprove' WHEN state = 'approved' THEN 'sessionDiffering'
        WHEN open_marks > 0 THEN 'sessionToMark'
        ELSE 'sessionToSubmit'
      END AS matter
    FROM seen
  ),
  listed AS (SELECT * FROM waiting WHERE ?9 IS NULL OR matter = ?9)`;

const VIEWS: Readonly<Record<SessionView, string>> = {
  all: 'TRUE',
  mine: 'is_mine',
  unmarked: "matter = 'sessionToMark'",
  toSubmit: "matter = 'sessionToSubmit'",
  returned: "state = 'returned'",
  toApprove: "state = 'submitted'",
  differing: 'differs',
};

const IN_ORDER = 'day IS NULL, day, starts_at IS NULL, starts_at, pk';

/**
 * One page of sessions in the order of their days, each with its sums. First which they are, then what is to be
 * told of them: differences are looked for in the lists of the page alone where the view does not ask for them.
 */
export function sessionPage(
  db: Readable,
  filter: SessionFilter,
  page: { readonly view: SessionView; readonly offset: number; readonly limit: number },
): ListedSession[] {
  const chosen = db.all<{ pk: number }>(
    `${LISTED} SELECT pk FROM listed WHERE ${VIEWS[page.view]} ORDER BY ${IN_ORDER} LIMIT ?11 OFFSET ?12`,
    ...values(filter),
    page.limit,
    page.offset,
  );
  return db.all<ListedSession>(
    `${LISTED}
     SELECT session.*, ${SUM_COLUMNS} FROM listed AS session
     LEFT JOIN attendance_summary AS summary
       ON summary.office = session.office AND summary.session = session.pk
     GROUP BY session.pk ORDER BY ${IN_ORDER}`,
    ...values({ ...filter, only: chosen.map(({ pk }) => pk) }),
  );
}

/** How many rows one view lists under the filter. */
export function countView(db: Readable, filter: SessionFilter, view: SessionView): number {
  const row = db.get<{ total: number }>(
    `${LISTED} SELECT count(*) AS total FROM listed WHERE ${VIEWS[view]}`,
    ...values(filter),
  );
  return row?.total ?? 0;
}

/** How many rows each view lists under the filter. */
export function countViews(db: Readable, filter: SessionFilter): Record<SessionView, number> {
  const sums = SESSION_VIEWS.map((view) => `ifnull(sum(${VIEWS[view]}), 0) AS "${view}"`);
  const counts = db.get<Record<SessionView, number>>(
    `${LISTED} SELECT ${sums.join(', ')} FROM listed`,
    ...values(filter),
  );
  return (
    counts ?? (Object.fromEntries(SESSION_VIEWS.map((view) => [view, 0])) as Record<SessionView, number>)
  );
}

export interface SessionWaiting {
  readonly kind: SessionMatter;
  readonly whose: Whose;
  readonly count: number;
}

/** What waits in the sessions, each once. */
export function countWaiting(db: Readable, filter: SessionFilter): SessionWaiting[] {
  return db.all<SessionWaiting>(
    `${LISTED} SELECT whose, matter AS kind, count(*) AS count FROM listed WHERE whose IS NOT NULL GROUP BY 1, 2`,
    ...values(filter),
  );
}

export function whoseSession(db: Readable, filter: SessionFilter, session: number): Whose | null {
  const row = db.get<{ whose: Whose | null }>(
    `${LISTED} SELECT whose FROM listed`,
    ...values({ ...filter, only: [session] }),
  );
  return row?.whose ?? null;
}

function values(filter: SessionFilter): SqlValue[] {
  const { office, today, state, from, until, phase, search, mine, matter, only } = filter;
  const pattern = search === null ? null : `%${search.replace(/[!%_]/g, '!$&')}%`;
  return [
    office,
    today,
    state,
    from,
    until,
    phase,
    pattern,
    JSON.stringify(mine),
    matter,
    only && JSON.stringify(only),
  ];
}
