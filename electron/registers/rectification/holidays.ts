import type { Given } from '../../../shared/contract/base.ts';
import type { rectification } from '../../../shared/contract/rectification.ts';
import {
  dueAfterWorkingDays,
  type HolidayYear,
  type WorkingCalendar,
  workingCalendar,
  wrongHoliday,
} from '../../../shared/rules/working-days.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { type HolidayRow, holidaysOfYear, ownHolidays } from './holidays-sql.ts';

/** A year as it is shipped with the program. */
export type Shipped = HolidayYear & { readonly basis: string };

/** The calendar in force: of each year the office's own, or else the shipped one. */
export function holidays(db: Readable, office: number, shipped: readonly Shipped[]) {
  const own = ownHolidays(db, office).map((row) => ({
    ...yearOf(row),
    basis: row.basis,
    own: { id: row.id, rev: row.rev, at: row.changed_at, by: row.author },
  }));
  const others = shipped.filter(({ year }) => !own.some((one) => one.year === year));
  const years = [...own, ...others.map((one) => ({ ...one, own: null }))];
  return {
    years: years
      .toSorted((one, other) => one.year - other.year)
      .map(({ year, daysOff, workdays, basis, own: by }) => ({
        year,
        daysOff: [...daysOff],
        workdays: [...workdays],
        basis,
        own: by,
      })),
  };
}

export function calendarOf(db: Readable, office: number, shipped: readonly Shipped[]): WorkingCalendar {
  return workingCalendar(holidays(db, office, shipped).years);
}

export function dueDay(
  db: Readable,
  office: number,
  shipped: readonly Shipped[],
  { from, workingDays }: Given<typeof rectification.dueDay>,
) {
  const { dueOn, unknownYears } = dueAfterWorkingDays(from, workingDays, calendarOf(db, office, shipped));
  return { dueOn, unknownYears: [...unknownYears] };
}

/** @throws Refusal `conflict`, `holidays_wrong` (day) */
export function setHolidays(write: Write, { year, rev, calendar }: Given<typeof rectification.setHolidays>) {
  const row = holidaysOfYear(write, write.office, year);
  const stands = row?.deleted === 0 ? row : undefined;
  if (stands) guardVersion(write, stands, rev);
  ensure(stands || rev === 0, 'conflict', { expected: rev });
  ensure(stands || calendar, 'not_found', { register: 'holiday_calendar' });
  if (calendar) {
    const day = wrongHoliday({ year, ...calendar });
    ensure(day === null, 'holidays_wrong', { day });
  }
  put(write, year, row, calendar);
  write.record({ year, own: calendar !== null, ...(calendar && { basis: calendar.basis }) });
  return { rev: write.rev };
}

type Calendar = Given<typeof rectification.setHolidays>['calendar'];

function put(write: Write, year: number, row: HolidayRow | undefined, calendar: Calendar): void {
  if (!calendar) {
    if (row) updateRow(write, 'holiday_calendar', row.pk, { deleted: 1 });
    return;
  }
  const values = {
    days_off: JSON.stringify(calendar.daysOff.toSorted()),
    workdays: JSON.stringify(calendar.workdays.toSorted()),
    basis: calendar.basis,
  };
  if (row) updateRow(write, 'holiday_calendar', row.pk, { ...values, deleted: 0 });
  else insertRow(write, 'holiday_calendar', write.newId(), { year, ...values });
}

function yearOf(row: HolidayRow): HolidayYear {
  return {
    year: row.year,
    daysOff: JSON.parse(row.days_off) as CalendarDate[],
    workdays: JSON.parse(row.workdays) as CalendarDate[],
  };
}
