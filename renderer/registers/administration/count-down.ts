import { useEffect, useRef, useState } from 'react';

const TICK_MS = 1000;

/** Seconds that are left; the host counts too and decides, so that it is asked once they are over. */
export function useCountDown(seconds: number, onOver: () => void): number {
  const [{ of, left }, setLeft] = useState({ of: seconds, left: seconds });
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    setLeft({ of: seconds, left: seconds });
    if (seconds === 0) return;
    const until = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft({ of: seconds, left: rest });
      if (rest === 0) over.current();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [seconds]);
  return of === seconds ? left : seconds;
}
