import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { InstallationRole } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { setupText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { AddAccountForm } from './add-account-form.tsx';
import { SetupFoot } from './setup-foot.tsx';

interface OtherAccountsProps {
  readonly role: InstallationRole;
  readonly singleAccount: boolean;
  readonly onNext: () => void;
}

export function OtherAccounts({ role, singleAccount, onNext }: OtherAccountsProps) {
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: () => core.office.accounts() });
  const taken = new Set(accounts.data?.flatMap(({ roles }) => roles));
  const wanted = role === 'office' ? (['clerk', 'reviewer'] as const) : (['member', 'leader'] as const);
  const isComplete = wanted.every((one) => taken.has(one));
  const text = setupText.accounts;
  return (
    <div className="setup-form">
      <Panel title={text.others} note={text.othersExplain} padded className="setup-panel">
        <SimpleTable
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
          ]}
        />
        {!singleAccount && <AddAccountForm role={role} />}
        {!isComplete && !singleAccount && <p className="secondary">{text.missing(role)}</p>}
      </Panel>
      <SetupFoot>
        <Button type={isComplete || singleAccount ? 'primary' : 'default'} onClick={onNext}>
          {setupText.next}
        </Button>
      </SetupFoot>
    </div>
  );
}
