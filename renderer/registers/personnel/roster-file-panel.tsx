import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { importText, rosterFileText as text } from '../../text/roster-import-page.ts';
import { Panel } from '../../ui/page.tsx';
import { mapped, type RosterFile, type RosterReport } from './roster-choices.ts';
import { RosterColumns } from './roster-columns.tsx';
import type { RosterImport } from './roster-import.ts';
import { RosterOptions } from './roster-options.tsx';

interface RosterFilePanelProps {
  readonly roster: RosterImport;
  readonly file: RosterFile;
  readonly onAnother: () => void;
}

/** The file, what of it was found, what it leaves open, and what each of its columns means. */
export function RosterFilePanel({ roster, file, onAnother }: RosterFilePanelProps) {
  const { report, choices, work, answer } = roster;
  return (
    <Panel
      title={text.title}
      extra={
        <button type="button" className="link-button" onClick={onAnother} disabled={work.isRunning}>
          {importText.another}
        </button>
      }
      foot={notesOf(roster)}
      className="import-file-panel"
    >
      <dl className="pairs import-file">
        <dt>{text.file}</dt>
        <dd title={file.name}>{file.name}</dd>
        {report && (
          <>
            <Sheet roster={roster} report={report} />
            <dt>{text.header}</dt>
            <dd>
              <HeaderLine
                key={report.header.line}
                line={report.header.line}
                isDisabled={work.isWriting}
                onLine={(headerLine) => answer({ headerLine })}
              />
            </dd>
            <dt>{text.read}</dt>
            <dd>
              {text.rows(report.read)}
              <span className="wide-only">{text.rowsNote}</span>
            </dd>
          </>
        )}
      </dl>
      {report && (
        <RosterOptions choices={choices} report={report} isBusy={work.isWriting} onAnswer={answer} />
      )}
      {report && report.header.columns.length > 0 && (
        <RosterColumns
          columns={report.header.columns}
          isDisabled={work.isWriting}
          onMap={(column, field) => answer({ mapping: mapped(report.header.columns, column, field) })}
        />
      )}
    </Panel>
  );
}

interface ReportProps {
  readonly roster: RosterImport;
  readonly report: RosterReport;
}

function Sheet({ roster, report: { sheet, sheets } }: ReportProps) {
  if (sheet === '') return null;
  return (
    <>
      <dt>{text.sheet}</dt>
      <dd>
        {sheets.length > 1 ? (
          <Select
            size="small"
            className="import-sheet"
            aria-label={text.sheet}
            value={sheet}
            disabled={roster.work.isWriting}
            options={sheets.map(({ name }) => ({ value: name, label: name }))}
            onChange={(name: string) => roster.answer({ sheet: name, headerLine: null })}
          />
        ) : (
          sheet
        )}
      </dd>
    </>
  );
}

interface HeaderLineProps {
  readonly line: number;
  readonly isDisabled: boolean;
  readonly onLine: (line: number) => void;
}

function HeaderLine({ line, isDisabled, onLine }: HeaderLineProps) {
  const [typed, setTyped] = useState<number | null>(null);
  if (typed === null)
    return (
      <>
        {text.headerFrom(line)}{' '}
        <button type="button" className="link-button" disabled={isDisabled} onClick={() => setTyped(line)}>
          {text.change}
        </button>
      </>
    );
  const take = () => {
    setTyped(null);
    if (typed !== line) onLine(typed);
  };
  return (
    <span className="import-header-line">
      <InputNumber
        size="small"
        autoFocus
        aria-label={text.headerLine}
        min={0}
        max={1_048_576}
        precision={0}
        value={typed}
        onChange={(next) => setTyped(next ?? 0)}
        onPressEnter={take}
      />{' '}
      <button type="button" className="link-button" onClick={take}>
        {text.take}
      </button>
      <span className="secondary">{text.noHeader}</span>
    </span>
  );
}

/** What is not stored, and where the mapping comes from; null where there is nothing to say. */
function notesOf({ report, choices, answer }: RosterImport) {
  const personal = report?.header.columns.filter((column) => column.personal).length ?? 0;
  if (personal === 0 && !report?.remembered && !choices.mapping) return null;
  return (
    <>
      {personal > 0 && <p>{text.personal(personal)}</p>}
      {report?.remembered && (
        <p>
          {text.remembered}{' '}
          <button type="button" className="link-button" onClick={() => answer({ ignoreRemembered: true })}>
            {text.ignoreRemembered}
          </button>
        </p>
      )}
      {choices.mapping && <p>{text.willRemember}</p>}
    </>
  );
}
