import { useEffect, useRef } from 'react';
import { core } from '../state/core.ts';
import { useSession } from '../state/session.ts';

/** A PC left alone for so long locks itself; drafts stay. */
const IDLE_MS = 10 * 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;

export function useAutomaticLock(lock: () => void): void {
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    let timer = setTimeout(expire, IDLE_MS);
    for (const event of SIGNS_OF_LIFE) window.addEventListener(event, begin, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const event of SIGNS_OF_LIFE) window.removeEventListener(event, begin);
    };

    function begin(): void {
      clearTimeout(timer);
      timer = setTimeout(expire, IDLE_MS);
    }
    function expire(): void {
      latest.current();
    }
  }, []);
}

/**
 * The shell locks the host when the PC sleeps or nobody is there. Whoever comes back to the window sees the
 * lock at once, not a page that refuses its first click.
 */
export function useLockOfHost(onLocked: () => void): void {
  const latest = useRef(onLocked);
  latest.current = onLocked;
  useEffect(() => {
    const ask = () => void isLockedByHost().then((isLocked) => isLocked && latest.current());
    window.addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);
}

/** False too when the host does not answer: that is told by whatever is asked next. */
async function isLockedByHost(): Promise<boolean> {
  const { identity } = useSession.getState();
  const status = await core.office.status().catch(() => null);
  const isSameSession = identity !== null && identity === useSession.getState().identity;
  return isSameSession && status?.unlocked === false;
}
