import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { attendanceText } from '../../text/attendance-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { useDragging } from '../../ui/use-dragging.ts';
import { NameCell, UnitHeading } from './sheet-cells.tsx';
import { actionOf, type SheetAction } from './sheet-keys.ts';
import type { SheetLayout, SheetLine } from './sheet-layout.ts';
import { edgesOf, isInRun, type Run, runAt } from './sheet-run.ts';
import type { UnitSums } from './sheet-sums.ts';
import type { AttendanceRow } from './study-queries.ts';

const LINE_HEIGHT = 32;
/** Lines kept beyond the edge of the screen. */
const OVERSCAN = 6;

export interface SheetHandle {
  /** Brings the unit that begins at a place into sight, its heading on top, and takes the focus there. */
  readonly jumpTo: (at: number) => void;
}

interface AttendanceSheetProps {
  readonly rows: readonly AttendanceRow[];
  readonly units: readonly UnitSums[];
  readonly layout: SheetLayout;
  readonly columns: number;
  readonly run: Run;
  readonly onRun: (run: Run) => void;
  /** @returns false when the key is to go on to others */
  readonly onAction: (action: SheetAction) => boolean;
  /** Undefined: the unit's rest cannot be marked. */
  readonly onRest: ((unit: string) => void) | undefined;
  readonly isReadOnly: boolean;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: ((event: ClipboardEvent) => void) | undefined;
  readonly handle: Ref<SheetHandle>;
}

/** The paper sign-in sheet: name and box, row by row under each unit; one tab stop, keys do the rest. */
export function AttendanceSheet(props: AttendanceSheetProps) {
  const { rows, units, layout, columns, run, onRun, onAction, onRest, isReadOnly, onCopy, onPaste, handle } =
    props;
  const frame = useRef<HTMLDivElement>(null);
  const isDragging = useDragging();
  const focusLine = layout.places[run.focus]?.line ?? 0;
  const lines = useVirtualizer({
    count: layout.lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    rangeExtractor: useCallback((range: Range) => withLine(range, focusLine), [focusLine]),
    overscan: OVERSCAN,
    initialRect: { width: 900, height: 520 },
  });
  useInSight(frame, layout, run.focus);
  useImperativeHandle(handle, () => ({
    jumpTo(at) {
      onRun(runAt(at));
      frame.current?.scrollTo({ top: topOf(layout, at) });
      frame.current?.focus();
    },
  }));

  return (
    <div
      ref={frame}
      className="sheet"
      role="grid"
      aria-label={attendanceText.sheet}
      aria-multiselectable="true"
      aria-readonly={isReadOnly}
      aria-rowcount={layout.lines.length}
      aria-colcount={columns}
      aria-activedescendant={cellId(run.focus)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div className="sheet-length" role="presentation" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 1}
            className="sheet-line"
            style={{ transform: `translateY(${start}px)` }}
          >
            {contentOf(layout.lines[index])}
          </div>
        ))}
      </div>
    </div>
  );

  function contentOf(line: SheetLine | undefined) {
    if (!line) return null;
    if (line.kind === 'names')
      return Array.from({ length: line.count }, (_, column) => cell(line.first + column));
    const sums = units.find(({ unit }) => unit === line.unit)?.sums;
    return <UnitHeading line={line} sums={sums} columns={columns} onRest={onRest} />;
  }

  function cell(at: number) {
    const row = rows[at];
    return (
      row && (
        <NameCell
          key={row.person}
          id={cellId(at)}
          row={row}
          place={layout.places[at]}
          columns={columns}
          isSelected={isInRun(run, at)}
          isFocus={at === run.focus}
          edges={edgesOf(layout, run, at)}
          onDown={(isRange) => {
            isDragging.current = true;
            frame.current?.focus();
            onRun({ anchor: isRange ? run.anchor : at, focus: at });
          }}
          onOver={() => isDragging.current && onRun({ ...run, focus: at })}
        />
      )
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / LINE_HEIGHT) - 2);
    const isUnmarked = (at: number) => rows[at]?.mark === 'unmarked';
    const action = actionOf(event, { layout, run, page, isUnmarked });
    if (action && onAction(action)) event.preventDefault();
  }
}

/** Scrolls as little as shows the person; with the first row of a unit its heading comes into sight. */
function useInSight(frame: RefObject<HTMLDivElement | null>, layout: SheetLayout, at: number): void {
  const latest = useRef(layout);
  latest.current = layout;
  useEffect(() => {
    const element = frame.current;
    const line = latest.current.places[at]?.line;
    if (!element || line === undefined) return;
    const top = topOf(latest.current, at);
    const bottom = (line + 1) * LINE_HEIGHT;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: bottom - element.clientHeight });
  }, [frame, at]);
}

function topOf({ lines, places }: SheetLayout, at: number): number {
  const line = places[at]?.line ?? 0;
  return (lines[line - 1]?.kind === 'unit' ? line - 1 : line) * LINE_HEIGHT;
}

/** The line of the focus is there even when it is out of sight: `aria-activedescendant` names a cell of it. */
function withLine(range: Range, line: number): number[] {
  const shown = defaultRangeExtractor(range);
  return shown.includes(line) || line >= range.count ? shown : [...shown, line].sort((a, b) => a - b);
}

function cellId(at: number): string {
  return `cell-${at}`;
}
