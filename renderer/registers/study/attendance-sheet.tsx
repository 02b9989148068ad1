import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { attendanceText, makeupText } from '../../text/study-page.ts';
import { markWords } from '../../text/words.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { markOfKey } from './mark-keys.ts';
import { MarkSign } from './mark-sign.tsx';
import { isInRun, layOut, nextOpen, placeAfter, type Run, type SheetLine } from './sheet-layout.ts';
import type { UnitSums } from './sheet-sums.ts';
import type { AttendanceRow } from './study-queries.ts';

const LINE_HEIGHT = 32;
const COLUMNS = { wide: 6, narrow: 5 } as const;

interface AttendanceSheetProps {
  readonly rows: readonly AttendanceRow[];
  readonly units: readonly UnitSums[];
  /** The unit whose heading is to be brought into sight. */
  readonly jumpTo: string | null;
  /** Undefined: the sheet is read only. */
  readonly onMark: ((rows: readonly AttendanceRow[], mark: Mark) => void) | undefined;
  readonly onSelect: (count: number) => void;
}

/** The paper sign-in sheet: name and box, row by row under each unit; one key marks the selected run. */
export function AttendanceSheet({ rows, units, jumpTo, onMark, onSelect }: AttendanceSheetProps) {
  const frame = useRef<HTMLDivElement>(null);
  const columns = window.matchMedia('(min-width: 1200px)').matches ? COLUMNS.wide : COLUMNS.narrow;
  const layout = useMemo(() => layOut(rows, columns), [rows, columns]);
  const [run, setRun] = useState<Run>({ anchor: 0, focus: 0 });
  const [isDragging, setDragging] = useState(false);
  const lines = useVirtualizer({
    count: layout.lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
    initialRect: { width: 900, height: 520 },
  });
  useEffect(() => onSelect(Math.abs(run.focus - run.anchor) + 1), [onSelect, run]);
  useEffect(() => {
    const at = layout.lines.findIndex((line) => line.kind === 'unit' && line.unit === jumpTo);
    if (at >= 0) lines.scrollToIndex(at, { align: 'start' });
  }, [jumpTo, layout, lines]);

  return (
    <div
      ref={frame}
      className="sheet"
      role="grid"
      aria-label={attendanceText.sheet}
      aria-multiselectable="true"
      aria-rowcount={layout.lines.length}
      aria-colcount={columns}
      aria-activedescendant={cellId(run.focus)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerUp={() => setDragging(false)}
      onPointerLeave={() => setDragging(false)}
    >
      <div className="sheet-length" role="presentation" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const line = layout.lines[index];
          return (
            line && (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 1}
                className={line.kind === 'unit' ? 'sheet-unit' : 'sheet-names'}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line.kind === 'unit' ? heading(line) : names(line)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );

  function heading({ unit, unitName }: SheetLine & { kind: 'unit' }) {
    const sums = units.find((one) => one.unit === unit)?.sums;
    return (
      <div role="rowheader" className="sheet-heading">
        <b>{unitName}</b>
        {sums && (
          <span className="secondary">
            {attendanceText.unitSums(sums.due, sums.present, sums.onLeave, sums.absent, sums.unmarked)}
          </span>
        )}
        {onMark && sums && sums.unmarked > 0 && (
          <button type="button" className="link-button" tabIndex={-1} onClick={() => markRest(unit)}>
            {attendanceText.rest(sums.unmarked)}
          </button>
        )}
      </div>
    );
  }

  function names({ first, count }: SheetLine & { kind: 'names' }) {
    return Array.from({ length: count }, (_, column) => cell(first + column));
  }

  function cell(at: number) {
    const row = rows[at];
    if (!row) return null;
    const name = row.name ?? makeupText.unnamed;
    const isSelected = isInRun(run, at);
    return (
      <div
        key={row.person}
        id={cellId(at)}
        role="gridcell"
        tabIndex={-1}
        aria-selected={isSelected}
        aria-label={attendanceText.cell(name, row.unitName, markWords[row.mark])}
        className={at === run.focus ? 'sheet-cell focus' : 'sheet-cell'}
        style={{ width: `${100 / columns}%` }}
        onPointerDown={(event) => {
          setDragging(true);
          setRun(event.shiftKey ? { ...run, focus: at } : { anchor: at, focus: at });
        }}
        onPointerEnter={() => isDragging && setRun({ ...run, focus: at })}
      >
        <span className="sheet-name">{name}</span>
        <MarkSign mark={row.mark} />
      </div>
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.altKey) return;
    const target = targetOf(event);
    if (target !== undefined) {
      event.preventDefault();
      goTo(target, event.shiftKey && !event.ctrlKey);
      return;
    }
    const mark = event.ctrlKey || event.metaKey ? undefined : markOfKey(event.key);
    if (!mark || !onMark) return;
    event.preventDefault();
    onMark(
      rows.filter((_, at) => isInRun(run, at)),
      mark,
    );
    // After a single mark the next name is up, as a pen goes down the sheet.
    if (run.anchor === run.focus && mark !== 'unmarked')
      goTo(Math.min(rows.length - 1, run.focus + 1), false);
  }

  function targetOf(event: KeyboardEvent): number | undefined {
    if (event.key === 'End' && event.ctrlKey)
      return nextOpen(rows.length, run.focus, (at) => rows[at]?.mark === 'unmarked');
    return event.ctrlKey ? undefined : placeAfter(layout, run.focus, event.key);
  }

  function goTo(at: number, isRange: boolean): void {
    setRun(isRange ? { ...run, focus: at } : { anchor: at, focus: at });
    const line = layout.places[at]?.line;
    if (line !== undefined) lines.scrollToIndex(line);
  }

  function markRest(unit: string): void {
    onMark?.(
      rows.filter((row) => row.unit === unit && row.mark === 'unmarked'),
      'present',
    );
    frame.current?.focus();
  }
}

function cellId(at: number): string {
  return `cell-${at}`;
}
