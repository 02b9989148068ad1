import { Link } from '@tanstack/react-router';
import { sessionText } from '../../text/study-page.ts';
import type { SessionCard } from './study-queries.ts';

/** Form 7 of a session that was ordered to be done again, or of which people still owe a make-up. */
export function NoticeLink({ session }: { readonly session: SessionCard }) {
  const isOrdered = isUnderRework(session);
  if (!isOrdered && !owesMakeups(session)) return null;
  return (
    <Link
      to="/forms"
      search={{ form: 'reworkNotice', session: session.id }}
      className={isOrdered ? 'button-link' : 'button-link wide-only'}
    >
      {isOrdered ? sessionText.reworkNotice : sessionText.makeupNotice}
    </Link>
  );
}

/** Ordered, and not approved since. */
function isUnderRework({ moves }: SessionCard): boolean {
  return moves.findLast(({ move }) => move === 'orderRework' || move === 'approve')?.move === 'orderRework';
}

function owesMakeups({ state, sums }: SessionCard): boolean {
  return state === 'approved' && sums.makeupPending > 0;
}
