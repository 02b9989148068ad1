import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { SessionForm, SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';
import { SUM_COLUMNS, type SummaryRow } from './study-summary-sql.ts';

export interface SessionRow extends StoredRow {
  readonly title: string;
  readonly phase: string | null;
  /** JSON list of education types. */
  readonly types: string;
  readonly type_mask: number;
  readonly form: SessionForm | null;
  readonly action: string | null;
  readonly day: CalendarDate | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  /** JSON list. */
  readonly venues: string;
  readonly chair: string | null;
  readonly batch: string | null;
  readonly mandatory: number;
  readonly material_number: string | null;
  /** JSON, `{"units":[id]}` or `{"people":[id]}`. */
  readonly expected: string;
  readonly state: SessionState;
}

export interface SessionFilter {
  readonly state: SessionState | null;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

const LISTED = `
  FROM study_session WHERE office = ? AND deleted = 0
    AND (state = ? OR ? IS NULL) AND (day >= ? OR ? IS NULL) AND (day <= ? OR ? IS NULL)`;

const IN_ORDER = 'day IS NULL, day, starts_at IS NULL, starts_at, pk';

/** One page of sessions in the order of their days, each with its sums. */
export function sessionPage(
  db: Readable,
  office: number,
  filter: SessionFilter,
  page: { readonly offset: number; readonly limit: number },
): (SessionRow & SummaryRow)[] {
  return db.all(
    `SELECT session.*, ${SUM_COLUMNS}
     FROM (SELECT * ${LISTED} ORDER BY ${IN_ORDER} LIMIT ? OFFSET ?) AS session
     LEFT JOIN attendance_summary AS summary
       ON summary.office = session.office AND summary.session = session.pk
     GROUP BY session.pk ORDER BY ${IN_ORDER}`,
    ...listed(office, filter),
    page.limit,
    page.offset,
  );
}

export function countSessions(db: Readable, office: number, filter: SessionFilter): number {
  const row = db.get<{ total: number }>(`SELECT count(*) AS total ${LISTED}`, ...listed(office, filter));
  return row?.total ?? 0;
}

function listed(office: number, { state, from, until }: SessionFilter): SqlValue[] {
  return [office, state, state, from, from, until, until];
}

/** How many of these ids (a JSON list) name a living row of the office. */
export function countKnown(db: Readable, table: 'unit' | 'person', office: number, ids: string): number {
  const row = db.get<{ known: number }>(
    `SELECT count(*) AS known FROM (SELECT DISTINCT value AS id FROM json_each(?)) AS asked
     CROSS JOIN ${table} ON ${table}.office = ? AND ${table}.id = asked.id WHERE ${table}.deleted = 0`,
    ids,
    office,
  );
  return row?.known ?? 0;
}
