import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { unlockText } from '../../text/administration-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key, Panel } from '../../ui/page.tsx';
import type { SignInAccount } from './account-list.tsx';
import { useCountDown } from './count-down.ts';
import { RestoreButton } from './restore-button.tsx';
import { Attempts, CapsNotice, LockedNotice, MOST_ATTEMPTS } from './unlock-notices.tsx';

interface UnlockFormProps {
  /** Undefined where no names are known: then one is typed. */
  readonly account: SignInAccount | undefined;
  readonly field: Ref<InputRef>;
  readonly onStep: (event: KeyboardEvent) => void;
  /** The host has counted an attempt, or a lock ran out. */
  readonly onTried: () => void;
  readonly onForgotten: () => void;
}

/** The password of the chosen account; Enter signs in. */
export function UnlockForm({ account, field, onStep, onTried, onForgotten }: UnlockFormProps) {
  const [typedName, setTypedName] = useState('');
  const [password, setPassword] = useState('');
  const [isCaps, setCaps] = useState(false);
  const unlock = useWrite(core.office.unlock, {
    shownInPlace: true,
    onDone: (identity) => useSession.getState().signedIn(identity),
  });
  const waits = account?.retryAfterSeconds ?? secondsOf(unlock.error);
  const left = useCountDown(waits, () => {
    unlock.reset();
    onTried();
  });
  const isLocked = waits > 0;
  const attemptsLeft = account?.attemptsLeft ?? attemptsOf(unlock.error);

  return (
    <Panel
      title={account?.name ?? unlockText.signIn}
      note={isLocked ? unlockText.cannot : unlockText.enter}
      padded
      foot={isLocked ? unlockText.waitFoot : unlockText.forgotFoot}
    >
      <form className="unlock-form" onSubmit={submit}>
        {!account && (
          <div className="field">
            <label htmlFor="sign-in-name">{unlockText.name}</label>
            <Input
              id="sign-in-name"
              autoComplete="username"
              autoFocus
              maxLength={100}
              value={typedName}
              onChange={({ target }) => setTypedName(target.value)}
            />
          </div>
        )}
        {isLocked ? <LockedNotice left={left} /> : passwordField()}
        {!isLocked && isCaps && <CapsNotice />}
        {!isLocked && attemptsLeft < MOST_ATTEMPTS && <Attempts left={attemptsLeft} />}
        {unlock.error && !isOfAttempts(unlock.error) && (
          <ErrorNotice refusal={unlock.error}>{isOfFiles(unlock.error) && <RestoreButton />}</ErrorNotice>
        )}
        <div className="unlock-buttons">
          <Button type="primary" htmlType="submit" loading={unlock.isPending} disabled={isLocked}>
            {isLocked ? (
              unlockText.waitButton(left)
            ) : (
              <>
                {unlockText.unlock}
                <Key always>Enter</Key>
              </>
            )}
          </Button>
          <button type="button" className="link-button" onClick={onForgotten}>
            {unlockText.useRecovery}
          </button>
          {!isLocked && attemptsLeft < MOST_ATTEMPTS && (
            <span className="secondary">{unlockText.resets}</span>
          )}
        </div>
      </form>
    </Panel>
  );

  function passwordField() {
    return (
      <div className="field">
        <label htmlFor="sign-in-password">{unlockText.password}</label>
        <Input.Password
          id="sign-in-password"
          ref={field}
          autoComplete="current-password"
          maxLength={200}
          value={password}
          status={attemptsLeft < MOST_ATTEMPTS ? 'error' : ''}
          onChange={({ target }) => setPassword(target.value)}
          onKeyDown={(event) => {
            lookAtCaps(event);
            onStep(event);
          }}
          onKeyUp={lookAtCaps}
        />
      </div>
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const user = account?.name ?? typedName.trim();
    if (unlock.isPending || isLocked || password === '' || user === '') return;
    const onError = () => {
      setPassword('');
      onTried();
    };
    unlock.mutate({ user, password }, { onError });
  }

  function lookAtCaps(event: KeyboardEvent): void {
    setCaps(event.getModifierState('CapsLock'));
  }
}

/** Wrong passwords are told by boxes, locks by the count-down. */
function isOfAttempts({ code }: Refusal): boolean {
  return code === 'wrong_password' || code === 'account_locked';
}

/** The books cannot be opened whatever is typed. */
function isOfFiles({ code }: Refusal): boolean {
  return code === 'database_damaged' || code === 'history_broken' || code === 'slots_foreign';
}

function secondsOf(refusal: Refusal | null): number {
  return Number(refusal?.fields.seconds ?? 0);
}

function attemptsOf(refusal: Refusal | null): number {
  return refusal?.code === 'wrong_password' ? Number(refusal.fields.left ?? MOST_ATTEMPTS) : MOST_ATTEMPTS;
}
