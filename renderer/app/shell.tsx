import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { core } from '../state/core.ts';
import { useReadPreferences } from '../state/preferences.ts';
import { useIdentity } from '../state/session.ts';
import { useWrite } from '../state/writes.ts';
import { useShortcuts } from '../ui/keyboard.ts';
import { useAutomaticLock, useLockOfHost } from './automatic-lock.ts';
import { FrameNotices } from './frame-notices.tsx';
import { Navigation } from './navigation.tsx';
import { mayEnter, navigationOf, ROOM_KEYS } from './navigation-entries.ts';
import { forgetContent, queryClient } from './query-client.ts';
import { StatusBar } from './status-bar.tsx';
import { TopStrip } from './top-strip.tsx';

/** Top strip, navigation, the page, status bar. */
export function Shell() {
  const identity = useIdentity();
  const navigate = useNavigate();
  // The room that stands, not the one that the address leads to next.
  const path = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname ?? '/' });
  const entries = navigationOf(identity);
  const isReady = useReadPreferences();
  const lock = useWrite(() => core.office.lock(), { onDone: forgetContent });
  useAutomaticLock(() => lock.mutate(undefined));
  useLockOfHost(forgetContent);
  const keys = {
    'ctrl+l': () => lock.mutate(undefined),
    f5: () => void queryClient.invalidateQueries(),
    ...Object.fromEntries(
      entries.map(({ to }, index) => [`alt+${ROOM_KEYS[index]}`, () => void navigate({ to })]),
    ),
  };
  useShortcuts(keys, true, 'everywhere');
  return (
    <div className="shell">
      <TopStrip onLock={() => lock.mutate(undefined)} />
      <Navigation entries={entries} />
      <main className="shell-page">
        <FrameNotices />
        <div className="shell-room">
          {isReady && (mayEnter(identity, path) ? <Outlet /> : <Navigate to="/" />)}
        </div>
      </main>
      <StatusBar />
    </div>
  );
}
