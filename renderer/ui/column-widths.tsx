import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { keepWidth, resetWidths, useWidths } from '../state/preferences.ts';
import { tableText } from '../text/frame.ts';
import type { Column } from './data-table.tsx';

/** In px; the narrowest still shows two characters, the widest leaves room for others. */
const NARROWEST = 40;
const WIDEST = 800;
/** A column that takes what is left is never narrower than this. */
const LEAST = 120;
/** Px for one press of an arrow key. */
const STEP = 8;

export interface SizedColumns<Row> {
  /** With the widths that the account gave them. */
  readonly columns: readonly Column<Row>[];
  /** Px below which the table scrolls instead of shrinking. */
  readonly least: number;
  /** Of columns that all have a width, the last one takes what is left nevertheless. */
  readonly widthOf: (column: Column<Row>) => number | undefined;
  readonly border: (column: Column<Row>) => ReactNode;
  /** Forgets every width that was changed; null when none was. */
  readonly reset: (() => void) | null;
}

/**
 * Columns whose right border can be moved, by pointer or by keyboard; what was chosen is remembered.
 * @param table the name under which it is; absent: the widths stay as they are
 */
export function useSizedColumns<Row>(
  table: string | undefined,
  columns: readonly Column<Row>[],
): SizedColumns<Row> {
  const kept = useWidths(table);
  const [drag, setDrag] = useState<{ readonly id: string; readonly width: number } | null>(null);
  const [focused, setFocused] = useState(columns[0]?.id);
  const given = drag ? { ...kept, [drag.id]: drag.width } : kept;
  const sized = columns.map((column) => withWidth(column, given[column.id]));
  const last = sized.every(({ width }) => width !== undefined) ? sized.at(-1)?.id : undefined;
  return {
    columns: sized,
    least: sized.reduce((sum, { width = LEAST }) => sum + width, 0),
    widthOf: ({ id, width }) => (id === last ? undefined : width),
    border,
    reset: table !== undefined && Object.keys(kept).length > 0 ? () => resetWidths(table) : null,
  };

  function border({ id, title, width }: Column<Row>): ReactNode {
    if (table === undefined) return null;
    return (
      <ColumnBorder
        title={title}
        width={width}
        isReached={id === (sized.some((column) => column.id === focused) ? focused : sized[0]?.id)}
        onFocus={() => setFocused(id)}
        onDrag={(dragged) => setDrag({ id, width: dragged })}
        onWidth={(chosen) => {
          setDrag(null);
          keepWidth(table, id, chosen);
        }}
      />
    );
  }
}

function withWidth<Row>(column: Column<Row>, width: number | undefined): Column<Row> {
  return width === undefined ? column : { ...column, width };
}

interface ColumnBorderProps {
  readonly title: string;
  readonly width: number | undefined;
  /** Of all borders of a table Tab reaches one; the arrow keys up and down go on to the others. */
  readonly isReached: boolean;
  readonly onFocus: () => void;
  readonly onDrag: (width: number) => void;
  /** Null: as at first. */
  readonly onWidth: (width: number | null) => void;
}

function ColumnBorder({ title, width, isReached, onFocus, onDrag, onWidth }: ColumnBorderProps) {
  const start = useRef<{ readonly x: number; readonly width: number }>(null);
  return (
    <hr
      className="column-border"
      aria-orientation="vertical"
      aria-label={tableText.border(title)}
      title={tableText.borderHint}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width ?? LEAST}
      aria-valuetext={width === undefined ? tableText.flexible : tableText.width(width)}
      tabIndex={isReached ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onWidth(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: widthOf(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        const dragged = draggedTo(event);
        if (dragged !== undefined) onDrag(dragged);
      }}
      onPointerUp={(event) => {
        const dragged = draggedTo(event);
        const isMoved = event.clientX !== start.current?.x;
        start.current = null;
        if (dragged !== undefined && isMoved) onWidth(dragged);
      }}
    />
  );

  function draggedTo({ clientX }: PointerEvent): number | undefined {
    return start.current ? within(start.current.width + clientX - start.current.x) : undefined;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { key, currentTarget } = event;
    const step = key === 'ArrowRight' ? STEP : key === 'ArrowLeft' ? -STEP : 0;
    const neighbour = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && neighbour === 0 && key !== 'Enter') return;
    event.preventDefault();
    if (neighbour !== 0) neighbourOf(currentTarget, neighbour)?.focus();
    else onWidth(step === 0 ? null : within(widthOf(currentTarget) + step));
  }
}

/** What the column has on the screen, which is more than its own where it takes what is left. */
function widthOf(border: HTMLElement): number {
  return border.parentElement?.getBoundingClientRect().width ?? LEAST;
}

function within(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
}

function neighbourOf(border: HTMLElement, step: number): HTMLElement | undefined {
  const all = [...(border.closest('tr')?.querySelectorAll<HTMLElement>('.column-border') ?? [])];
  return all[all.indexOf(border) + step];
}
