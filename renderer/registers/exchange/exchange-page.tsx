import './exchange.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { bundlesText } from '../../text/handing-over.ts';
import { periodsText } from '../../text/periods-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Key, Page } from '../../ui/page.tsx';
import { exchangeQueries } from './exchange-queries.ts';
import { ExportAllButton } from './export-all-button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FeedbackPanel } from './feedback-panel.tsx';
import { PartiesPanel } from './parties-panel.tsx';
import { QuarantineLink } from './quarantine-link.tsx';
import { ReceivedPanel } from './received-panel.tsx';
import { SentPanel } from './sent-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';

/** The two-way ledger of bundles: what I sent, what they have, what they sent, what I have. */
export function ExchangePage() {
  const { name, role, account } = useIdentity();
  const navigate = useNavigate();
  const parties = useQuery(exchangeQueries.parties());
  const standings = useQuery(exchangeQueries.standing());
  const [isExporting, setExporting] = useState(false);
  const [party, setParty] = useState<string>();
  const isMany = (parties.data?.length ?? 0) > 1;
  const shown = isMany ? party : parties.data?.[0]?.officeId;
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
          {party !== undefined && isMany && (
            <OnlyChip
              word={parties.data?.find(({ officeId }) => officeId === party)?.name ?? ''}
              onClear={() => setParty(undefined)}
            />
          )}
          <Link to="/exchange/periods" className="button-link">
            {periodsText.link}
          </Link>
          {readsRegisters && (
            <Link to="/forms" search={{ form: 'exchangeRegister' }} className="button-link">
              {bundlesText.printRegister}
            </Link>
          )}
          <QuarantineLink />
          <ExportAllButton />
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
      <div className={isMany ? 'exchange-grid many' : 'exchange-grid'}>
        {isMany && (
          <StandingPanel parties={parties.data ?? []} standings={standings.data ?? []} onChoose={setParty} />
        )}
        <SentPanel
          parties={parties.data ?? []}
          party={shown}
          standing={standings.data?.find((one) => one.party === shown)}
        />
        <ReceivedPanel parties={parties.data ?? []} standings={standings.data ?? []} party={shown} />
        <PartiesPanel parties={parties.data ?? []} />
        {role === 'office' && readsRegisters && <FeedbackPanel />}
      </div>
      {isExporting && <ExportDialog parties={parties.data ?? []} onClose={() => setExporting(false)} />}
    </Page>
  );
}
