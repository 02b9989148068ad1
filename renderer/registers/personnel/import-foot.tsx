import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useIdentity } from '../../state/session.ts';
import { importText } from '../../text/roster-import-page.ts';
import { Key } from '../../ui/page.tsx';
import { personnelQueries } from './personnel-queries.ts';
import { rowsToWrite } from './roster-choices.ts';
import type { RosterImport } from './roster-import.ts';

interface ImportFootProps {
  readonly roster: RosterImport;
  readonly onCancel: () => void;
}

/** What writing would do, and the two ways out. */
export function ImportFoot({ roster, onCancel }: ImportFootProps) {
  const { report, work, write } = roster;
  const headcount = useQuery(personnelQueries.headcount(useIdentity().today));
  const hasRows = report !== null && rowsToWrite(report) > 0;
  return (
    <footer className="import-foot">
      <strong>{headcount.data && importText.headcount(headcount.data.people)}</strong>
      {report && <strong>{importText.willWrite(report.added, report.changed)}</strong>}
      <span className="secondary wide-only">{importText.undoable}</span>
      <div className="actions">
        <Button onClick={onCancel} disabled={work.isWriting}>
          {importText.cancel}
        </Button>
        <Button type="primary" onClick={write} disabled={!hasRows || !roster.isCurrent || work.isRunning}>
          {labelOf(roster)}
          {hasRows && <Key>Ctrl+Enter</Key>}
        </Button>
      </div>
    </footer>
  );
}

function labelOf({ report, isCurrent, work }: RosterImport): string {
  if (work.isWriting) return importText.working;
  if (work.isRunning) return importText.rehearsing;
  if (!report || rowsToWrite(report) === 0) return importText.nothingToWrite;
  if (!isCurrent) return importText.notCurrent;
  return importText.write(rowsToWrite(report), report.held);
}
