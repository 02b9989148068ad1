import type { KeyboardEvent } from 'react';
import { unlockText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { LockSign } from '../../ui/signs.tsx';

export interface SignInAccount {
  readonly name: string;
  readonly attemptsLeft: number;
  readonly retryAfterSeconds: number;
}

interface AccountListProps {
  readonly accounts: readonly SignInAccount[];
  readonly chosen: string;
  readonly lastName: string | null;
  readonly onChoose: (name: string) => void;
}

export function AccountList({ accounts, chosen, lastName, onChoose }: AccountListProps) {
  return (
    <Panel title={unlockText.who} note={unlockText.accounts(accounts.length)} foot={unlockText.whoFoot}>
      <div
        role="listbox"
        aria-label={unlockText.who}
        tabIndex={0}
        className="account-list"
        aria-activedescendant={optionId(accounts.findIndex(({ name }) => name === chosen))}
        onKeyDown={onKeyDown}
      >
        {accounts.map(({ name, retryAfterSeconds }, at) => (
          // The arrow keys of the list do for the keyboard what the pointer does here.
          <div
            key={name}
            id={optionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={name === chosen}
            className="account-option"
            onClick={() => onChoose(name)}
          >
            <b>{name}</b>
            <span className="secondary">
              {retryAfterSeconds > 0 ? (
                <span className="chip danger">
                  <LockSign /> {unlockText.lockedFor(Math.ceil(retryAfterSeconds / 60))}
                </span>
              ) : (
                name === lastName && unlockText.last
              )}
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = accounts[accounts.findIndex(({ name }) => name === chosen) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next.name);
  }
}

function optionId(at: number): string {
  return `account-${at}`;
}
