import './exchange.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key, Page } from '../../ui/page.tsx';
import { exchangeQueries } from './exchange-queries.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import { PartiesPanel } from './parties-panel.tsx';
import { ReceivedPanel } from './received-panel.tsx';
import { SentPanel } from './sent-panel.tsx';

/** The two-way ledger of bundles: what I sent, what they have, what they sent, what I have. */
export function ExchangePage() {
  const { name, role, account } = useIdentity();
  const navigate = useNavigate();
  const parties = useQuery(exchangeQueries.parties());
  const [isExporting, setExporting] = useState(false);
  const hasParty = (parties.data?.length ?? 0) > 0;
  const open = () => hasParty && setExporting(true);
  const toImport = () => void navigate({ to: '/exchange/import' });
  const readsRegisters = account?.roles.some((one) => one !== 'administrator') ?? false;
  useShortcuts({ 'ctrl+e': open, 'ctrl+i': toImport });

  return (
    <Page
      title={exchangeText.title(role)}
      subtitle={exchangeText.subtitle(name, parties.data?.map((party) => party.name) ?? [])}
      actions={
        <>
          <Button onClick={toImport}>
            {exchangeText.import(role)}
            <Key>Ctrl+I</Key>
          </Button>
          <Button
            type="primary"
            onClick={open}
            disabled={!hasParty}
            title={hasParty ? undefined : exchangeText.needParty}
          >
            {exchangeText.export}
            <Key>Ctrl+E</Key>
          </Button>
        </>
      }
    >
      <div className="exchange-grid">
        <SentPanel parties={parties.data ?? []} />
        <ReceivedPanel parties={parties.data ?? []} />
        <PartiesPanel parties={parties.data ?? []} />
        {role === 'office' && readsRegisters && <FeedbackPanel />}
      </div>
      {isExporting && <ExportDialog parties={parties.data ?? []} onClose={() => setExporting(false)} />}
    </Page>
  );
}
