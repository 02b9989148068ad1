import { Button, Select } from 'antd';
import { useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { formText } from '../../text/form.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { filingImportText as text } from '../../text/self-inspection-import.ts';
import { filingsText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type FilingImport, type FilingReport, useFilingImport } from './filing-import.ts';
import { ImportRows } from './import-rows.tsx';
import type { Round } from './self-inspection-queries.ts';

interface FilingImportDialogProps {
  readonly round: Round;
  readonly onClose: () => void;
}

/** A list of filings, row by row beside the round, before anything is written. */
export function FilingImportDialog({ round, onClose }: FilingImportDialogProps) {
  const sheet = useFilingImport(round.id, onClose);
  const { report, work } = sheet;
  const filings = report?.filings ?? 0;
  const isReady = filings > 0 && !work.isRunning;
  return (
    <Dialog
      title={text.title(filingsText.roundNamed(round.number, round.name))}
      wide
      onClose={onClose}
      onSubmit={() => isReady && sheet.write()}
      foot={
        <>
          <span className="secondary self-inspection-import-note">{report ? text.note : text.choose}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady}>
            {filings > 0 ? text.write(filings, report?.held ?? 0) : text.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <div className="self-inspection-import-file">
        <FileButton
          label={sheet.fileName ? text.another : text.file}
          accept=".xlsx,.xls,.csv"
          primary={!sheet.fileName}
          onChoose={([file]) => file && void sheet.chooseFile(file)}
        />
        <span>{sheet.fileName}</span>
        {report && report.sheets.length > 1 && (
          <Select
            aria-label={text.sheet}
            value={report.sheet}
            onChange={sheet.chooseSheet}
            options={report.sheets.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
        {!report && <span className="secondary">{text.columnsHint}</span>}
      </div>
      <ErrorNotice refusal={sheet.unreadable} />
      <LongWorkNotice work={work} title={work.isWriting ? text.writing : text.rehearsing} />
      {report && <Rehearsed report={report} sheet={sheet} />}
    </Dialog>
  );
}

interface RehearsedProps {
  readonly report: FilingReport;
  readonly sheet: FilingImport;
}

function Rehearsed({ report, sheet }: RehearsedProps) {
  const [asked, setAsked] = useState<RowOutcome | null>('held');
  const chosen = asked !== null && report[asked] > 0 ? asked : null;
  return (
    <>
      <IdentitySum
        whole={{ title: text.read, value: report.read }}
        terms={ROW_OUTCOMES.map((id) => ({
          id,
          title: rowOutcomeWords[id],
          value: report[id],
          tone: id === 'held' ? 'warn' : undefined,
        }))}
        chosen={chosen}
        onChoose={(id) => setAsked(ROW_OUTCOMES.find((one) => one === id) ?? null)}
      />
      {report.droppedColumns.length > 0 && <p className="secondary">{text.dropped(report.droppedColumns)}</p>}
      <ImportRows report={report} outcome={chosen} decide={sheet.decide} />
    </>
  );
}
