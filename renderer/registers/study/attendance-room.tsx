import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { markRefusal } from '../../../shared/rules/attendance.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { attendanceText } from '../../text/study-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { AttendanceSheet } from './attendance-sheet.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { type SheetSums, sumsByUnit, sumsOf, type UnitSums } from './sheet-sums.ts';
import type { AttendanceList, AttendanceRow, SessionCard } from './study-queries.ts';
import { useMarks } from './use-marks.ts';

interface AttendanceRoomProps {
  readonly session: SessionCard;
  readonly list: AttendanceList;
}

/** Sums, the sheet, and beside it the units and who is not there. */
export function AttendanceRoom({ session, list }: AttendanceRoomProps) {
  const roles = useIdentity().account?.roles ?? [];
  const marks = useMarks(session, list);
  const [jumpTo, setJumpTo] = useState<string | null>(null);
  const [selected, setSelected] = useState(1);
  const units = useMemo(() => sumsByUnit(marks.rows), [marks.rows]);
  const sums = useMemo(() => sumsOf(marks.rows), [marks.rows]);
  const may = (mark: Mark) => markRefusal(session.state, mark, roles) === null;
  const mayMark = may('present') || may('exempt');
  const mark = (rows: readonly AttendanceRow[], one: Mark) => may(one) && marks.set(rows, one);

  return (
    <div className="attendance">
      <div className="attendance-sums">
        <Sums sums={sums} />
        <span className="actions">
          {marks.unsaved > 0 && <span className="chip warn">{attendanceText.unsaved(marks.unsaved)}</span>}
          {may('present') && sums.unmarked > 0 && (
            <Button
              onClick={() =>
                mark(
                  marks.rows.filter((row) => row.mark === 'unmarked'),
                  'present',
                )
              }
            >
              {attendanceText.restAll}
            </Button>
          )}
        </span>
      </div>
      <div className="attendance-notices">
        {marks.metConflict && (
          <p className="notice warn" role="status">
            {attendanceText.conflict}
          </p>
        )}
        {marks.refusal && (
          <ErrorNotice refusal={marks.refusal}>
            <Button onClick={marks.dropUnsaved}>{attendanceText.dropUnsaved}</Button>
          </ErrorNotice>
        )}
        {!mayMark && marks.unsaved > 0 && (
          <p className="notice warn">
            {attendanceText.notTaken}{' '}
            <button type="button" className="link-button" onClick={marks.dropUnsaved}>
              {attendanceText.dropUnsaved}
            </button>
          </p>
        )}
      </div>
      <AttendanceSheet
        rows={marks.rows}
        units={units}
        jumpTo={jumpTo}
        onMark={mayMark ? mark : undefined}
        onSelect={setSelected}
      />
      <aside className="attendance-side">
        <UnitJumps units={units} onJump={setJumpTo} />
        <ExceptionsPanel rows={marks.rows} onReason={may('absent') ? marks.setReason : undefined} />
      </aside>
      {mayMark && <MarkKeys selected={selected} />}
    </div>
  );
}

function Sums({ sums }: { readonly sums: SheetSums }) {
  const { terms } = attendanceText;
  const term = (id: 'present' | 'onLeave' | 'absent' | 'unmarked', tone?: 'danger' | 'warn') => ({
    id,
    title: terms[id],
    value: sums[id],
    tone,
  });
  return (
    <>
      <span className="sum">
        {attendanceText.list}
        {sums.expected} − {terms.exempt}
        {sums.exempt} ＝
      </span>
      <IdentitySum
        whole={{ title: terms.due, value: sums.due }}
        terms={[term('present'), term('onLeave'), term('absent', 'danger'), term('unmarked', 'warn')]}
      />
    </>
  );
}

interface UnitJumpsProps {
  readonly units: readonly UnitSums[];
  readonly onJump: (unit: string) => void;
}

function UnitJumps({ units, onJump }: UnitJumpsProps) {
  const { due, present } = attendanceText.terms;
  return (
    <section className="attendance-units" aria-label={attendanceText.units}>
      <table>
        <thead>
          <tr>
            <th scope="col">{attendanceText.units}</th>
            <th scope="col" className="number">
              {due}
            </th>
            <th scope="col" className="number">
              {present}
            </th>
            <th scope="col" className="number">
              {attendanceText.unmarkedShort}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, unitName, sums }) => (
            <tr key={unit}>
              <td>
                <button type="button" className="link-button" onClick={() => onJump(unit)}>
                  {unitName}
                </button>
              </td>
              <td className="number">{sums.due}</td>
              <td className="number">{sums.present}</td>
              <td className="number">{sums.unmarked || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MarkKeys({ selected }: { readonly selected: number }) {
  return (
    <footer className="attendance-keys">
      <span>
        <b>{attendanceText.selected(selected)}</b>{' '}
        <span className="wide-only">{attendanceText.selectedHint}</span>
      </span>
      {attendanceText.keys.map((word, at) => (
        <span key={word}>
          <Key always>{String(at + 1)}</Key> {word}
        </span>
      ))}
      <span>
        <Key always>0</Key> {attendanceText.clear}
      </span>
      <span className="wide-only">
        <Key>Shift</Key> {attendanceText.range}
      </span>
      <span className="wide-only">
        <Key>Ctrl+End</Key> {attendanceText.next}
      </span>
    </footer>
  );
}
