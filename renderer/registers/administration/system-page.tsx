import './administration.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { systemText } from '../../text/administration-page.ts';
import { Page } from '../../ui/page.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { administrationQueries } from './administration-queries.ts';
import { CategoriesPanel } from './categories-panel.tsx';
import { InstallationView } from './installation-view.tsx';
import { grantable } from './key-granting.ts';
import { openedByRecovery } from './opened-by-recovery.ts';
import { SummariesView } from './summaries-view.tsx';
import { useOpenMatters } from './use-open-matters.ts';

type View = keyof typeof systemText.view;

export function SystemPage() {
  const { account, role, readOnlyBecause } = useIdentity();
  const [view, setView] = useState<View>('installation');
  const matters = useOpenMatters();
  const backUp = useWrite(() => core.office.backup(), {
    done: ({ fileName }) => systemText.backupDone(fileName),
  });
  return (
    <Page
      title={systemText.title}
      strip={role === 'office' && <Views view={view} onChoose={setView} />}
      subtitle={
        matters.length === 0 ? (
          <span className="well">
            <TickSign /> {systemText.allWell}
          </span>
        ) : (
          <span className="open-matters">
            <WarningSign /> {systemText.waiting(matters)}
          </span>
        )
      }
      actions={
        <Button
          type="primary"
          loading={backUp.isPending}
          disabled={readOnlyBecause !== null}
          title={readOnlyBecause ? systemText.matters.readOnly : undefined}
          onClick={() => backUp.mutate()}
        >
          {systemText.backupNow}
        </Button>
      }
    >
      <div className="system-body">
        {openedByRecovery(account) && (
          <div className="notice warn" role="status">
            <b>{systemText.byRecovery}</b>
            <p>{systemText.byRecoverySays}</p>
          </div>
        )}
        {view === 'installation' && <InstallationView />}
        {view === 'summaries' && <SummariesView />}
        {view === 'categories' && <CategoriesPanel />}
      </div>
    </Page>
  );
}

interface ViewsProps {
  readonly view: View;
  readonly onChoose: (view: View) => void;
}

/** The parts of an office's room; a group keeps neither summaries nor categories. */
function Views({ view, onChoose }: ViewsProps) {
  const { account } = useIdentity();
  const { data } = useQuery(administrationQueries.registerKey);
  const asker = { byRecovery: openedByRecovery(account), roles: account?.roles ?? [] };
  const waiting = data ? grantable({ ...asker, held: data.held }, data.accounts).length : 0;
  const titles = systemText.view;
  return (
    <Tabs<View>
      label={systemText.views}
      tabs={[
        { id: 'installation', title: titles.installation },
        {
          id: 'summaries',
          title: titles.summaries,
          ...(waiting > 0 ? { count: waiting, tone: 'warn' as const } : {}),
        },
        { id: 'categories', title: titles.categories },
      ]}
      chosen={view}
      onChoose={onChoose}
    />
  );
}
