import { unlockText } from '../../text/administration-page.ts';
import { Key } from '../../ui/page.tsx';
import { LockSign } from '../../ui/signs.tsx';
import { LinesNotice } from './lines-notice.tsx';

/** Wrong passwords in a row that lock an account, and for how long. */
export const MOST_ATTEMPTS = 5;
const LOCK_SECONDS = 15 * 60;

export function CapsNotice() {
  return (
    <p className="notice warn caps-notice" role="status">
      <span>
        ↑ <b>{unlockText.capsLead}</b>
        {unlockText.capsTail}
      </span>
      <span>
        <Key always>Caps Lock</Key> {unlockText.capsOff}
      </span>
    </p>
  );
}

export function Attempts({ left }: { readonly left: number }) {
  const failed = MOST_ATTEMPTS - left;
  return (
    <div className="notice danger" role="alert">
      <h3>✕ {unlockText.attempts(failed, left)}</h3>
      <p className="attempts">
        {Array.from({ length: MOST_ATTEMPTS }, (_, at) => at + 1).map((number) => (
          <span key={number} className={number <= failed ? 'attempt failed' : 'attempt'}>
            {number <= failed ? '✕' : number}
          </span>
        ))}
        <span className="secondary">{unlockText.fifth}</span>
      </p>
    </div>
  );
}

/** How long the lock still holds, as a number and as a bar. */
export function LockedNotice({ left }: { readonly left: number }) {
  return (
    <>
      <div className="count-down" role="timer">
        <span className="secondary">{unlockText.wait}</span>
        <b>{unlockText.waitFor(left)}</b>
        <span className="secondary">{unlockText.waitOf}</span>
      </div>
      <div className="progress-bar" aria-hidden="true">
        <span style={{ width: `${(100 * (LOCK_SECONDS - left)) / LOCK_SECONDS}%` }} />
      </div>
      <LinesNotice
        title={
          <>
            <LockSign /> {unlockText.lockedTitle}
          </>
        }
        lines={unlockText.lockedLines}
      />
      <p className="secondary">{unlockText.waitNote}</p>
    </>
  );
}
