import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { quarantineText as text } from '../../text/import-desk.ts';
import { deskQueries } from './desk-queries.ts';

/** To the quarantine, with how much waits there. */
export function QuarantineLink() {
  const { data } = useQuery(deskQueries.quarantine());
  const waiting = data ? data.forks.length + data.fallen.length + data.turnedAway.length : 0;
  return (
    <Link to="/exchange/quarantine" className="button-link">
      {text.link(waiting)}
    </Link>
  );
}
