import { Button } from 'antd';
import { useState } from 'react';
import { evaluation as contract } from '../../../shared/contract/evaluation.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Order } from './evaluation-queries.ts';

const text = evaluationText.orders;

interface Values {
  readonly doneOn: string | null;
  readonly document: string | null;
}

/** An order closed by hand: the day on which it was done and what proves it. */
export function CloseOrderDialog({
  order: opened,
  onClose,
}: {
  readonly order: Order;
  readonly onClose: () => void;
}) {
  const { today } = useIdentity();
  const [{ id, rev, text: said }] = useState(opened);
  const form = useContractForm<Values>({
    schema: inputOf(contract.closeOrder),
    defaults: { ...{ id, rev }, doneOn: today, document: null },
    draft: null,
  });
  const { control } = form;
  const close = useWrite(
    ({ doneOn, document }: Values) =>
      core.evaluation.closeOrder({ id, rev, doneOn: doneOn ?? '', document: document ?? '' }),
    { shownInPlace: true, done: () => text.closed, onDone: onClose },
  );
  const submit = form.handleSubmit((values) => close.mutate(values));
  return (
    <Dialog
      title={text.closeTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={close.isPending}>
            {text.closeButton}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p>{said}</p>
      <ErrorNotice refusal={close.error} />
      <div className="form-grid">
        <TextField {...{ control }} name="document" label={text.document} required />
        <DateField {...{ control }} name="doneOn" label={text.doneOn} required />
      </div>
    </Dialog>
  );
}
