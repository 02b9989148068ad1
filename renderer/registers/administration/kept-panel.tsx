import { useDrafts } from '../../state/drafts.ts';
import { unlockText } from '../../text/administration-page.ts';
import { timeOf } from '../../text/frame.ts';
import { Panel } from '../../ui/page.tsx';

/** What a lock left as it was: counts, never contents. */
export function KeptPanel({ lastBackupAt }: { readonly lastBackupAt: string | null }) {
  const drafts = useDrafts(({ texts }) => Object.keys(texts).length);
  return (
    <Panel
      title={unlockText.kept}
      note={unlockText.keptNote}
      padded
      foot={unlockText.keptFoot}
      className="wide-only"
    >
      <dl className="pairs">
        <dt>{unlockText.drafts}</dt>
        <dd>{unlockText.draftsOf(drafts)}</dd>
        <dt>{unlockText.undo}</dt>
        <dd>{unlockText.undoSays}</dd>
        <dt>{unlockText.backup}</dt>
        <dd>{lastBackupAt ? timeOf(lastBackupAt) : unlockText.backupNone}</dd>
      </dl>
    </Panel>
  );
}
