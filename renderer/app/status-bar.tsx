import { useQuery } from '@tanstack/react-query';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { core } from '../state/core.ts';
import { draftsOf, useDrafts } from '../state/drafts.ts';
import { useNotices } from '../state/notices.ts';
import { useIdentity } from '../state/session.ts';
import { errorSentence } from '../text/errors.ts';
import { frameText, timeOf } from '../text/frame.ts';
import { TickSign, WarningSign } from '../ui/signs.tsx';
import { UndoButton } from '../ui/undo-button.tsx';

/** Is everything saved, is there a backup, has the other side what we sent. */
export function StatusBar() {
  const { today } = useIdentity();
  const condition = useQuery({ queryKey: ['condition'], queryFn: () => core.office.condition() });
  const { data } = condition;
  return (
    <footer className="status-bar">
      <SaveState savedAt={data?.savedAt ?? null} today={today} />
      {data && (
        <>
          <Backup condition={data} today={today} />
          <span className="status-item">{bundles(data)}</span>
        </>
      )}
      <span className="status-item wide-only">{frameText.machineDate(today)}</span>
      <UndoButton />
      <span className="status-item secrets">{frameText.noSecrets}</span>
    </footer>
  );
}

function SaveState({ savedAt, today }: { readonly savedAt: string | null; readonly today: string }) {
  const saving = useNotices((notices) => notices.saving > 0);
  const account = useIdentity().account?.id ?? '';
  const drafts = useDrafts(({ texts }) => draftsOf(texts, account));
  if (saving)
    return (
      <span className="status-item" role="status">
        {frameText.saving}
      </span>
    );
  if (drafts > 0)
    return (
      <span className="status-item" role="status">
        <WarningSign /> {frameText.draftsKept(drafts)}
      </span>
    );
  return (
    <span className="status-item" role="status">
      <TickSign /> {frameText.allSaved(savedAt && timeOf(savedAt, today))}
    </span>
  );
}

/** A backup that failed is told before the last one that did not. */
function Backup({ condition, today }: { readonly condition: Condition; readonly today: string }) {
  const { lastBackupAt, backupProblem } = condition;
  if (backupProblem)
    return (
      <span className="status-item status-problem" title={errorSentence(backupProblem as ErrorCode)}>
        <WarningSign /> {frameText.backupFailed(lastBackupAt && timeOf(lastBackupAt, today))}
      </span>
    );
  return (
    <span className="status-item">
      {lastBackupAt ? <TickSign /> : <WarningSign />}{' '}
      {lastBackupAt ? frameText.backup(timeOf(lastBackupAt, today)) : frameText.backupNone}
    </span>
  );
}

type Condition = Awaited<ReturnType<typeof core.office.condition>>;

function bundles({ lastSent, lastReceived }: Condition): string {
  const sent = lastSent ? frameText.bundleSent(lastSent.sequence, lastSent.acknowledgedAt !== null) : '';
  const received = lastReceived ? frameText.bundleReceived(lastReceived.sequence) : '';
  return sent || received || frameText.bundleNone;
}
