import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { tableText } from '../text/frame.ts';
import { type SizedColumns, useSizedColumns } from './column-widths.tsx';
import { isComposing } from './keyboard.ts';
import { useWide } from './use-wide.ts';

const ROW_HEIGHT = 32;
/** Rows kept beyond the edge of the screen. */
const OVERSCAN = 8;

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** In the title's place, where the eye has more than a text. */
  readonly head?: ReactNode;
  /** In px; a column without it takes what is left. */
  readonly width?: number;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly align?: 'number';
  /** Stays at the left edge while the rest scrolls; such columns come first and have a width. */
  readonly frozen?: boolean;
  /** Left out below 1200 px. */
  readonly wideOnly?: boolean;
  readonly sorted?: 'ascending' | 'descending';
  readonly onSort?: () => void;
}

interface DataTableProps<Row> {
  /** Under which the widths of its columns are remembered; without it they cannot be changed. */
  readonly id?: string;
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly total: number;
  readonly row: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** Called with the rows on the screen, so that their pages can be asked for. */
  readonly onShow?: (first: number, last: number) => void;
  readonly selected?: string | null;
  readonly onSelect?: (row: Row, index: number) => void;
  /** Enter or a double click on a row. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** A single click opens too. */
  readonly opensOnClick?: boolean;
  readonly isMarked?: (row: Row) => boolean;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
}

/**
 * A list of any length: only the rows on the screen are in the page. Arrow keys move the selection, Enter
 * opens, and the head and the frozen columns stay in sight.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, total, row, rowKey, onShow, selected = null, onSelect, onOpen, empty } = props;
  const frame = useRef<HTMLDivElement>(null);
  const sizes = useSizedColumns(props.id, useShownColumns(props.columns));
  const { columns } = sizes;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 1000, height: 600 },
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShow?.(first, last), [onShow, first, last]);
  const goal = useRef<number>(null);
  useEffect(arrive);

  if (total === 0 && empty) return empty;
  const isInteractive = Boolean(onSelect ?? onOpen);
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  const focusable = indexOfSelected();

  return (
    <div className="data-table-place">
      {/* A frame that scrolls must be reachable by keyboard: rows are, where they can be chosen. */}
      <div
        className="data-table"
        ref={frame}
        {...(isInteractive ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}
      >
        <table
          aria-label={label}
          aria-rowcount={total + 1}
          style={{ minWidth: sizes.least }}
          {...(isInteractive ? { role: 'grid' } : {})}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} style={{ width: sizes.widthOf(column) }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>{columns.map((column, at) => headCell(sizes, column, at))}</tr>
          </thead>
          <tbody
            onKeyDown={onKeyDown}
            onPointerDown={() => {
              goal.current = null;
            }}
          >
            <Spacer height={above} columns={columns.length} />
            {items.map(({ index }) => bodyRow(index))}
            <Spacer height={below} columns={columns.length} />
          </tbody>
        </table>
      </div>
      {sizes.reset && (
        <button type="button" className="link-button data-table-reset" onClick={sizes.reset}>
          {tableText.resetWidths}
        </button>
      )}
    </div>
  );

  function bodyRow(index: number): ReactNode {
    const data = row(index);
    if (data === undefined) return loadingRow(index);
    const isSelected = rowKey(data) === selected;
    return (
      <tr
        key={index}
        aria-rowindex={index + 2}
        className={props.isMarked?.(data) ? 'marked-danger' : undefined}
        {...(isInteractive
          ? { tabIndex: index === focusable ? 0 : -1, 'aria-selected': isSelected, 'data-index': index }
          : {})}
        onClick={() => (props.opensOnClick ? onOpen : onSelect)?.(data, index)}
        onDoubleClick={() => onOpen?.(data, index)}
      >
        {columns.map((column, at) => (
          <td key={column.id} {...cellProps(columns, column, at)}>
            {column.cell(data, index)}
          </td>
        ))}
      </tr>
    );
  }

  /** Can have the focus, so that whoever jumps far ahead does not lose it while the page is on its way. */
  function loadingRow(index: number): ReactNode {
    const place = isInteractive ? { tabIndex: -1, 'data-index': index } : {};
    return (
      <tr key={index} aria-rowindex={index + 2} aria-busy="true" {...place}>
        <td colSpan={columns.length}>…</td>
      </tr>
    );
  }

  /** The one row that Tab reaches: the selected one while it is on the screen, else the first. */
  function indexOfSelected(): number {
    const shown = items.find(({ index }) => {
      const data = row(index);
      return data !== undefined && rowKey(data) === selected;
    });
    return shown?.index ?? first;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const at = rowIndexOf(event.target);
    // With Ctrl or Alt a key is a shortcut of the page.
    if (at === undefined || isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const data = row(at);
    if (event.key === 'Enter' && data !== undefined && event.target === rowElement(at)) {
      event.preventDefault();
      (onOpen ?? onSelect)?.(data, at);
      return;
    }
    const target = targetOf(event.key, at, total, last - first);
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  }

  function moveTo(index: number): void {
    goal.current = index;
    rows.scrollToIndex(index);
    arrive();
  }

  /** The row may have to be scrolled to and its page asked for first. */
  function arrive(): void {
    const index = goal.current;
    const element = index === null ? null : rowElement(index);
    if (index === null || !element) return;
    const focused = document.activeElement;
    if (focused !== document.body && !frame.current?.contains(focused)) {
      // The user went elsewhere meanwhile.
      goal.current = null;
      return;
    }
    if (focused !== element) element.focus();
    const data = row(index);
    if (data === undefined) return;
    goal.current = null;
    onSelect?.(data, index);
  }

  function rowElement(index: number): HTMLElement | null {
    return frame.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? null;
  }
}

function useShownColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const isWide = useWide();
  return isWide ? columns : columns.filter(({ wideOnly }) => !wideOnly);
}

function headCell<Row>(sizes: SizedColumns<Row>, column: Column<Row>, at: number): ReactNode {
  const { columns, border } = sizes;
  const { id, title, head = title, sorted, onSort } = column;
  return (
    <th key={id} scope="col" aria-label={title} aria-sort={sorted} {...cellProps(columns, column, at)}>
      {onSort ? (
        <button type="button" className="link-button" onClick={onSort}>
          {title} {sorted === 'ascending' ? '↑' : sorted === 'descending' ? '↓' : ''}
        </button>
      ) : (
        head
      )}
      {border(column)}
    </th>
  );
}

function cellProps<Row>(columns: readonly Column<Row>[], { align, frozen }: Column<Row>, at: number) {
  const isLast = frozen && !columns[at + 1]?.frozen;
  const names = [align ?? '', frozen ? 'frozen' : '', isLast ? 'last-frozen' : ''].filter(Boolean);
  const left = columns.slice(0, at).reduce((sum, { width = 0 }) => sum + width, 0);
  return { className: names.join(' ') || undefined, style: frozen ? { left } : undefined };
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function rowIndexOf(target: EventTarget): number | undefined {
  const element = target instanceof Element ? target.closest('tr[data-index]') : null;
  return element ? Number(element.getAttribute('data-index')) : undefined;
}

function targetOf(key: string, at: number, total: number, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: total - 1,
  };
  const target = steps[key];
  return target === undefined ? undefined : Math.max(0, Math.min(total - 1, target));
}
