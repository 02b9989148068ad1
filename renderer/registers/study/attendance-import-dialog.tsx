import { Button } from 'antd';
import { useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { attendanceImportText as text } from '../../text/attendance-page.ts';
import { formText } from '../../text/form.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type SheetReport, toWrite, useAttendanceImport } from './attendance-import.ts';
import { AttendanceImportRows } from './attendance-import-rows.tsx';
import { DeclaredTotals } from './declared-totals.tsx';
import { MarkMeaning } from './mark-meaning.tsx';
import type { SessionCard } from './study-queries.ts';

interface AttendanceImportDialogProps {
  readonly session: SessionCard;
  readonly may: (mark: Mark) => boolean;
  readonly onClose: () => void;
}

/** A sign-in sheet that came back, place by place beside the list, before anything is written. */
export function AttendanceImportDialog({ session, may, onClose }: AttendanceImportDialogProps) {
  const sheet = useAttendanceImport(session, onClose);
  const { report, work } = sheet;
  const rows = report ? toWrite(report) : 0;
  const isReady = rows > 0 && !work.isRunning;
  return (
    <Dialog
      title={text.title(session.title)}
      wide
      onClose={onClose}
      onSubmit={() => isReady && sheet.write()}
      foot={
        <>
          <span className="secondary session-note">{report ? text.note : text.choose}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady}>
            {rows > 0 ? text.write(rows, report?.held ?? 0) : text.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <div className="sheet-file">
        <FileButton
          label={sheet.fileName ? text.another : text.file}
          accept=".xlsx,.xls,.csv"
          primary={!sheet.fileName}
          onChoose={([file]) => file && void sheet.chooseFile(file)}
        />
        <span>{sheet.fileName}</span>
      </div>
      <ErrorNotice refusal={sheet.unreadable} />
      <LongWorkNotice work={work} title={work.isWriting ? text.writing : text.rehearsing} />
      {report && <Rehearsed report={report} sheet={sheet} may={may} />}
    </Dialog>
  );
}

interface RehearsedProps {
  readonly report: SheetReport;
  readonly sheet: ReturnType<typeof useAttendanceImport>;
  readonly may: (mark: Mark) => boolean;
}

function Rehearsed({ report, sheet, may }: RehearsedProps) {
  const [asked, setAsked] = useState<RowOutcome | null>('held');
  const chosen = asked !== null && report[asked] > 0 ? asked : null;
  const { map } = sheet.choices;
  const texts = new Map([
    ...Object.keys(map).map((one) => [one, report.rows.filter(({ cell }) => cell === one).length] as const),
    ...report.unmapped.map((one) => [one.text, one.count] as const),
  ]);
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
      <DeclaredTotals report={report} />
      {texts.size > 0 && (
        <div className="paste-meanings">
          {[...texts].map(([one, count]) => (
            <MarkMeaning key={one} text={one} {...{ count, may }} value={map[one]} onChange={sheet.explain} />
          ))}
        </div>
      )}
      <AttendanceImportRows report={report} outcome={chosen} may={may} onDecide={sheet.decide} />
    </>
  );
}
