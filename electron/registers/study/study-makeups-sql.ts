import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { DEPARTED_STATUSES, type MAKEUPS } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { ListedRow } from './study-attendance-sql.ts';
import { AWAY_CODES, makeupCode } from './study-summary-sql.ts';

export interface MakeupRow extends ListedRow {
  readonly session_id: string;
  readonly session_rev: number;
  readonly session_title: string;
  readonly session_day: CalendarDate | null;
  readonly has_left: number;
}

export interface MakeupFilter {
  readonly session: number | null;
  readonly unit: number | null;
  /** Of the session that was missed. */
  readonly phase: string | null;
  readonly state: 'open' | 'leavers' | (typeof MAKEUPS)[number];
  /** The day on which somebody is still there, or has left. */
  readonly today: CalendarDate;
}

const OPEN = [makeupCode('pending'), makeupCode('done')];

const GONE = DEPARTED_STATUSES.map((status) => `'${status}'`).join(', ');

/** Neither in an office's service nor lent by it: transferred out, retired, or nowhere on the day ?5. */
const HAS_LEFT = `NOT EXISTS (SELECT 1 FROM posting
  WHERE posting.person = attendance.person AND posting.deleted = 0 AND posting.status NOT IN (${GONE})
    AND posting.from_on <= ?5 AND (posting.until_on IS NULL OR posting.until_on > ?5))`;

const LISTED = `
  FROM study_session AS session
  JOIN attendance ON attendance.office = session.office AND attendance.session = session.pk
  JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
  WHERE session.office = ?1 AND session.deleted = 0 AND session.state <> 'cancelled'
    AND (?2 IS NULL OR session.pk = ?2) AND attendance.deleted = 0 AND attendance.mark IN (${AWAY_CODES})
    AND attendance.makeup IN (SELECT value FROM json_each(?3)) AND (?4 IS NULL OR attendance.unit = ?4)
    AND (?6 IS NULL OR ?6 = ${HAS_LEFT}) AND (?7 IS NULL OR session.phase = ?7)`;

/** The backlog, by the session that was missed, then by unit and person. */
export function makeupPage(
  db: Readable,
  office: number,
  filter: MakeupFilter,
  page: { readonly offset: number; readonly limit: number },
): MakeupRow[] {
  return db.all<MakeupRow>(
    `SELECT attendance.*, person.id AS person_id, person.name, unit.id AS unit_id, unit.name AS unit_name,
       session.id AS session_id, session.rev AS session_rev, session.title AS session_title,
       session.day AS session_day, ${HAS_LEFT} AS has_left
     ${LISTED}
     ORDER BY session.day, session.pk, unit.order_number, unit.pk, person.order_number IS NULL,
       person.order_number, person.folded, person.pk
     LIMIT ?8 OFFSET ?9`,
    ...values(office, filter),
    page.limit,
    page.offset,
  );
}

export function countMakeups(db: Readable, office: number, filter: MakeupFilter): number {
  const row = db.get<{ total: number }>(`SELECT count(*) AS total ${LISTED}`, ...values(office, filter));
  return row?.total ?? 0;
}

export interface MakeupsOpen {
  /** 待补 of those still there, and of those who have left. */
  readonly pending: number;
  readonly leavers: number;
  /** 已补待确认 */
  readonly done: number;
}

/** How many wait: from the sums, but for the leavers', whose rows are looked for where sums tell of open ones. */
export function countMakeupsOpen(db: Readable, office: number, today: CalendarDate): MakeupsOpen {
  const row = db.get<MakeupsOpen>(
    `WITH present (person) AS (
       SELECT person FROM posting WHERE office = ?1 AND deleted = 0 AND status NOT IN (${GONE})
         AND from_on <= ?2 AND (until_on IS NULL OR until_on > ?2)),
     gone (person) AS MATERIALIZED (
       SELECT pk FROM person WHERE office = ?1 AND pk NOT IN (SELECT person FROM present)),
     open (session, pending, done) AS MATERIALIZED (
       SELECT session.pk, sum(makeup_pending), sum(makeup_done)
       FROM study_session AS session
       JOIN attendance_summary AS summary ON summary.office = session.office AND summary.session = session.pk
       WHERE session.office = ?1 AND session.deleted = 0 AND session.state <> 'cancelled' GROUP BY session.pk),
     leaving (leavers) AS MATERIALIZED (
       SELECT count(*) FROM open CROSS JOIN attendance
         ON attendance.office = ?1 AND attendance.session = open.session
       WHERE open.pending > 0 AND EXISTS (SELECT 1 FROM gone) AND attendance.deleted = 0
         AND attendance.makeup = ${makeupCode('pending')} AND attendance.mark IN (${AWAY_CODES})
         AND attendance.person IN gone)
     SELECT coalesce(sum(open.pending), 0) - leavers AS pending, leavers, coalesce(sum(open.done), 0) AS done
     FROM leaving LEFT JOIN open`,
    office,
    today,
  );
  return row ?? { pending: 0, leavers: 0, done: 0 };
}

function values(office: number, filter: MakeupFilter): SqlValue[] {
  const { session, unit, phase, today, state } = filter;
  const left = { pending: 0, leavers: 1 } as const;
  const hasLeft = state === 'pending' || state === 'leavers' ? left[state] : null;
  return [office, session, JSON.stringify(codes(state)), unit, today, hasLeft, phase];
}

function codes(state: MakeupFilter['state']): number[] {
  if (state === 'open') return OPEN;
  return [makeupCode(state === 'leavers' ? 'pending' : state)];
}
