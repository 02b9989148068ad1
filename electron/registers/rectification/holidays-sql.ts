import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface HolidayRow extends StoredRow {
  readonly year: number;
  /** JSON lists of dates. */
  readonly days_off: string;
  readonly workdays: string;
  readonly basis: string;
}

export interface NamedHolidayRow extends HolidayRow {
  readonly author: string | null;
}

/** The office's own calendars that hold. */
export function ownHolidays(db: Readable, office: number): NamedHolidayRow[] {
  return db.all<NamedHolidayRow>(
    `SELECT calendar.*, account.name AS author FROM holiday_calendar AS calendar
     LEFT JOIN account ON account.pk = calendar.changed_by
     WHERE calendar.office = ? AND calendar.deleted = 0 ORDER BY year`,
    office,
  );
}

/** Tombstones too: the row of a year comes back when it is set again. */
export function holidaysOfYear(db: Readable, office: number, year: number): HolidayRow | undefined {
  return db.get<HolidayRow>('SELECT * FROM holiday_calendar WHERE office = ? AND year = ?', office, year);
}
