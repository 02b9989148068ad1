import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { type Block, edgesOf, type Place } from './counter-cells.ts';
import type { CounterUnit } from './supporting-queries.ts';

interface CounterCellProps {
  readonly id: string;
  readonly unit: CounterUnit;
  readonly kind: CounterKind;
  readonly place: Place;
  readonly block: Block;
  readonly isFocus: boolean;
  readonly isSelected: boolean;
  readonly typing: string | null;
  readonly onDown: (isRange: boolean) => void;
  readonly onOver: () => void;
  readonly onEdit: () => void;
}

/** A unit's count of one kind, with the month before's in grey. */
export function CounterCell(props: CounterCellProps) {
  const { id, unit, kind, place, block, isFocus, isSelected, typing, onDown, onOver, onEdit } = props;
  const { count, before } = unit.cells[kind];
  const edges = edgesOf(block, place);
  return (
    <span
      id={id}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={place.column + 2}
      aria-selected={isSelected}
      aria-label={text.cell(unit.name, kind, count, before)}
      className={['counters-cell', isFocus ? 'focus' : '', ...edges].filter(Boolean).join(' ')}
      onPointerDown={(event) => {
        if (event.button === 0) onDown(event.shiftKey);
      }}
      // The focus stays with the sheet: a cell that scrolls out of sight would take it along.
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={onOver}
      onDoubleClick={onEdit}
    >
      <small>{before}</small>
      {typing === null ? <span>{count}</span> : <span className="counters-typing">{typing}</span>}
    </span>
  );
}

interface SumCellsProps {
  readonly title: string;
  readonly at: number;
  readonly kinds: Readonly<Record<CounterKind, number>>;
  readonly all: number;
  readonly strong?: boolean;
}

/** A row of sums under the units. */
export function SumCells({ title, at, kinds, all, strong = false }: SumCellsProps) {
  return (
    <div role="row" aria-rowindex={at} className={strong ? 'counters-row strong' : 'counters-row'}>
      <span role="rowheader" className="counters-unit">
        {title}
      </span>
      {COUNTER_KINDS.map((kind) => (
        <span key={kind} role="gridcell" className="counters-sum">
          {kinds[kind]}
        </span>
      ))}
      <span role="gridcell" className="counters-sum">
        {all}
      </span>
    </div>
  );
}
