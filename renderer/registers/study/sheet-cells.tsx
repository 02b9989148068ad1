import { attendanceText } from '../../text/attendance-page.ts';
import { nameOf } from '../../text/study-page.ts';
import { markWords } from '../../text/words.ts';
import { MarkSign } from './mark-sign.tsx';
import type { Place, SheetLine } from './sheet-layout.ts';
import type { Edge } from './sheet-run.ts';
import type { SheetSums } from './sheet-sums.ts';
import type { AttendanceRow } from './study-queries.ts';

interface UnitHeadingProps {
  readonly line: Extract<SheetLine, { kind: 'unit' }>;
  readonly sums: SheetSums | undefined;
  readonly columns: number;
  readonly onRest: ((unit: string) => void) | undefined;
}

/** The unit, its sum as the identity, and one button for all of it that is still unmarked. */
export function UnitHeading({ line, sums, columns, onRest }: UnitHeadingProps) {
  return (
    <div role="rowheader" className="sheet-heading" aria-colspan={columns}>
      <b>{line.unitName}</b>
      {sums && <span className="secondary">{attendanceText.unitSums(sums)}</span>}
      {onRest && sums && sums.unmarked > 0 && (
        <button
          type="button"
          className="link-button"
          tabIndex={-1}
          title={attendanceText.restKey}
          onClick={() => onRest(line.unit)}
        >
          {attendanceText.rest(sums.unmarked)}
        </button>
      )}
    </div>
  );
}

interface NameCellProps {
  readonly id: string;
  readonly row: AttendanceRow;
  readonly place: Place | undefined;
  readonly columns: number;
  readonly isSelected: boolean;
  readonly isFocus: boolean;
  readonly edges: readonly Edge[];
  readonly onDown: (isRange: boolean) => void;
  readonly onOver: () => void;
}

/** One person of the sheet: number in the unit, name, mark; read out as name, unit, mark. */
export function NameCell(props: NameCellProps) {
  const { id, row, place, columns, isSelected, isFocus, edges, onDown, onOver } = props;
  return (
    <div
      id={id}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={(place?.column ?? 0) + 1}
      aria-selected={isSelected}
      className={['sheet-cell', isFocus ? 'focus' : '', ...edges].filter(Boolean).join(' ')}
      style={{ width: `${100 / columns}%` }}
      onPointerDown={(event) => {
        if (event.button === 0) onDown(event.shiftKey);
      }}
      // The focus stays with the sheet: a cell that scrolls out of sight would take it along.
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={onOver}
    >
      <span className="sheet-number" aria-hidden="true">
        {place?.number}
      </span>
      <span className="sheet-name">{nameOf(row)}</span>
      <span className="visually-hidden">{attendanceText.cellRest(row.unitName, markWords[row.mark])}</span>
      <span aria-hidden="true">
        <MarkSign mark={row.mark} />
      </span>
    </div>
  );
}
