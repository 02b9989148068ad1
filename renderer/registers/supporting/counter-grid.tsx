import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { COUNTER_KINDS } from '../../../shared/vocabulary/words.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { counterKindWords } from '../../text/words.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { useDragging } from '../../ui/use-dragging.ts';
import { type Block, blockAt, isInBlock, type Place } from './counter-cells.ts';
import { actionOf, type GridAction } from './counter-keys.ts';
import { CounterCell, SumCells } from './counter-row.tsx';
import { type CounterSums, sumOfUnit } from './counter-sums.ts';
import type { CounterUnit } from './supporting-queries.ts';

const ROW_HEIGHT = 28;
/** Head, sums and the sums of the month before, which stay in sight. */
const FIXED_ROWS = 3;
/** Rows kept beyond the edge of the screen. */
const OVERSCAN = 8;

interface CounterGridProps {
  readonly label: string;
  readonly units: readonly CounterUnit[];
  readonly sums: CounterSums;
  readonly monthBefore: string;
  readonly block: Block;
  /** What is being typed into the cell of the focus; null: nothing. */
  readonly typing: string | null;
  readonly isReadOnly: boolean;
  readonly onBlock: (block: Block) => void;
  /** @returns false when the key is to go on to others */
  readonly onAction: (action: GridAction) => boolean;
  readonly onLeave: () => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: ((event: ClipboardEvent) => void) | undefined;
}

/** Units by kinds, as in a spreadsheet: one tab stop, keys do the rest; sums stay in sight. */
export function CounterGrid(props: CounterGridProps) {
  const { label, units, sums, monthBefore, block, typing, isReadOnly, onBlock, onAction, onLeave } = props;
  const frame = useRef<HTMLDivElement>(null);
  const isDragging = useDragging();
  const { row: focusRow, column: focusColumn } = block.focus;
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    rangeExtractor: useCallback((range: Range) => withRow(range, focusRow), [focusRow]),
    overscan: OVERSCAN,
    initialRect: { width: 900, height: 520 },
  });
  useEffect(() => keepInSight(frame.current, focusRow), [focusRow]);
  useEffect(() => takeIdleFocus(frame.current), []);

  return (
    <div
      ref={frame}
      className="counters-grid"
      role="grid"
      aria-label={label}
      aria-multiselectable="true"
      aria-readonly={isReadOnly}
      aria-rowcount={units.length + FIXED_ROWS}
      aria-colcount={COUNTER_KINDS.length + 2}
      aria-activedescendant={cellId({ row: focusRow, column: focusColumn })}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
    >
      <div role="row" aria-rowindex={1} className="counters-row counters-head">
        <span role="columnheader">{text.unit}</span>
        {COUNTER_KINDS.map((kind) => (
          <span key={kind} role="columnheader" className="number">
            {counterKindWords[kind]}
          </span>
        ))}
        <span role="columnheader" className="number">
          {text.all}
        </span>
      </div>
      <div role="presentation" className="counters-length" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const unit = units[index];
          return (
            unit && (
              <div
                key={unit.unit}
                role="row"
                aria-rowindex={index + 2}
                className={index === focusRow ? 'counters-row current' : 'counters-row'}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span
                  role="rowheader"
                  className="counters-unit"
                  style={{ paddingLeft: 12 + 14 * unit.depth }}
                >
                  {unit.name}
                </span>
                {COUNTER_KINDS.map((kind, column) => cell(unit, index, column, kind))}
                <span role="gridcell" className="counters-sum">
                  <small>{sumOfUnit(unit, 'before')}</small>
                  <b>{sumOfUnit(unit, 'count')}</b>
                </span>
              </div>
            )
          );
        })}
      </div>
      <div className="counters-sums" role="rowgroup">
        <SumCells
          title={text.total(units.length)}
          at={units.length + 2}
          kinds={sums.kinds}
          all={sums.all}
          strong
        />
        <SumCells
          title={text.totalBefore(monthBefore)}
          at={units.length + FIXED_ROWS}
          kinds={sums.before}
          all={sums.allBefore}
        />
      </div>
    </div>
  );

  function cell(unit: CounterUnit, row: number, column: number, kind: (typeof COUNTER_KINDS)[number]) {
    const place = { row, column };
    const isFocus = row === focusRow && column === focusColumn;
    return (
      <CounterCell
        key={kind}
        id={cellId(place)}
        {...{ unit, kind, place, block, isFocus }}
        typing={isFocus ? typing : null}
        isSelected={isInBlock(block, place)}
        onDown={(isRange) => {
          isDragging.current = true;
          frame.current?.focus();
          onBlock(isRange ? { ...block, focus: place } : blockAt(place));
        }}
        onOver={() => isDragging.current && onBlock({ ...block, focus: place })}
        onEdit={() => onAction({ kind: 'type', text: String(unit.cells[kind].count ?? '') })}
      />
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Who cannot fill the sheet passes it by.
    if (isComposing(event.nativeEvent) || (isReadOnly && event.key === 'Tab')) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / ROW_HEIGHT) - FIXED_ROWS - 1);
    const kind = COUNTER_KINDS[focusColumn];
    const standing = String((kind && units[focusRow]?.cells[kind].count) ?? '');
    const action = actionOf(event, { block, rows: units.length, page, typing, standing });
    if (action && onAction(action)) event.preventDefault();
  }
}

/** After signing in nothing has the focus, and the first keys would go nowhere; what has it keeps it. */
function takeIdleFocus(frame: HTMLDivElement | null): void {
  if (document.activeElement === document.body) frame?.focus({ preventScroll: true });
}

/** Scrolls as little as shows the row between the head and the sums. */
function keepInSight(frame: HTMLDivElement | null, row: number): void {
  if (!frame) return;
  const room = frame.clientHeight - FIXED_ROWS * ROW_HEIGHT;
  const top = row * ROW_HEIGHT;
  if (top < frame.scrollTop) frame.scrollTo({ top });
  else if (top + ROW_HEIGHT > frame.scrollTop + room) frame.scrollTo({ top: top + ROW_HEIGHT - room });
}

/** The row of the focus is there even when it is out of sight: `aria-activedescendant` names a cell of it. */
function withRow(range: Range, row: number): number[] {
  const shown = defaultRangeExtractor(range);
  return shown.includes(row) || row >= range.count ? shown : [...shown, row].sort((a, b) => a - b);
}

function cellId({ row, column }: Place): string {
  return `counter-${row}-${column}`;
}
