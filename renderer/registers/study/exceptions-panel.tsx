import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { needsReason } from '../../../shared/rules/attendance.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { nameOf } from '../../text/study-page.ts';
import { makeupWords } from '../../text/words.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { MarkSign } from './mark-sign.tsx';
import { ReasonBox } from './reason-box.tsx';
import type { AttendanceRow } from './study-queries.ts';

const ROW_HEIGHT = 28;

interface ExceptionsPanelProps {
  readonly rows: readonly AttendanceRow[];
  /** Whether the account may write down the reason. */
  readonly mayGive: (row: AttendanceRow) => boolean;
  readonly onReason: (row: AttendanceRow, text: string) => void;
  readonly onLeft: () => void;
}

/** Who is not there, each with the reason that submitting requires; Enter goes on to the next. */
export function ExceptionsPanel({ rows, mayGive, onReason, onLeft }: ExceptionsPanelProps) {
  const frame = useRef<HTMLDivElement>(null);
  const away = useMemo(() => rows.filter(({ mark }) => needsReason(mark)), [rows]);
  const isMissing = (row: AttendanceRow) => !row.reason;
  const missing = away.filter(isMissing).length;
  const lines = useVirtualizer({
    count: away.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => away[at]?.person ?? at,
    overscan: 8,
    initialRect: { width: 280, height: 300 },
  });
  return (
    <section className="attendance-exceptions" aria-label={attendanceText.exceptions}>
      <header className="panel-title">
        <h2>
          {attendanceText.exceptions} {away.length}
        </h2>
        {missing > 0 ? (
          <button type="button" className="link-button" onClick={() => goTo(0, isMissing)}>
            {attendanceText.reasonsMissing(missing)}
          </button>
        ) : (
          away.length > 0 && <span className="secondary">{attendanceText.reasonsGiven}</span>
        )}
      </header>
      {away.length === 0 && <p className="attendance-note">{attendanceText.noExceptions}</p>}
      <div className="exception-rows" ref={frame} {...(away.some(mayGive) ? {} : { tabIndex: 0 })}>
        <ul style={{ height: lines.getTotalSize() }} onKeyDown={onKeyDown}>
          {lines.getVirtualItems().map(({ index, start, key }) => (
            <li key={key} data-index={index} style={{ transform: `translateY(${start}px)` }}>
              {exception(away[index])}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );

  function exception(row: AttendanceRow | undefined) {
    if (!row) return null;
    return (
      <>
        <span className="exception-name" title={row.unitName}>
          {nameOf(row)}
        </span>
        <MarkSign mark={row.mark} />
        {mayGive(row) ? (
          <ReasonBox row={row} onReason={onReason} onLeft={onLeft} />
        ) : (
          <span className="exception-reason" title={row.reason ?? undefined}>
            {row.reason ?? '—'}
          </span>
        )}
        <span className="exception-makeup">{row.makeup === 'none' ? '' : makeupWords[row.makeup]}</span>
      </>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== 'Enter' || !isPlain || isComposing(event.nativeEvent)) return;
    const line = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    event.preventDefault();
    if (line) goTo(Number(line.getAttribute('data-index')) + 1, mayGive);
  }

  /** The first from a place on whom the question is true of, and the account may answer for. */
  function goTo(from: number, isWanted: (row: AttendanceRow) => boolean): void {
    const at = away.findIndex((row, index) => index >= from && isWanted(row) && mayGive(row));
    if (at < 0) return;
    lines.scrollToIndex(at);
    const boxShown = () => frame.current?.querySelector<HTMLElement>(`[data-index="${at}"] input`);
    // What is typed on at once is this one's reason, no more the last one's.
    if (boxShown()) boxShown()?.focus();
    // Rows that come into sight stand in the page one frame after the scrolling.
    else requestAnimationFrame(() => requestAnimationFrame(() => boxShown()?.focus()));
  }
}
