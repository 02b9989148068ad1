import { Link, useLocation } from '@tanstack/react-router';
import { frameText } from '../text/frame.ts';
import { Key } from '../ui/page.tsx';
import { type NavigationEntry, ROOM_KEYS } from './navigation-entries.ts';
import { useWaitingCounts } from './waiting-counts.ts';

export function Navigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const waiting = useWaitingCounts();
  const { pathname } = useLocation();
  return (
    <nav className="navigation" aria-label={frameText.navigation}>
      <ul>
        {entries.map(({ to, title, register, rooms, startsGroup }, index) => (
          <li key={to} className={startsGroup ? 'starts-group' : undefined}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/' }}
              aria-keyshortcuts={`Alt+${ROOM_KEYS[index]}`}
              title={`Alt+${ROOM_KEYS[index]}`}
              activeProps={{ 'aria-current': 'page' }}
              aria-current={rooms?.some((room) => pathname.startsWith(room)) ? 'page' : undefined}
            >
              {title}
              <span className="waiting">{register && waiting[register] ? waiting[register] : ''}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="navigation-hint">
        {frameText.navigationHint}
        <br />
        <Key always>Alt</Key>
        {frameText.navigationKeys}
      </p>
    </nav>
  );
}
