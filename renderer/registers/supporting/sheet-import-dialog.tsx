import './sheet-import.css';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { formText } from '../../text/form.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { supportingImportText as text } from '../../text/supporting-import.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type ImportReport, type SheetImport, toWrite } from './sheet-import.ts';
import { type ImportedRow, ImportRows } from './sheet-import-rows.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SheetImportDialogProps<Field extends string, Doubt extends string, Report, Row> {
  readonly register: 'counters' | 'institutions';
  readonly sheet: SheetImport<Field, Doubt, Report>;
  readonly rows: readonly Row[];
  readonly fields: Readonly<Record<Field, string>>;
  /** What a text can mean, by the field that it stands in. */
  readonly meanings: (field: Doubt) => readonly Choice[];
  readonly units: readonly Choice[];
  readonly whatOf: (row: Row) => string;
  readonly whyOf: (row: Row) => string;
  /** Below the sum: what the register asks or tells beside. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** A whole list, row by row beside the books, before anything is written. */
export function SheetImportDialog<
  Field extends string,
  Doubt extends string,
  Report extends ImportReport<Field, Doubt>,
  Row extends ImportedRow,
>(props: SheetImportDialogProps<Field, Doubt, Report, Row>) {
  const { register, sheet, rows, units, whatOf, whyOf, children, onClose } = props;
  const { report, work, fileName } = sheet;
  const [asked, setAsked] = useState<RowOutcome | null>('held');
  const count = report ? toWrite(report) : 0;
  const isReady = count > 0 && !work.isRunning;
  const chosen = report && asked !== null && report[asked] > 0 ? asked : null;
  return (
    <Dialog
      title={text[register]}
      wide
      onClose={onClose}
      onSubmit={() => isReady && sheet.write()}
      foot={
        <>
          <span className="secondary sheet-import-note">{(report ? text.note : text.choose)[register]}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady}>
            {count > 0 ? text.write(count, report?.held ?? 0) : text.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <div className="sheet-import-file">
        <FileButton
          label={fileName ? text.another : text.file}
          accept=".xlsx,.xls,.csv"
          primary={!fileName}
          onChoose={([file]) => file && void sheet.chooseFile(file)}
        />
        <span>{fileName}</span>
        {report && report.sheets.length > 1 && (
          <Select
            aria-label={text.sheet}
            value={report.sheet}
            onChange={sheet.chooseSheet}
            options={report.sheets.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
      </div>
      <ErrorNotice refusal={sheet.unreadable} />
      <LongWorkNotice work={work} title={work.isWriting ? text.writing : text.rehearsing} />
      {report && (
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
          {children}
          <Columns {...props} report={report} />
          <Unknown {...props} report={report} />
          <ImportRows
            rows={rows.filter(({ outcome }) => chosen === null || outcome === chosen)}
            {...{ units, whatOf, whyOf }}
            onDecide={sheet.decide}
          />
        </>
      )}
    </Dialog>
  );
}

type Part<Field extends string, Doubt extends string, Report> = Pick<
  SheetImportDialogProps<Field, Doubt, Report, never>,
  'register' | 'sheet' | 'fields' | 'meanings'
> & { readonly report: ImportReport<Field, Doubt> };

const NOT_READ = '';

/** What each column of the list was taken for; open where nobody knows those that cannot be missing. */
function Columns<Field extends string, Doubt extends string, Report>(props: Part<Field, Doubt, Report>) {
  const { register, report, sheet, fields } = props;
  const names = Object.keys(fields) as Field[];
  return (
    <details className="sheet-import-columns" open={report.needsMapping}>
      <summary>
        {text.columnsTitle} <span className="secondary">{text.columnsHint}</span>
      </summary>
      {report.needsMapping && <p className="notice warn">{text.needsMapping[register]}</p>}
      <ul>
        {report.header.columns.map(({ column, title, field, samples }) => {
          const named = title || text.untitled(column + 1);
          return (
            <li key={column} title={samples.join('；')}>
              <span>{named}</span>
              <Select<string>
                size="small"
                aria-label={text.columnOf(named)}
                value={field ?? NOT_READ}
                onChange={(chosen) => sheet.mapColumn(column, names.find((one) => one === chosen) ?? null)}
                options={[
                  { value: NOT_READ, label: text.notRead },
                  ...names.map((value) => ({ value, label: fields[value] })),
                ]}
                popupMatchSelectWidth={false}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Words that the books do not know: told once, for all rows that have them. */
function Unknown<Field extends string, Doubt extends string, Report>(props: Part<Field, Doubt, Report>) {
  const { report, sheet, fields, meanings } = props;
  if (report.unknown.length === 0) return null;
  const nameOf = (field: Doubt) => (fields as Readonly<Record<string, string>>)[field] ?? field;
  return (
    <section className="sheet-import-texts" aria-label={text.unknownTitle}>
      <h3>{text.unknownTitle}</h3>
      <ul>
        {report.unknown.map(({ field, text: written, rows }) => (
          <li key={`${field} ${written}`}>
            <b>{text.unknownOf(nameOf(field), written)}</b>
            <span className="secondary">{text.unknownRows(rows)}</span>
            <Select<string | null>
              size="small"
              aria-label={text.unknownOf(nameOf(field), written)}
              placeholder={text.means}
              value={null}
              onChange={(means) => means && sheet.explain({ field, text: written, means })}
              options={[...meanings(field)]}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
