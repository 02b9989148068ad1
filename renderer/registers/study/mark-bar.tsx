import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { Key } from '../../ui/page.tsx';
import type { SheetLayout } from './sheet-layout.ts';
import { lengthOf, type Run } from './sheet-run.ts';
import { whereOf } from './sheet-words.ts';
import type { AttendanceRow } from './study-queries.ts';

/** In the order of their digits; 0 clears. */
const TYPED: readonly Mark[] = MARKS.slice(1, 10);

interface MarkBarProps {
  readonly rows: readonly AttendanceRow[];
  readonly layout: SheetLayout;
  readonly run: Run;
  readonly may: (mark: Mark) => boolean;
  readonly onMark: (mark: Mark) => void;
  /** What came of the last key, where the sheet does not show it. */
  readonly said: string | null;
}

/** Who is chosen, and which key marks them how; a click does what the key does. */
export function MarkBar({ rows, layout, run, may, onMark, said }: MarkBarProps) {
  const keys = TYPED.filter(may);
  return (
    <>
      <div className="attendance-chosen">
        <b>{attendanceText.chosen(lengthOf(run))}</b>
        <span>{whereOf(rows, layout, run)}</span>
        <span className="secondary" role="status">
          {said ?? attendanceText.chosenHint(lengthOf(run))}
        </span>
        <span className="attendance-paste wide-only">
          <Key>Ctrl+V</Key> {attendanceText.pasteHint} <Key>Ctrl+D</Key> {attendanceText.fillHint}
        </span>
      </div>
      <footer className="attendance-keys">
        {keys.map((mark) => (
          <MarkKey key={mark} name={String(MARKS.indexOf(mark))} onPress={() => onMark(mark)}>
            {attendanceText.keys[mark]}
          </MarkKey>
        ))}
        {may('unmarked') && (
          <MarkKey name="0" onPress={() => onMark('unmarked')}>
            {attendanceText.clear}
          </MarkKey>
        )}
        <span className="moves">
          <Key always>↑↓←→</Key> {attendanceText.move}
        </span>
        <span>
          <Key always>Shift</Key> {attendanceText.range}
        </span>
        {may('present') && (
          <span className="wide-only">
            <Key>Shift+Enter</Key> {attendanceText.restOfUnit}
          </span>
        )}
        <span className="wide-only">
          <Key>Ctrl+End</Key> {attendanceText.next}
        </span>
      </footer>
    </>
  );
}

interface MarkKeyProps {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: string;
}

/** Of the pointer alone: who uses the keyboard has the key itself. */
function MarkKey({ name, onPress, children }: MarkKeyProps) {
  return (
    <button type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      <Key always>{name}</Key> {children}
    </button>
  );
}
