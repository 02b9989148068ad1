import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useIdentity, useMay, useSession } from '../../state/session.ts';
import { systemText } from '../../text/administration-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { RecoveryRoom } from './recovery-room.tsx';

export function RecoveryPanel() {
  const { recoveryConfirmed } = useIdentity();
  const isAdministrator = useMay('administrator');
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  return (
    <Panel
      title={systemText.recovery}
      padded
      foot={systemText.recoveryFoot}
      extra={
        isAdministrator && (
          <Button size="small" onClick={() => setOpen(true)}>
            {systemText.recoveryRenew}
          </Button>
        )
      }
    >
      <StateSign shape={recoveryConfirmed ? 'full' : 'half'} tone={recoveryConfirmed ? 'ok' : 'danger'}>
        {recoveryConfirmed ? systemText.recoveryDone : systemText.recoveryOpen}
      </StateSign>
      {isOpen && (
        <Dialog title={systemText.recovery} onClose={() => void close()} wide foot={null}>
          <RecoveryRoom code={code} onCode={setCode} onDone={() => void close()} foot={(finish) => finish} />
        </Dialog>
      )}
    </Panel>
  );

  async function close(): Promise<void> {
    setOpen(false);
    setCode(null);
    useSession.getState().signedIn(await core.office.identity());
  }
}
