import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface WeeklyReportRow extends StoredRow {
  readonly week_begins_on: CalendarDate;
  readonly version: number;
  readonly as_of: CalendarDate;
  readonly content: string;
  readonly reason: string | null;
  /** Name of the account that froze it; null: it came from another office. */
  readonly author: string | null;
}

const ROWS = `
  SELECT report.*, account.name AS author
  FROM weekly_report AS report LEFT JOIN account ON account.pk = report.changed_by
  WHERE report.office = ?1 AND report.deleted = 0`;

/** Oldest first. */
export function versionsOf(db: Readable, office: number, monday: CalendarDate): WeeklyReportRow[] {
  return db.all<WeeklyReportRow>(
    `${ROWS} AND report.week_begins_on = ?2 ORDER BY report.version`,
    office,
    monday,
  );
}

export function lastVersionOf(
  db: Readable,
  office: number,
  monday: CalendarDate,
): WeeklyReportRow | undefined {
  return db.get<WeeklyReportRow>(
    `${ROWS} AND report.week_begins_on = ?2 ORDER BY report.version DESC LIMIT 1`,
    office,
    monday,
  );
}

const LATEST = `report.version = (
  SELECT max(version) FROM weekly_report AS one
  WHERE one.office = report.office AND one.week_begins_on = report.week_begins_on AND one.deleted = 0)`;

/** The last version of each week, the latest week first. */
export function listWeeks(
  db: Readable,
  office: number,
  page: { readonly offset: number; readonly limit: number },
): { total: number; rows: WeeklyReportRow[] } {
  const rows = db.all<WeeklyReportRow>(
    `${ROWS} AND ${LATEST} ORDER BY report.week_begins_on DESC LIMIT ?2 OFFSET ?3`,
    office,
    page.limit,
    page.offset,
  );
  const counted = db.get<{ total: number }>(
    'SELECT count(DISTINCT week_begins_on) AS total FROM weekly_report WHERE office = ? AND deleted = 0',
    office,
  );
  return { total: counted?.total ?? 0, rows };
}

/** Mondays of frozen weeks, the oldest first. */
export function frozenMondays(db: Readable, office: number): CalendarDate[] {
  return db
    .all<{ monday: CalendarDate }>(
      `SELECT DISTINCT week_begins_on AS monday FROM weekly_report WHERE office = ? AND deleted = 0 ORDER BY 1`,
      office,
    )
    .map(({ monday }) => monday);
}

/** Versions touched after revision `after`, tombstones too, by id. */
export function changedReports(
  db: Readable,
  office: number,
  after: number,
): Omit<WeeklyReportRow, 'author'>[] {
  return db.all('SELECT * FROM weekly_report WHERE office = ? AND rev > ? ORDER BY id', office, after);
}
