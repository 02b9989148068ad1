import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { monthOf, weeksOf } from '../../../shared/rules/months.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { sessionStateWords } from '../../text/words.ts';
import { MonthCalendar } from '../../ui/month-calendar.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { SessionSign } from './session-sign.tsx';
import { type Session, studyQueries } from './study-queries.ts';

interface SessionCalendarProps {
  /** `YYYY-MM`; undefined: the month of today. */
  readonly month: string | undefined;
  readonly phase: string | undefined;
  readonly onMonth: (month: string | undefined) => void;
}

/** A month of sessions; each day names what is held on it, and each name leads there. */
export function SessionCalendar({ month, phase, onMonth }: SessionCalendarProps) {
  const { today } = useIdentity();
  const shown = month ?? monthOf(today);
  const weeks = weeksOf(shown);
  const from = weeks[0]?.[0] ?? today;
  const until = weeks.at(-1)?.[6] ?? today;
  const sessions = useQuery(studyQueries.month(from, until, phase));
  const byDay = Map.groupBy(sessions.data ?? [], ({ day }) => day);
  return (
    <MonthCalendar
      month={shown}
      today={today}
      onMonth={onMonth}
      notice={sessions.error && <ErrorNotice refusal={refusalOf(sessions.error)} />}
    >
      {(day) => byDay.get(day)?.map((one) => <DayLine key={one.id} session={one} />)}
    </MonthCalendar>
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
