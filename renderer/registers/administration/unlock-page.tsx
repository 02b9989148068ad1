import './administration.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { unlockText } from '../../text/administration-page.ts';
import { frameText } from '../../text/frame.ts';
import { WarningSign } from '../../ui/signs.tsx';
import { AccountList } from './account-list.tsx';
import { KeptPanel } from './kept-panel.tsx';
import { OfficeStrip } from './office-strip.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** Who, and the password; what was typed before the lock is told in counts alone. */
export function UnlockPage() {
  const status = useQuery({ queryKey: ['status'], queryFn: () => core.office.status(), staleTime: 0 });
  const { lastName, lastRole } = useSession();
  const accounts = status.data?.accounts ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const name =
    chosen ?? accounts.find((account) => account.name === lastName)?.name ?? accounts[0]?.name ?? '';

  return (
    <div className="gate">
      <OfficeStrip
        name={frameText.program}
        {...(lastRole ? { role: frameText.installation(lastRole) } : {})}
        place={unlockText.locked}
      />
      <main className="unlock">
        <h1 className="visually-hidden">{unlockText.locked}</h1>
        <p className="notice danger unlock-secrets">
          <WarningSign /> {unlockText.secretsLead}
          <b>{unlockText.secrets}</b>
          {unlockText.secretsTail}
        </p>
        <AccountList accounts={accounts} chosen={name} lastName={lastName} onChoose={setChosen} />
        <UnlockForm
          name={name}
          account={accounts.find((account) => account.name === name)}
          onTried={() => void status.refetch()}
        />
        <KeptPanel lastBackupAt={status.data?.lastBackupAt ?? null} />
      </main>
    </div>
  );
}
