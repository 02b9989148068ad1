import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionText } from '../../text/study-page.ts';
import { type SessionCard, studyQueries } from './study-queries.ts';

/** The action that the session fulfils, or was made for and is not yet named by. */
export function ActionLink({ session }: { readonly session: SessionCard }) {
  const [first] = useQuery(studyQueries.actionsOf(session.id)).data ?? [];
  if (!first) return null;
  const name = sessionText.actionOf(first.name, first.month);
  return (
    <Link to="/actions" search={{ action: first.id }} className="button-link session-action" title={name}>
      {first.linked ? sessionText.fulfils(name) : sessionText.madeFor(name)}
    </Link>
  );
}
