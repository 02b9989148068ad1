import './unlock.css';
import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSession } from '../../state/session.ts';
import { unlockText } from '../../text/administration-page.ts';
import { frameText, timeOf } from '../../text/frame.ts';
import { restoreText } from '../../text/restore-page.ts';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import { AccountList } from './account-list.tsx';
import { administrationQueries, type Status } from './administration-queries.ts';
import { GateFrame } from './gate-frame.tsx';
import { KeptPanel } from './kept-panel.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { useRestored } from './restored.ts';
import { UnlockForm } from './unlock-form.tsx';

/** Who, and the password; what was typed before the lock is told in counts alone. */
export function UnlockPage() {
  const status = useQuery(administrationQueries.status);
  const { lastName, lastRole } = useSession();
  const { accounts = [], office = null, today = '', lastBackupAt = null } = status.data ?? {};
  const place = lastName ? unlockText.locked : unlockText.signIn;
  return (
    <GateFrame
      name={office?.name ?? frameText.program}
      role={office?.role ?? lastRole}
      demo={office?.demo ?? false}
      place={place}
      today={today}
      told={
        <span className="status-item">
          {lastBackupAt ? <TickSign /> : <WarningSign />}{' '}
          {lastBackupAt ? frameText.backup(timeOf(lastBackupAt, today)) : frameText.backupNone}
        </span>
      }
    >
      <main className="unlock">
        <h1 className="visually-hidden">{place}</h1>
        <div className="unlock-whole">
          <p className="notice danger">
            <WarningSign /> {unlockText.secretsLead}
            <b>{unlockText.secrets}</b>
            {unlockText.secretsTail}
          </p>
          <RestoredNotice />
        </div>
        <SignIn accounts={accounts} lastName={lastName} onTried={() => void status.refetch()} />
        <KeptPanel lastBackupAt={lastBackupAt} today={today} />
      </main>
    </GateFrame>
  );
}

/** After a restore: whose passwords count now, and where the books of before are. */
function RestoredNotice() {
  const { last } = useRestored();
  if (!last) return null;
  return (
    <div className="notice warn" role="status">
      <p>{restoreText.done(last.lastWriteAt)}</p>
      {last.movedTo !== null && <p>{restoreText.doneMovedTo(last.movedTo)}</p>}
    </div>
  );
}

interface SignInProps {
  readonly accounts: Status['accounts'];
  readonly lastName: string | null;
  readonly onTried: () => void;
}

function SignIn({ accounts, lastName, onTried }: SignInProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const account =
    accounts.find(({ name }) => name === chosen) ??
    accounts.find(({ name }) => name === lastName) ??
    accounts[0];
  const isLocked = account?.locked ?? false;
  useFocusKept(`${account?.name} ${isLocked} ${isRecovering}`, () =>
    (field.current ?? list.current)?.focus(),
  );
  return (
    <>
      {account && (
        <AccountList
          list={list}
          accounts={accounts}
          chosen={account.name}
          lastName={lastName}
          onChoose={(name) => {
            choose(name);
            field.current?.focus();
          }}
          onStep={step}
        />
      )}
      {isRecovering ? (
        <RecoveryForm onBack={() => setRecovering(false)} />
      ) : (
        <UnlockForm
          key={account?.name}
          account={account}
          field={field}
          onStep={step}
          onTried={onTried}
          onForgotten={() => setRecovering(true)}
        />
      )}
    </>
  );

  function choose(name: string): void {
    setChosen(name);
    setRecovering(false);
  }

  /** The arrow keys go through the accounts, in the list and in the field of the password alike. */
  function step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = by !== 0 && account && accounts[accounts.indexOf(account) + by];
    if (by === 0 || !account) return;
    event.preventDefault();
    if (next) choose(next.name);
  }
}

/** Where the field that had the focus is gone with its account, another one takes it. */
function useFocusKept(state: string, focus: () => void): void {
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (state && document.activeElement === document.body) latest.current();
  }, [state]);
}
