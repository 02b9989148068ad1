import { Button, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { unlockText } from '../../text/administration-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key, Panel } from '../../ui/page.tsx';
import type { SignInAccount } from './account-list.tsx';
import { CountDown } from './count-down.tsx';
import { RecoveryForm } from './recovery-form.tsx';

interface UnlockFormProps {
  readonly name: string;
  readonly account: SignInAccount | undefined;
  readonly onTried: () => void;
}

export function UnlockForm({ name, account, onTried }: UnlockFormProps) {
  const [typedName, setTypedName] = useState('');
  // What was typed for one account is nothing for another; the focus stays in the list, where arrows may go on.
  const [typed, setTyped] = useState({ name, password: '' });
  const password = typed.name === name ? typed.password : '';
  const setPassword = (text: string) => setTyped({ name, password: text });
  const [isCaps, setCaps] = useState(false);
  const [isRecovering, setRecovering] = useState(false);
  const unlock = useWrite(core.office.unlock, {
    shownInPlace: true,
    onDone: (identity) => useSession.getState().signedIn(identity),
  });
  const waits = account?.retryAfterSeconds ?? 0;
  if (isRecovering) return <RecoveryForm onBack={() => setRecovering(false)} />;

  return (
    <Panel title={name || unlockText.unlock} note={unlockText.enter} padded foot={unlockText.forgotSays}>
      <form className="unlock-form" onSubmit={submit}>
        {!name && (
          <div className="field">
            <label htmlFor="sign-in-name">{unlockText.name}</label>
            <Input
              id="sign-in-name"
              value={typedName}
              onChange={({ target }) => setTypedName(target.value)}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor="sign-in-password">{unlockText.password}</label>
          <Input.Password
            id="sign-in-password"
            autoFocus
            autoComplete="current-password"
            value={password}
            disabled={waits > 0}
            onChange={({ target }) => setPassword(target.value)}
            onKeyDown={lookAtCaps}
            onKeyUp={lookAtCaps}
          />
        </div>
        {isCaps && (
          <p className="notice warn">
            ↑ <b>{unlockText.capsLead}</b>
            {unlockText.capsTail}
          </p>
        )}
        {waits > 0 ? (
          <CountDown seconds={waits} onEnd={onTried} />
        ) : (
          account && account.attemptsLeft < 5 && <Attempts left={account.attemptsLeft} />
        )}
        {unlock.error &&
          unlock.error.code !== 'wrong_password' &&
          unlock.variables.user === (name || typedName) && <ErrorNotice refusal={unlock.error} />}
        <div className="unlock-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={unlock.isPending}
            disabled={waits > 0 || password === ''}
          >
            {unlockText.unlock}
            <Key>Enter</Key>
          </Button>
          <button type="button" className="link-button" onClick={() => setRecovering(true)}>
            {unlockText.useRecovery}
          </button>
        </div>
      </form>
    </Panel>
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (unlock.isPending || password === '') return;
    unlock.mutate(
      { user: name || typedName, password },
      {
        onError: () => {
          setPassword('');
          onTried();
        },
      },
    );
  }

  function lookAtCaps(event: KeyboardEvent): void {
    setCaps(event.getModifierState('CapsLock'));
  }
}

const ATTEMPTS = [1, 2, 3, 4, 5];

function Attempts({ left }: { readonly left: number }) {
  return (
    <div className="notice danger" role="alert">
      <h2>{unlockText.attempts(left)}</h2>
      <p className="attempts">
        {ATTEMPTS.map((number) => (
          <span key={number} className={number <= 5 - left ? 'attempt failed' : 'attempt'}>
            {number <= 5 - left ? '✕' : number}
          </span>
        ))}
        {unlockText.fifth}
      </p>
    </div>
  );
}
