import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { markRefusal } from '../../../shared/rules/attendance.ts';
import { takesMarks } from '../../../shared/rules/session-moves.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { errorSentence } from '../../text/errors.ts';
import { attendanceText } from '../../text/study-page.ts';
import { AttendanceNotices } from './attendance-notices.tsx';
import { AttendanceSheet, type SheetHandle } from './attendance-sheet.tsx';
import { AttendanceSums } from './attendance-sums.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { MarkBar } from './mark-bar.tsx';
import { runAfterMark, type SheetAction } from './sheet-keys.ts';
import { layOut } from './sheet-layout.ts';
import { chosenOf, runAt, within } from './sheet-run.ts';
import { sumsByUnit, sumsOf } from './sheet-sums.ts';
import type { AttendanceList, AttendanceRow, SessionCard } from './study-queries.ts';
import { UnitJumps } from './unit-jumps.tsx';
import { useMarks } from './use-marks.ts';
import { useWide } from './use-wide.ts';

const COLUMNS = { wide: 6, narrow: 5 } as const;

interface AttendanceRoomProps {
  readonly session: SessionCard;
  readonly list: AttendanceList;
}

/** Sums, the sheet, and beside it the units and who is not there. */
export function AttendanceRoom({ session, list }: AttendanceRoomProps) {
  const roles = useIdentity().account?.roles ?? [];
  const marks = useMarks(session, list);
  const { rows } = marks;
  const sheet = useRef<SheetHandle>(null);
  const columns = useWide() ? COLUMNS.wide : COLUMNS.narrow;
  const layout = useMemo(() => layOut(rows, columns), [rows, columns]);
  const units = useMemo(() => sumsByUnit(rows), [rows]);
  const sums = useMemo(() => sumsOf(rows), [rows]);
  const [chosen, setRun] = useState(runAt(0));
  const run = within(chosen, rows.length);
  const [refused, setRefused] = useState<string | null>(null);
  const may = (mark: Mark) => markRefusal(session.state, mark, roles) === null;
  const isSaving = marks.unsaved > 0 && !marks.refusal && takesMarks(session.state);
  const mayMark = may('present') || may('exempt');

  return (
    <div className="attendance">
      <div className="attendance-sums">
        <AttendanceSums sums={sums} />
        <span className="actions">
          {isSaving && <span className="secondary">{attendanceText.unsaved(marks.unsaved)}</span>}
          {may('present') && sums.unmarked > 0 && (
            <Button onClick={() => markRest(rows)}>{attendanceText.restAll(sums.unmarked)}</Button>
          )}
          {!mayMark && (
            <span className="secondary">{attendanceText.readOnly(takesMarks(session.state))}</span>
          )}
        </span>
      </div>
      <AttendanceNotices session={session} marks={marks} takesMarks={takesMarks(session.state)} />
      <AttendanceSheet
        {...{ rows, units, layout, columns, run }}
        onRun={choose}
        onAction={act}
        onRest={may('present') ? (unit) => markRest(rows.filter((row) => row.unit === unit)) : undefined}
        isReadOnly={!mayMark}
        handle={sheet}
      />
      <aside className="attendance-side">
        <UnitJumps
          units={units}
          current={rows[run.focus]?.unit}
          onJump={(first) => sheet.current?.jumpTo(first)}
        />
        <ExceptionsPanel
          rows={rows}
          mayGive={({ mark }) => may(mark)}
          onReason={marks.setReason}
          onLeft={marks.saveNow}
        />
      </aside>
      {mayMark && <MarkBar {...{ rows, layout, run, may, refused }} onMark={(mark) => type(mark)} />}
    </div>
  );

  function choose(next: typeof run): void {
    setRefused(null);
    setRun(next);
  }

  function act(action: SheetAction): boolean {
    switch (action.kind) {
      case 'select':
        choose(action.run);
        return true;
      case 'mark':
        return type(action.mark);
      case 'restOfUnit':
        return markRest(rows.filter(({ unit }) => unit === rows[run.focus]?.unit));
      case 'takeBack':
        return marks.takeBack();
    }
  }

  /** @returns true: a digit is the sheet's even when it marks nobody */
  function type(mark: Mark): boolean {
    if (!mayMark) return false;
    const no = markRefusal(session.state, mark, roles);
    setRefused(no ? errorSentence(no.code, no.fields) : null);
    if (no) return true;
    marks.set(chosenOf(rows, run), mark);
    setRun(runAfterMark(run, mark, rows.length));
    return true;
  }

  function markRest(people: readonly AttendanceRow[]): boolean {
    if (!may('present')) return false;
    marks.set(
      people.filter(({ mark }) => mark === 'unmarked'),
      'present',
    );
    return true;
  }
}
