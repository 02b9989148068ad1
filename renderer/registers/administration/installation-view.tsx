import { useIdentity, useMay } from '../../state/session.ts';
import { AccountsPanel } from './accounts-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { openedByRecovery } from './opened-by-recovery.ts';
import { RecoveryPanel } from './recovery-panel.tsx';

/** What keeps this PC's ledger safe, and who may open it. */
export function InstallationView() {
  const { account, demo, role } = useIdentity();
  const isAdministrator = useMay('administrator');
  return (
    <div className="system-grid">
      <div className="system-column system-main">
        <BackupPanel />
        <AccountsPanel />
      </div>
      <div className="system-column system-side">
        <HistoryPanel />
        <RecoveryPanel />
        <KeysPanel />
        {demo && role === 'office' && isAdministrator && !openedByRecovery(account) && <DemoPanel />}
      </div>
    </div>
  );
}
