import { Button } from 'antd';
import { issueText as text } from '../../text/packs-page.ts';
import { ProgressNotice } from '../../ui/notices.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import type { useIssue } from './use-issue.ts';

/** What went out just now and where it lies; the files can be saved once more until this is put away. */
export function IssuedNotice({ issue }: { readonly issue: ReturnType<typeof useIssue> }) {
  const { issued, saveAgain, dismiss } = issue;
  if (!issued) return null;
  const { files, done, saved } = issued;
  if (!saved)
    return (
      <ProgressNotice
        title={text.saving}
        done={done}
        total={files.length}
        detail={text.savedOf(done, files.length)}
      />
    );
  const rows = files.reduce((sum, one) => sum + one.rows, 0);
  const isWhole = saved.failed.length === 0;
  return (
    <div className={isWhole ? 'notice ok' : 'notice danger'} role="status">
      <h3>
        {isWhole ? <TickSign /> : <WarningSign />} {text.issued(files.length, rows)}
      </h3>
      <p>
        {saved.folder === null
          ? text.downloaded(saved.count)
          : text.intoFolderDone(saved.folder, saved.count)}
      </p>
      {!isWhole && <p>{text.failed(saved.failed)}</p>}
      <div className="choices">
        <Button onClick={() => void saveAgain()}>{text.saveAgain}</Button>
        <Button onClick={dismiss}>{text.dismiss}</Button>
        <span className="secondary">{text.keptUntil}</span>
      </div>
    </div>
  );
}
