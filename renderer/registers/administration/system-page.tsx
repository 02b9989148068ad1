import './administration.css';
import { systemText } from '../../text/administration-page.ts';
import { Page } from '../../ui/page.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';

export function SystemPage() {
  return (
    <Page title={systemText.title}>
      <div className="system-grid">
        <AccountsPanel />
        <BackupPanel />
        <HistoryPanel />
        <RecoveryPanel />
      </div>
    </Page>
  );
}
