import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { feedbackText } from '../../text/offices-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';

interface ReleaseDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onReleased: () => void;
}

/** The leader's word; what is released cannot be taken back, and that is said before. */
export function ReleaseDialog({ ids, onClose, onReleased }: ReleaseDialogProps) {
  const release = useWrite(() => core.exchange.releaseFeedback({ ids: [...ids] }), {
    shownInPlace: true,
    done: ({ released }) => feedbackText.released(released),
    onDone: onReleased,
  });
  return (
    <Dialog
      title={feedbackText.releaseTitle(ids.length)}
      onClose={onClose}
      onSubmit={() => release.isPending || release.mutate(undefined)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={release.isPending}>
            {feedbackText.releaseConfirm}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="notice warn">{feedbackText.releaseNote}</p>
      <ErrorNotice refusal={release.error} />
    </Dialog>
  );
}
