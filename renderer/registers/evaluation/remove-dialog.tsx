import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { Evaluation } from './evaluation-queries.ts';

const text = evaluationText.remove;

export function RemoveDialog({
  evaluation: { id, rev },
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const remove = useWrite(() => core.evaluation.remove({ id, rev }), {
    shownInPlace: true,
    done: () => text.done,
    onDone: onClose,
  });
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => remove.mutate(undefined)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" danger htmlType="submit" loading={remove.isPending}>
            {text.button}
          </Button>
        </>
      }
    >
      <p className="notice warn">{text.note}</p>
      <ErrorNotice refusal={remove.error} />
    </Dialog>
  );
}
