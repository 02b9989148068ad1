import './item-import.css';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { ITEM_SOURCES, type ItemSource } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { itemImportText as text } from '../../text/rectification-import.ts';
import { itemSourceWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type ItemImport, type ItemReport, toWrite, useItemImport } from './item-import.ts';
import { ImportColumns } from './item-import-columns.tsx';
import { ImportRows } from './item-import-rows.tsx';
import { ImportTexts } from './item-import-texts.tsx';

interface ItemImportDialogProps {
  /** A list off the clipboard; null: a file is to be chosen. */
  readonly pasted: string | null;
  readonly onClose: () => void;
}

/** A whole list of problems, row by row beside the ledger, before anything is written. */
export function ItemImportDialog({ pasted, onClose }: ItemImportDialogProps) {
  const sheet = useItemImport(pasted, onClose);
  const { report, work } = sheet;
  const rows = report ? toWrite(report) : 0;
  const isReady = rows > 0 && !work.isRunning;
  return (
    <Dialog
      title={pasted === null ? text.title : text.pasteTitle}
      wide
      onClose={onClose}
      onSubmit={() => isReady && sheet.write()}
      foot={
        <>
          <span className="secondary rectification-import-note">{report ? text.note : text.choose}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady}>
            {rows > 0 ? text.write(rows, report?.held ?? 0) : text.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      {pasted === null && (
        <div className="rectification-import-file">
          <FileButton
            label={sheet.fileName ? text.another : text.file}
            accept=".xlsx,.xls,.csv"
            primary={!sheet.fileName}
            onChoose={([file]) => file && void sheet.chooseFile(file, file.name)}
          />
          <span>{sheet.fileName}</span>
        </div>
      )}
      <ErrorNotice refusal={sheet.unreadable} />
      <LongWorkNotice work={work} title={work.isWriting ? text.writing : text.rehearsing} />
      {report && <Rehearsed report={report} sheet={sheet} />}
    </Dialog>
  );
}

interface RehearsedProps {
  readonly report: ItemReport;
  readonly sheet: ItemImport;
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
      <div className="rectification-import-file">
        {report.sheets.length > 1 && (
          <Select
            aria-label={text.sheet}
            value={report.sheet}
            onChange={sheet.chooseSheet}
            options={report.sheets.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
        <DefaultSource sheet={sheet} />
      </div>
      <ImportColumns report={report} sheet={sheet} />
      <ImportTexts report={report} sheet={sheet} />
      <ImportRows report={report} outcome={chosen} sheet={sheet} />
    </>
  );
}

function DefaultSource({ sheet }: { readonly sheet: ItemImport }) {
  return (
    <span className="rectification-import-source">
      {text.defaultSource}
      <Select<ItemSource | null>
        aria-label={text.defaultSource}
        value={sheet.answers.source ?? null}
        onChange={(source) => sheet.defaultSource(source ?? undefined)}
        options={[
          { value: null, label: text.defaultSourceNone },
          ...ITEM_SOURCES.map((value) => ({ value, label: itemSourceWords[value] })),
        ]}
        popupMatchSelectWidth={false}
      />
    </span>
  );
}
