import './roster-import.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { importText, rosterFileText } from '../../text/roster-import-page.ts';
import { useFileDrop } from '../../ui/file-drop.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page } from '../../ui/page.tsx';
import { ImportFoot } from './import-foot.tsx';
import { ImportSteps } from './import-steps.tsx';
import { NoFile } from './no-file.tsx';
import { RosterFilePanel } from './roster-file-panel.tsx';
import { type RosterImport, useRosterImport } from './roster-import.ts';
import { RosterReportView } from './roster-report-view.tsx';
import { useMayKeepRoster } from './who-may.ts';

/** A roster is rehearsed row by row before anything is written. */
export function RosterImportPage() {
  const navigate = useNavigate();
  const toList = () => void navigate({ to: '/personnel' });
  const roster = useRosterImport(toList);
  const mayKeep = useMayKeepRoster();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  const isReady = mayKeep && !roster.work.isRunning;
  const isDraggedOver = useFileDrop((file) => void roster.chooseFile(file), isReady);
  useShortcuts({ 'ctrl+i': choose, 'ctrl+enter': roster.write }, isReady);
  const giveUp = () => {
    roster.giveUp();
    toList();
  };

  return (
    <Page
      title={
        <>
          <Link to="/personnel" className="import-before-title">
            {importText.before}
          </Link>
          {' / '}
          {importText.title}
        </>
      }
      actions={<ImportSteps current={stepOf(roster)} />}
      flush
    >
      <div className={isDraggedOver ? 'import-room dragged-over' : 'import-room'}>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          accept=".xlsx,.xls,.csv,.txt"
          aria-label={importText.chooseLabel}
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void roster.chooseFile(file);
            // The same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
        {roster.file === null ? (
          <NoFile mayChoose={mayKeep} onChoose={choose}>
            <ErrorNotice refusal={roster.unreadable} />
          </NoFile>
        ) : (
          <div className="import-body">
            <RosterFilePanel roster={roster} file={roster.file} onAnother={choose} />
            <div className="import-result">
              <Notices roster={roster} onAnother={choose} onList={toList} />
              {roster.report && !roster.report.needsMapping && !roster.work.cameTooLate && (
                <RosterReportView roster={roster} report={roster.report} />
              )}
            </div>
          </div>
        )}
        {roster.file !== null && !roster.work.cameTooLate && <ImportFoot roster={roster} onCancel={giveUp} />}
      </div>
    </Page>
  );
}

interface NoticesProps {
  readonly roster: RosterImport;
  readonly onAnother: () => void;
  readonly onList: () => void;
}

/** How the work goes or ended; a rehearsal after another one tells of itself beside the sum, where nothing jumps. */
function Notices({ roster, onAnother, onList }: NoticesProps) {
  const { work, report, isFound } = roster;
  const isAgain = work.isRunning && !work.isWriting && report !== null && !report.needsMapping;
  return (
    <>
      {isFound && (
        <div className="notice ok" role="status">
          {importText.found}
        </div>
      )}
      {report?.needsMapping && !work.isRunning && (
        <section className="panel import-needs-mapping" role="status">
          <Empty>{rosterFileText.needsMapping}</Empty>
        </section>
      )}
      {!isAgain && (
        <LongWorkNotice work={work} title={work.isWriting ? importText.working : importText.rehearsing}>
          {work.cameTooLate ? (
            <Button onClick={onList}>{importText.backToList}</Button>
          ) : (
            <>
              <Button onClick={onAnother}>{importText.another}</Button>
              {isWorthRepeating(work.refusal) && <Button onClick={roster.again}>{importText.again}</Button>}
            </>
          )}
        </LongWorkNotice>
      )}
    </>
  );
}

/** Which of the four steps of the header is under way. */
function stepOf({ file, report, work }: RosterImport): number {
  if (file === null) return 0;
  if (report === null || report.needsMapping) return 1;
  return work.isWriting ? 3 : 2;
}

/** A file that is wrong stays wrong. */
function isWorthRepeating(refusal: Refusal | null): boolean {
  return refusal !== null && !refusal.code.startsWith('sheet_');
}
