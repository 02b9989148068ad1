import { Button } from 'antd';
import { feedbackDeskText as text } from '../../text/feedback-desk.ts';
import { dayOf } from '../../text/frame.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RemarkAnswer } from '../../ui/remarks.tsx';
import type { Feedback } from './exchange-queries.ts';
import { spokenOf } from './feedback-lines.tsx';

interface RemarkDialogProps {
  readonly remark: Feedback;
  readonly onClose: () => void;
}

/** One remark of the group, read and answered without leaving the list. */
export function RemarkDialog({ remark, onClose }: RemarkDialogProps) {
  const { reason, releasedOn } = remark;
  return (
    <Dialog
      title={text.read(remark.kind)}
      onClose={onClose}
      foot={<Button onClick={onClose}>{text.close}</Button>}
    >
      <p>
        <span className="secondary">{releasedOn && dayOf(releasedOn)}</span> {spokenOf(remark)}
      </p>
      <p>{reason}</p>
      <RemarkAnswer remark={remark} onDone={onClose} />
    </Dialog>
  );
}
