import { useMemo, useRef, useState } from 'react';
import { markRefusal } from '../../../shared/rules/attendance.ts';
import { takesMarks } from '../../../shared/rules/session-moves.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { errorSentence } from '../../text/errors.ts';
import { nameOf } from '../../text/study-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useWide } from '../../ui/use-wide.ts';
import { AttendanceImportDialog } from './attendance-import-dialog.tsx';
import { AttendanceNotices } from './attendance-notices.tsx';
import { AttendanceSheet, type SheetHandle } from './attendance-sheet.tsx';
import { AttendanceToolbar } from './attendance-toolbar.tsx';
import { Batches } from './batches.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { FindPerson } from './find-person.tsx';
import { MarkBar } from './mark-bar.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { pasteChanges, useSheetClipboard } from './sheet-clipboard.ts';
import { byTerm, filtered, isWhole, WHOLE_SHEET } from './sheet-filter.ts';
import { runAfterMark, type SheetAction } from './sheet-keys.ts';
import { layOut } from './sheet-layout.ts';
import { chosenOf, firstOf, runAt, within } from './sheet-run.ts';
import { sumsByUnit, sumsOf, type UnitSums } from './sheet-sums.ts';
import { whereOf } from './sheet-words.ts';
import type { AttendanceList, AttendanceRow, SessionCard } from './study-queries.ts';
import { UnitJumps } from './unit-jumps.tsx';
import { type Change, changed, marked, reasoned } from './unsaved-marks.ts';
import { useMarks } from './use-marks.ts';

const COLUMNS = { wide: 6, narrow: 5 } as const;

interface AttendanceRoomProps {
  readonly session: SessionCard;
  readonly list: AttendanceList;
}

/** Sums, the sheet, and beside it the units and who is not there. */
export function AttendanceRoom({ session, list }: AttendanceRoomProps) {
  const roles = useIdentity().account?.roles ?? [];
  const marks = useMarks(session, list);
  const [filter, setFilter] = useState(WHOLE_SHEET);
  const rows = useMemo(() => filtered(marks.rows, filter), [marks.rows, filter]);
  const sheet = useRef<SheetHandle>(null);
  const columns = useWide() ? COLUMNS.wide : COLUMNS.narrow;
  const layout = useMemo(() => layOut(rows, columns), [rows, columns]);
  const units = useMemo(() => sumsByUnit(marks.rows), [marks.rows]);
  const sums = useMemo(() => sumsOf(marks.rows), [marks.rows]);
  const [chosen, setRun] = useState(runAt(0));
  const run = within(chosen, rows.length);
  const [isImporting, setImporting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const may = (mark: Mark) => markRefusal(session.state, mark, roles) === null;
  const mayMark = may('present') || may('exempt');
  const clipboard = useSheetClipboard(rows, chosenOf(rows, run), firstOf(run), setSaid);
  useShortcuts({ escape: () => setFilter(WHOLE_SHEET) }, !isWhole(filter));
  useShortcuts({ 'ctrl+i': () => setImporting(true) }, may('present'));

  return (
    <div className="attendance">
      <AttendanceToolbar
        {...{ marks, filter, sums, mayMark, rows }}
        takesMarks={takesMarks(session.state)}
        onTerm={(term) => setFilter(byTerm(filter, marks.rows, term))}
        onTurn={turn}
        onRest={may('present') ? () => markRest(rows) : undefined}
        onImport={may('present') ? () => setImporting(true) : undefined}
      />
      <AttendanceNotices session={session} marks={marks} takesMarks={takesMarks(session.state)} />
      <AttendanceSheet
        {...{ rows, units, layout, columns, run }}
        onRun={choose}
        onAction={act}
        onRest={may('present') ? restOf : undefined}
        isReadOnly={!mayMark}
        onCopy={clipboard.onCopy}
        onPaste={mayMark ? clipboard.onPaste : undefined}
        handle={sheet}
      />
      <aside className="attendance-side">
        <FindPerson
          {...{ filter, rows, units }}
          onName={(name) => setFilter({ ...filter, name })}
          onAll={() => setFilter(WHOLE_SHEET)}
        />
        <Batches
          session={session.id}
          rows={marks.rows}
          chosen={chosenOf(rows, run)}
          shown={filter.batch}
          onShow={(batch) => setFilter({ ...filter, batch })}
          mayAssign={may('present')}
        />
        <UnitJumps
          units={units}
          current={rows[run.focus]?.unit}
          onJump={jump}
          only={filter.unit}
          onOnly={(unit) => setFilter({ ...filter, unit })}
        />
        <ExceptionsPanel
          rows={marks.rows}
          mayGive={({ mark }) => may(mark)}
          onReason={(row, text) =>
            marks.act(reasoned(row, text), attendanceText.said.reason(nameOf(row)), row.person)
          }
          onLeft={marks.saveNow}
        />
      </aside>
      {mayMark && <MarkBar {...{ rows, layout, run, may, said }} onMark={(mark) => type(mark)} />}
      {clipboard.pasted && (
        <PasteDialog
          {...clipboard.pasted}
          {...{ rows, may }}
          where={whereOf(rows, layout, runAt(clipboard.pasted.from))}
          onApply={(pasted) => {
            write(pasteChanges(pasted), attendanceText.said.pasted(pasted.length));
            clipboard.close();
          }}
          onClose={clipboard.close}
        />
      )}
      {isImporting && (
        <AttendanceImportDialog session={session} may={may} onClose={() => setImporting(false)} />
      )}
    </div>
  );

  function choose(next: typeof run): void {
    setSaid(null);
    setRun(next);
  }

  /** A unit that the filter keeps off the sheet is shown with all the others. */
  function jump({ unit, first }: UnitSums): void {
    const here = rows.findIndex((row) => row.unit === unit);
    if (here >= 0) sheet.current?.jumpTo(here);
    else {
      setFilter(WHOLE_SHEET);
      requestAnimationFrame(() => sheet.current?.jumpTo(first));
    }
  }

  function act(action: SheetAction): boolean {
    switch (action.kind) {
      case 'select':
        choose(action.run);
        return true;
      case 'mark':
        return type(action.mark);
      case 'restOfUnit':
        return restOf(rows[run.focus]?.unit ?? '');
      case 'fill':
        return fill();
      case 'takeBack':
        return turn('back');
      case 'doAgain':
        return turn('again');
    }
  }

  /** @returns true: a digit is the sheet's even when it marks nobody */
  function type(mark: Mark): boolean {
    if (!mayMark) return false;
    const no = markRefusal(session.state, mark, roles);
    setSaid(no ? errorSentence(no.code, no.fields) : null);
    if (no) return true;
    const changes = marked(chosenOf(rows, run), mark);
    write(changes, attendanceText.said.marked(whereOf(rows, layout, run), mark, changes.length));
    setRun(runAfterMark(run, mark, rows.length));
    return true;
  }

  /** The first of the run gives its mark, and with it its reason, to the others. */
  function fill(): boolean {
    const [first, ...others] = chosenOf(rows, run);
    if (!mayMark || !first || others.length === 0 || first.mark === 'unmarked' || !may(first.mark))
      return mayMark;
    const after = { mark: first.mark, reason: first.reason };
    const where = whereOf(rows, layout, run);
    write(changed(others.map((row) => [row, after])), attendanceText.said.filled(where, first.mark));
    return true;
  }

  function restOf(unit: string): boolean {
    return markRest(
      rows.filter((row) => row.unit === unit),
      rows.find((row) => row.unit === unit)?.unitName,
    );
  }

  function markRest(people: readonly AttendanceRow[], unitName?: string): boolean {
    if (!may('present')) return false;
    const changes = marked(
      people.filter(({ mark }) => mark === 'unmarked'),
      'present',
    );
    const { rest, restOf: restOfUnit } = attendanceText.said;
    write(changes, unitName ? restOfUnit(unitName, changes.length) : rest(changes.length));
    return true;
  }

  function write(changes: readonly Change[], what: string): void {
    marks.act(changes, what);
  }

  function turn(way: 'back' | 'again'): boolean {
    const left = marks.turn(way);
    setSaid(left ? attendanceText.leftAsIs(left) : null);
    return left !== undefined;
  }
}
