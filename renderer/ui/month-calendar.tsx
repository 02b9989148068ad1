import './month-calendar.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addMonths, monthOf, weeksOf } from '../../shared/rules/months.ts';
import { calendarText } from '../text/calendar.ts';

interface MonthCalendarProps {
  /** `YYYY-MM` */
  readonly month: string;
  readonly today: string;
  /** Undefined: the month of today. */
  readonly onMonth: (month: string | undefined) => void;
  readonly notice?: ReactNode;
  /** What stands on a day, as list items. */
  readonly children: (day: string) => ReactNode;
}

/** A month, Monday first, with the way to those beside it. */
export function MonthCalendar({ month, today, onMonth, notice, children }: MonthCalendarProps) {
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button size="small" aria-label={calendarText.before} onClick={() => onMonth(addMonths(month, -1))}>
          ‹
        </Button>
        <h2>{calendarText.month(month)}</h2>
        <Button size="small" aria-label={calendarText.after} onClick={() => onMonth(addMonths(month, 1))}>
          ›
        </Button>
        <Button size="small" disabled={month === monthOf(today)} onClick={() => onMonth(undefined)}>
          {calendarText.thisMonth}
        </Button>
      </div>
      {notice}
      <table className="calendar-days" aria-label={calendarText.month(month)}>
        <thead>
          <tr>
            {calendarText.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <td
                  key={day}
                  className={monthOf(day) === month ? undefined : 'other-month'}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <span className="calendar-date">{calendarText.day(day)}</span>
                  {day === today && <span className="chip calendar-today">{calendarText.today}</span>}
                  <ul>{children(day)}</ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
