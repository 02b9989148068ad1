import { Button } from 'antd';
import { attendanceImportText, attendanceText } from '../../text/attendance-page.ts';
import { Key } from '../../ui/page.tsx';
import { AttendanceSums } from './attendance-sums.tsx';
import type { SheetFilter, SumTerm } from './sheet-filter.ts';
import type { SheetSums } from './sheet-sums.ts';
import type { AttendanceRow } from './study-queries.ts';
import type { Marks } from './use-marks.ts';

interface AttendanceToolbarProps {
  readonly marks: Marks;
  readonly filter: SheetFilter;
  readonly sums: SheetSums;
  /** Whom the sheet shows. */
  readonly rows: readonly AttendanceRow[];
  readonly mayMark: boolean;
  readonly takesMarks: boolean;
  readonly onTerm: (term: SumTerm | null) => void;
  readonly onTurn: (way: 'back' | 'again') => void;
  /** Undefined: the rest cannot be marked. */
  readonly onRest: (() => void) | undefined;
  /** Undefined: sign-in sheets cannot be taken in. */
  readonly onImport: (() => void) | undefined;
}

/** The sums, the sheet's own undo and redo, and everybody who is left in one step. */
export function AttendanceToolbar(props: AttendanceToolbarProps) {
  const { marks, filter, sums, rows, mayMark, takesMarks, onTerm, onTurn, onRest, onImport } = props;
  const last = marks.steps.done.at(-1);
  const next = marks.steps.undone.at(-1);
  const unmarked = rows.filter(({ mark }) => mark === 'unmarked').length;
  const isSaving = marks.unsaved > 0 && !marks.refusal && takesMarks;
  return (
    <div className="attendance-sums">
      <AttendanceSums sums={sums} chosen={filter.term} onChoose={onTerm} />
      <span className="actions">
        {isSaving && <span className="secondary wide-only">{attendanceText.unsaved(marks.unsaved)}</span>}
        {mayMark && last && (
          <Button size="small" title={last.said} onClick={() => onTurn('back')}>
            {attendanceText.undo} <Key>Ctrl+Z</Key>
          </Button>
        )}
        {mayMark && next && (
          <Button size="small" title={next.said} onClick={() => onTurn('again')}>
            {attendanceText.redo} <Key>Ctrl+Y</Key>
          </Button>
        )}
        {mayMark && last && <span className="secondary attendance-last">{last.said}</span>}
        {onImport && (
          <Button size="small" onClick={onImport}>
            {attendanceImportText.open} <Key>Ctrl+I</Key>
          </Button>
        )}
        {onRest && unmarked > 0 && <Button onClick={onRest}>{attendanceText.restAll(unmarked)}</Button>}
        {!mayMark && <span className="secondary">{attendanceText.readOnly(takesMarks)}</span>}
      </span>
    </div>
  );
}
