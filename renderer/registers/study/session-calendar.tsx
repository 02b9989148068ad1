import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { calendarText } from '../../text/study-page.ts';
import { sessionStateWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { monthBeside, monthOf, weeksOf } from './month.ts';
import { SessionSign } from './session-sign.tsx';
import { type Session, studyQueries } from './study-queries.ts';

interface SessionCalendarProps {
  /** `YYYY-MM`; undefined: the month of today. */
  readonly month: string | undefined;
  readonly phase: string | undefined;
  readonly onMonth: (month: string | undefined) => void;
}

/** A month of sessions, Monday first; each day names what is held on it, and each name leads there. */
export function SessionCalendar({ month, phase, onMonth }: SessionCalendarProps) {
  const { today } = useIdentity();
  const shown = month ?? monthOf(today);
  const weeks = weeksOf(shown);
  const from = weeks[0]?.[0] ?? today;
  const until = weeks.at(-1)?.[6] ?? today;
  const sessions = useQuery(studyQueries.month(from, until, phase));
  const byDay = Map.groupBy(sessions.data ?? [], ({ day }) => day);
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button size="small" aria-label={calendarText.before} onClick={() => onMonth(monthBeside(shown, -1))}>
          ‹
        </Button>
        <h3>{calendarText.month(shown)}</h3>
        <Button size="small" aria-label={calendarText.after} onClick={() => onMonth(monthBeside(shown, 1))}>
          ›
        </Button>
        <Button size="small" disabled={shown === monthOf(today)} onClick={() => onMonth(undefined)}>
          {calendarText.thisMonth}
        </Button>
      </div>
      {sessions.error && <ErrorNotice refusal={refusalOf(sessions.error)} />}
      <table className="calendar-days" aria-label={calendarText.month(shown)}>
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
          {weeks.map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <td
                  key={day}
                  className={monthOf(day) === shown ? undefined : 'other-month'}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <span className="calendar-date">{calendarText.day(day)}</span>
                  {day === today && <span className="chip calendar-today">{calendarText.today}</span>}
                  <ul>
                    {byDay.get(day)?.map((one) => (
                      <DayLine key={one.id} session={one} />
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayLine({ session: { id, title, state, startsAt } }: { readonly session: Session }) {
  return (
    <li>
      <SessionSign state={state} isBare />
      <Link
        to="/study/$id"
        params={{ id }}
        title={[startsAt, title, sessionStateWords[state]].filter(Boolean).join(' · ')}
        className={state === 'cancelled' ? 'session-cancelled' : undefined}
      >
        {title}
      </Link>
    </li>
  );
}
