import type { KeyboardEvent, Ref } from 'react';
import { unlockText } from '../../text/administration-page.ts';
import { Key, Panel } from '../../ui/page.tsx';
import { LockSign } from '../../ui/signs.tsx';
import type { Status } from './administration-queries.ts';

export type SignInAccount = Status['accounts'][number];

interface AccountListProps {
  readonly list: Ref<HTMLDivElement>;
  readonly accounts: readonly SignInAccount[];
  readonly chosen: string;
  readonly lastName: string | null;
  readonly onChoose: (name: string) => void;
  readonly onStep: (event: KeyboardEvent) => void;
}

export function AccountList({ list, accounts, chosen, lastName, onChoose, onStep }: AccountListProps) {
  const at = accounts.findIndex(({ name }) => name === chosen);
  return (
    <Panel
      title={unlockText.who}
      note={unlockText.accounts(accounts.length)}
      foot={unlockText.whoFoot}
      extra={
        <span className="secondary">
          <Key always>↑</Key>
          <Key always>↓</Key> {unlockText.changeAccount}
        </span>
      }
    >
      <div
        ref={list}
        role="listbox"
        aria-label={unlockText.who}
        tabIndex={0}
        className="account-list"
        aria-activedescendant={at >= 0 ? optionId(at) : undefined}
        onKeyDown={onStep}
      >
        {accounts.map((account, index) => (
          // The arrow keys of the list do for the keyboard what the pointer does here.
          <div
            key={account.name}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="account-option"
            onClick={() => onChoose(account.name)}
          >
            <b>{account.name}</b>
            {stateOf(account, lastName)}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function stateOf({ name, retryAfterSeconds }: SignInAccount, lastName: string | null) {
  if (retryAfterSeconds > 0)
    return (
      <span className="chip locked">
        <LockSign /> {unlockText.lockedFor(Math.ceil(retryAfterSeconds / 60))}
      </span>
    );
  return name === lastName && <span className="secondary">{unlockText.last}</span>;
}

function optionId(at: number): string {
  return `account-${at}`;
}
