import './administration.css';
import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { systemText } from '../../text/administration-page.ts';
import { Page } from '../../ui/page.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { openedByRecovery } from './opened-by-recovery.ts';
import { RecoveryPanel } from './recovery-panel.tsx';
import { useOpenMatters } from './use-open-matters.ts';

export function SystemPage() {
  const { account, demo, role, readOnlyBecause } = useIdentity();
  const isAdministrator = useMay('administrator');
  const isByRecovery = openedByRecovery(account);
  const matters = useOpenMatters();
  const backUp = useWrite(() => core.office.backup(), {
    done: ({ fileName }) => systemText.backupDone(fileName),
  });
  return (
    <Page
      title={systemText.title}
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
      <div className="system-grid">
        {isByRecovery && (
          <div className="notice warn system-whole" role="status">
            <b>{systemText.byRecovery}</b>
            <p>{systemText.byRecoverySays}</p>
          </div>
        )}
        <div className="system-column system-main">
          <BackupPanel />
          <AccountsPanel />
        </div>
        <div className="system-column system-side">
          <HistoryPanel />
          <RecoveryPanel />
          <KeysPanel />
          {demo && role === 'office' && isAdministrator && !isByRecovery && <DemoPanel />}
        </div>
      </div>
    </Page>
  );
}
