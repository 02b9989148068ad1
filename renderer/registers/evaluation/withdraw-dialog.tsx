import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { evaluation as contract } from '../../../shared/contract/evaluation.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { useIsGroup } from './evaluated-office.ts';
import type { Evaluation } from './evaluation-queries.ts';

const text = evaluationText.withdraw;
const schema = (inputOf(contract.withdraw) as z.ZodObject).pick({ reason: true }).required();

interface Values {
  readonly reason: string | null;
}

/** A frozen evaluation taken out of its round, with a reason. */
export function WithdrawDialog({
  evaluation: opened,
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const [{ id, rev, round, level }] = useState(opened);
  const isGroup = useIsGroup();
  const form = useContractForm<Values>({
    schema,
    defaults: { reason: null },
    draft: `evaluation.withdraw ${id}`,
  });
  const withdraw = useWrite(
    ({ reason }: Values) => core.evaluation.withdraw({ id, rev, reason: reason ?? '' }),
    { shownInPlace: true, done: () => text.done, onDone: close },
  );
  const submit = form.handleSubmit((values) => withdraw.mutate(values));
  return (
    <Dialog
      title={text.title(round, level)}
      onClose={close}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={close}>{formText.cancel}</Button>
          <Button type="primary" danger htmlType="submit" loading={withdraw.isPending}>
            {text.button}
          </Button>
        </>
      }
    >
      <p className="notice warn">{isGroup ? text.noteAtGroup : text.note}</p>
      <ErrorNotice refusal={withdraw.error} />
      <LongTextField control={form.control} name="reason" label={text.reason} required />
    </Dialog>
  );

  function close(): void {
    form.dropDraft();
    onClose();
  }
}
