import { useIdentity } from '../../state/session.ts';
import { systemText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';

export function KeysPanel() {
  const { fingerprint } = useIdentity();
  return (
    <Panel title={systemText.keys} note={systemText.keysNote} padded foot={systemText.keysFoot}>
      <p className="mono">{fingerprint}</p>
    </Panel>
  );
}
