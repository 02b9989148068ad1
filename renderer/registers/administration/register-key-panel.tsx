import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { registerKeyText as text } from '../../text/summaries-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { administrationQueries, type RegisterKey } from './administration-queries.ts';
import { grantable } from './key-granting.ts';
import { openedByRecovery } from './opened-by-recovery.ts';

type Holder = RegisterKey['accounts'][number];

/** Who reads summaries of self-inspections, and how that is given on. */
export function RegisterKeyPanel() {
  const { account } = useIdentity();
  const key = useQuery(administrationQueries.registerKey);
  const { held = false, accounts = [] } = key.data ?? {};
  const byRecovery = openedByRecovery(account);
  const open = grantable({ held, byRecovery, roles: account?.roles ?? [] }, accounts);
  const grant = useWrite(({ account: id }: Holder) => core.office.grantRegisterKey({ account: id }), {
    shownInPlace: true,
    done: (_, { name }) => text.granted(name),
  });
  const { name, roles, holds, actions } = text.columns;
  return (
    <Panel
      title={text.title}
      note={key.data && noteOf(held, byRecovery)}
      foot={text.foot(accounts.filter((one) => one.holds).length, accounts.length)}
    >
      {(key.error || grant.error) && <ErrorNotice refusal={grant.error ?? refusalOf(key.error)} />}
      {key.data?.accounts.length === 0 ? (
        <Empty>{text.nobodyListed}</Empty>
      ) : (
        <SimpleTable<Holder>
          label={text.title}
          rows={accounts}
          rowKey={(row) => row.account}
          columns={[
            { id: 'name', title: name, cell: (row) => row.name },
            {
              id: 'roles',
              title: roles,
              cell: (row) => row.roles.map((one) => setupText.accounts.roles[one]).join('、'),
            },
            { id: 'holds', title: holds, width: 176, cell: stateOf },
            { id: 'actions', title: actions, width: 72, cell: actionsOf },
          ]}
        />
      )}
    </Panel>
  );

  function actionsOf(row: Holder) {
    if (!open.includes(row)) return '—';
    return (
      <Button size="small" loading={grant.isPending} onClick={() => grant.mutate(row)}>
        {text.grant}
      </Button>
    );
  }
}

function noteOf(held: boolean, byRecovery: boolean): string {
  if (byRecovery) return held ? text.heldByRecovery : text.notHeldByRecovery;
  return held ? text.held : text.notHeld;
}

function stateOf({ holds, ready }: Holder) {
  if (holds)
    return (
      <StateSign shape="full" tone="ok">
        {text.holds}
      </StateSign>
    );
  return <StateSign shape={ready ? 'half' : 'dotted'}>{ready ? text.waiting : text.notReady}</StateSign>;
}
