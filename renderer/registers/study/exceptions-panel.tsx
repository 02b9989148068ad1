import { Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { needsReason } from '../../../shared/rules/attendance.ts';
import { attendanceText, makeupText } from '../../text/study-page.ts';
import { makeupWords } from '../../text/words.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { MarkSign } from './mark-sign.tsx';
import type { AttendanceRow } from './study-queries.ts';

interface ExceptionsPanelProps {
  readonly rows: readonly AttendanceRow[];
  /** Undefined: reasons are read only. */
  readonly onReason: ((row: AttendanceRow, reason: string | null) => void) | undefined;
}

/** Who is not there, each with the reason that submitting requires; Enter goes on to the next. */
export function ExceptionsPanel({ rows, onReason }: ExceptionsPanelProps) {
  const list = useRef<HTMLUListElement>(null);
  const away = rows.filter(({ mark }) => needsReason(mark));
  const missing = away.filter(({ reason }) => !reason).length;
  return (
    <section className="attendance-exceptions" aria-label={attendanceText.exceptions}>
      <header className="panel-title">
        <h2>
          {attendanceText.exceptions} {away.length}
        </h2>
        {away.length > 0 && <span className="secondary">{attendanceText.reasonsMissing(missing)}</span>}
      </header>
      {away.length === 0 && <p className="attendance-note">{attendanceText.noExceptions}</p>}
      <ul ref={list} onKeyDown={onKeyDown}>
        {away.map((row) => (
          <li key={row.person}>
            <span className="exception-name">{row.name ?? makeupText.unnamed}</span>
            <MarkSign mark={row.mark} />
            {onReason ? (
              <ReasonBox key={row.reason ?? ''} row={row} onReason={onReason} />
            ) : (
              <span className="exception-reason">{row.reason ?? '—'}</span>
            )}
            <span className="secondary wide-only">
              {row.makeup === 'none' ? '' : makeupWords[row.makeup]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    const boxes = [...(list.current?.querySelectorAll('input') ?? [])];
    boxes[boxes.indexOf(event.target as HTMLInputElement) + 1]?.focus();
  }
}

interface ReasonBoxProps {
  readonly row: AttendanceRow;
  readonly onReason: (row: AttendanceRow, reason: string | null) => void;
}

function ReasonBox({ row, onReason }: ReasonBoxProps) {
  const [text, setText] = useState(row.reason ?? '');
  const save = () => onReason(row, text.trim() || null);
  return (
    <Input
      size="small"
      className={text ? 'exception-reason' : 'exception-reason missing'}
      aria-label={attendanceText.reasonOf(row.name ?? makeupText.unnamed)}
      placeholder={attendanceText.reason}
      value={text}
      maxLength={100}
      onChange={({ target }) => setText(target.value)}
      onBlur={save}
      onPressEnter={(event) => !isComposing(event.nativeEvent) && save()}
    />
  );
}
