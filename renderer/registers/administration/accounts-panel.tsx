import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity, useMay } from '../../state/session.ts';
import { setupText, systemText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import {
  AddAccountDialog,
  ChangePasswordDialog,
  DisableDialog,
  ResetPasswordDialog,
} from './account-dialogs.tsx';
import { type Account, administrationQueries } from './administration-queries.ts';
import { openedByRecovery } from './opened-by-recovery.ts';

type Open =
  | { readonly dialog: 'add' | 'change' }
  | { readonly dialog: 'reset' | 'disable'; readonly account: Account };

export function AccountsPanel() {
  const { account: own } = useIdentity();
  const isAdministrator = useMay('administrator');
  const accounts = useQuery(administrationQueries.accounts);
  const [open, setOpen] = useState<Open | null>(null);
  const all = accounts.data ?? [];
  const active = all.filter(({ disabled }) => !disabled).length;
  const close = () => setOpen(null);
  const { name, roles, state, actions } = systemText.columns;
  return (
    <Panel
      title={systemText.accounts}
      note={isAdministrator ? systemText.accountsNote : systemText.needsAdministrator}
      foot={systemText.accountsFoot(active, all.length)}
      extra={
        <>
          {!openedByRecovery(own) && (
            <Button size="small" onClick={() => setOpen({ dialog: 'change' })}>
              {systemText.change}
            </Button>
          )}
          {isAdministrator && (
            <Button size="small" type="primary" onClick={() => setOpen({ dialog: 'add' })}>
              {systemText.add}
            </Button>
          )}
        </>
      }
    >
      <SimpleTable<Account>
        label={systemText.accounts}
        rows={all}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: name, cell: (row) => row.name },
          {
            id: 'roles',
            title: roles,
            cell: (row) => row.roles.map((one) => setupText.accounts.roles[one]).join('、'),
          },
          { id: 'state', title: state, width: 116, cell: (row) => stateOf(row, own?.id) },
          ...(isAdministrator ? [{ id: 'actions', title: actions, width: 130, cell: actionsOf }] : []),
        ]}
      />
      {open?.dialog === 'add' && <AddAccountDialog onClose={close} />}
      {open?.dialog === 'change' && <ChangePasswordDialog onClose={close} />}
      {open?.dialog === 'reset' && <ResetPasswordDialog account={open.account} onClose={close} />}
      {open?.dialog === 'disable' && <DisableDialog account={open.account} onClose={close} />}
    </Panel>
  );

  function actionsOf(account: Account) {
    if (account.disabled || account.id === own?.id) return '—';
    return (
      <>
        <button type="button" className="link-button" onClick={() => setOpen({ dialog: 'reset', account })}>
          {systemText.reset}
        </button>{' '}
        <button type="button" className="link-button" onClick={() => setOpen({ dialog: 'disable', account })}>
          {systemText.disable}
        </button>
      </>
    );
  }
}

function stateOf(account: Account, own: string | undefined) {
  if (account.disabled) return <StateSign shape="paused">{systemText.disabled}</StateSign>;
  return (
    <StateSign shape="full" tone="ok">
      {account.id === own ? systemText.you : systemText.inUse}
    </StateSign>
  );
}
