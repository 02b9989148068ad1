import { draftsOf, useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { unlockText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';

interface KeptPanelProps {
  readonly lastBackupAt: string | null;
  readonly today: string;
}

interface Kept {
  readonly what: string;
  readonly says: string;
  readonly more: string;
  readonly isOpen?: boolean;
}

/** What a lock left as it was: counts, never contents. */
export function KeptPanel({ lastBackupAt, today }: KeptPanelProps) {
  const { lastName, lastId } = useSession();
  const all = useDrafts(({ texts }) => Object.keys(texts).length);
  const own = useDrafts(({ texts }) => (lastId ? draftsOf(texts, lastId) : 0));
  const rows: readonly Kept[] = [
    { what: unlockText.saved, says: unlockText.savedSays, more: unlockText.savedMore },
    {
      what: unlockText.drafts,
      says: unlockText.draftsOf(all),
      more: all > 0 ? draftsMore(lastName, own) : unlockText.draftsNone,
    },
    { what: unlockText.undo, says: unlockText.undoSays, more: unlockText.undoMore },
    lastBackupAt
      ? {
          what: unlockText.backup,
          says: unlockText.backupAt(lastBackupAt, today),
          more: unlockText.backupMore,
        }
      : {
          what: unlockText.backup,
          says: unlockText.backupNone,
          more: unlockText.backupNoneMore,
          isOpen: true,
        },
  ];
  return (
    <Panel title={unlockText.kept} note={unlockText.keptNote} foot={unlockText.keptFoot}>
      <dl className="kept">
        {rows.map(({ what, says, more, isOpen = false }) => (
          <div key={what} className={isOpen ? 'open' : undefined}>
            <dt>{what}</dt>
            <dd>
              {says}
              <br />
              <span className="secondary">{more}</span>
            </dd>
            <dd className="kept-sign">{isOpen ? <WarningSign /> : <TickSign />}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function draftsMore(lastName: string | null, own: number): string {
  const whose = unlockText.draftsMine(lastName ?? '', own);
  return `${whose}；${unlockText.draftsCaution}`;
}
