import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useIdentity, useMay, useSession } from '../../state/session.ts';
import { setupText, systemText } from '../../text/administration-page.ts';
import { noticeText } from '../../text/frame.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { RecoveryRoom } from './recovery-room.tsx';

export function RecoveryPanel() {
  const { recoveryConfirmed } = useIdentity();
  const isAdministrator = useMay('administrator');
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title={systemText.recovery}
      padded
      note={!isAdministrator && systemText.recoveryNeedsAdministrator}
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
      {isOpen && <RenewDialog onClose={() => setOpen(false)} />}
    </Panel>
  );
}

/** The new code lives as long as the dialog; closing it before the code was typed back leaves it unconfirmed. */
function RenewDialog({ onClose }: { readonly onClose: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  return (
    <RecoveryRoom
      code={code}
      onCode={setCode}
      before={<p>{setupText.recovery.renewSays}</p>}
      action={setupText.recovery.confirm}
      onDone={close}
    >
      {(body, finish) => (
        <Dialog
          title={systemText.recoveryTitle}
          onClose={() => void close()}
          wide
          foot={
            <>
              {code && <span className="secondary">{systemText.recoveryLater}</span>}
              <Button onClick={() => void close()}>{code ? noticeText.close : noticeText.cancel}</Button>
              {finish}
            </>
          }
        >
          {body}
        </Dialog>
      )}
    </RecoveryRoom>
  );

  async function close(): Promise<void> {
    const identity = await core.office.identity();
    onClose();
    useSession.getState().signedIn(identity);
  }
}
