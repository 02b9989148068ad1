import { Button } from 'antd';
import { attendanceText } from '../../text/attendance-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { SessionCard } from './study-queries.ts';
import type { Marks } from './use-marks.ts';

interface AttendanceNoticesProps {
  readonly session: SessionCard;
  readonly marks: Marks;
  readonly takesMarks: boolean;
}

/** Why the session came back, who else changed it, what could not be saved. */
export function AttendanceNotices({ session, marks, takesMarks }: AttendanceNoticesProps) {
  const sentBack = session.state === 'returned' ? session.moves.at(-1) : undefined;
  return (
    <div className="attendance-notices">
      {sentBack?.reason && (
        <p className="notice warn">
          {attendanceText.sentBack(sentBack.by, sentBack.effectiveOn, sentBack.reason)}
        </p>
      )}
      {marks.changed && (
        <div className="notice warn" role="status">
          {attendanceText.changed(marks.changed.fields, marks.changed.boxes, takesMarks)}{' '}
          <button type="button" className="link-button" onClick={marks.dismiss}>
            {attendanceText.dismiss}
          </button>
        </div>
      )}
      {marks.clashes.length > 0 && <Clashes marks={marks} />}
      {marks.refusal && (
        <ErrorNotice refusal={marks.refusal}>
          <Button type="primary" onClick={marks.saveNow}>
            {attendanceText.saveAgain}
          </Button>
          <Button onClick={marks.dropUnsaved}>{attendanceText.dropUnsaved}</Button>
        </ErrorNotice>
      )}
      {!takesMarks && marks.unsaved > 0 && (
        <div className="notice warn" role="alert">
          {attendanceText.notTaken(marks.unsaved, session.moves.at(-1))}{' '}
          <button type="button" className="link-button" onClick={marks.dropUnsaved}>
            {attendanceText.dropUnsaved}
          </button>
        </div>
      )}
    </div>
  );
}

/** Most clashes shown at once; the others come up as these are settled. */
const CLASHES_AT_ONCE = 3;

/** Both hands filled in the same box: whoever is here decides, box by box. */
function Clashes({ marks: { clashes, settle } }: { readonly marks: Marks }) {
  return (
    <div className="notice warn" role="alert">
      {attendanceText.clashTitle(clashes.length)}{' '}
      <button type="button" className="link-button" onClick={() => settle(clashes, 'theirs')}>
        {attendanceText.allTheirs}
      </button>
      <ul className="attendance-clashes">
        {clashes.slice(0, CLASHES_AT_ONCE).map((clash) => (
          <li key={clash.person}>
            {attendanceText.clash(clash)}{' '}
            <Button size="small" onClick={() => settle([clash], 'theirs')}>
              {attendanceText.useTheirs}
            </Button>{' '}
            <Button size="small" onClick={() => settle([clash], 'mine')}>
              {attendanceText.useMine}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
