import { Button } from 'antd';
import { attendanceText } from '../../text/study-page.ts';
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
          {attendanceText.changed(marks.changed.by, marks.changed.at, takesMarks)}{' '}
          <button type="button" className="link-button" onClick={marks.dismiss}>
            {attendanceText.dismiss}
          </button>
        </div>
      )}
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
