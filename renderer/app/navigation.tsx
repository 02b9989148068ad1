import { Link } from '@tanstack/react-router';
import { frameText } from '../text/frame.ts';
import { Key } from '../ui/page.tsx';
import type { NavigationEntry } from './navigation-entries.ts';
import { useWaitingCounts } from './waiting-counts.ts';

export function Navigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const waiting = useWaitingCounts();
  return (
    <nav className="navigation" aria-label={frameText.navigation}>
      <ul>
        {entries.map(({ to, title, register, startsGroup }) => (
          <li key={to} className={startsGroup ? 'starts-group' : undefined}>
            <Link to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
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
