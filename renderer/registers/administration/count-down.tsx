import { useEffect, useState } from 'react';
import { unlockText } from '../../text/administration-page.ts';

/** Seconds until a locked account may try again; the host counts them too, this only shows. */
export function CountDown({ seconds, onEnd }: { readonly seconds: number; readonly onEnd: () => void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  useEffect(() => {
    if (left === 0) onEnd();
  }, [left, onEnd]);
  return (
    <div className="notice danger" role="timer">
      <h2>
        {unlockText.wait} {unlockText.waitFor(left)}
      </h2>
      <p>{unlockText.waitFoot}</p>
    </div>
  );
}
