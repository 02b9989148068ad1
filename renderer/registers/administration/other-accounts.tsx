import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useIdentity } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { AddAccountForm } from './add-account-form.tsx';
import { type Account, administrationQueries } from './administration-queries.ts';
import { SetupFoot } from './setup-foot.tsx';
import { missingRoles } from './smallest-office.ts';

interface OtherAccountsProps {
  readonly onNext: () => void;
  readonly onLater: () => void;
}

const text = setupText.accounts;

export function OtherAccounts({ onNext, onLater }: OtherAccountsProps) {
  const { role, singleAccount } = useIdentity();
  const accounts = useQuery(administrationQueries.accounts);
  const missing = missingRoles(role, accounts.data ?? []);
  const isComplete = accounts.data !== undefined && missing.length === 0;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isComplete) next.current?.focus();
  }, [isComplete]);
  return (
    <div className="setup-form">
      <Panel
        title={text.others}
        note={singleAccount ? text.singleExplain : text.othersExplain}
        padded
        className="setup-panel"
      >
        <SimpleTable<Account>
          label={text.others}
          rows={accounts.data ?? []}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', title: text.name, cell: ({ name }) => name },
            {
              id: 'roles',
              title: text.role,
              cell: ({ roles }) => roles.map((one) => text.roles[one]).join('、'),
            },
            {
              id: 'duty',
              title: text.duty,
              cell: ({ roles }) => roles.map((one) => text.does[one]).join('；'),
            },
          ]}
        />
        {!singleAccount && (
          <AddAccountForm role={role} action={text.add} wanted={missing[0]} goesOn={!isComplete} />
        )}
        <p className="secondary">
          {isComplete ? (
            <>
              <TickSign /> {text.complete}
            </>
          ) : (
            <>
              <WarningSign /> {text.missing(missing.map((one) => text.roles[one]))}
            </>
          )}
        </p>
      </Panel>
      <SetupFoot onLater={onLater}>
        <Button ref={next} type={isComplete ? 'primary' : 'default'} onClick={onNext}>
          {setupText.next}
        </Button>
      </SetupFoot>
    </div>
  );
}
