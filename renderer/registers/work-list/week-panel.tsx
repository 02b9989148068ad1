import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIdentity } from '../../state/session.ts';
import { sessionStateWords } from '../../text/words.ts';
import { workListText } from '../../text/work-list-page.ts';
import { Panel } from '../../ui/page.tsx';
import { weekOf } from './days.ts';
import { workListQueries } from './work-list-queries.ts';

const text = workListText.week;

/** 本周场次: the sessions from Monday to Sunday; low in value, so only where there is room. */
export function WeekPanel() {
  const { today } = useIdentity();
  const [from, until] = weekOf(today);
  const { data } = useQuery(workListQueries.sessions(from, until));
  if (!data) return null;
  const more = data.total - data.sessions.length;
  return (
    <Panel title={text.title} note={text.note(from, until)} className="work-list-week wide-only">
      {data.sessions.length === 0 && <p className="secondary">{text.empty}</p>}
      <ul>
        {data.sessions.map(({ id, day, title, state }) => (
          <li key={id}>
            <span className="secondary">{day && text.day(day)}</span>
            <Link to="/study/$id" params={{ id }} title={title}>
              {title}
            </Link>
            <span className="secondary">{sessionStateWords[state]}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Link to="/study">{text.more(more)}</Link>
        </p>
      )}
    </Panel>
  );
}
