import { Button } from 'antd';
import { useState } from 'react';
import { evaluation as contract } from '../../../shared/contract/evaluation.ts';
import { ORDER_KINDS, type OrderKind } from '../../../shared/vocabulary/evaluation-words.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { orderKindWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, DateField, LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Evaluation } from './evaluation-queries.ts';
import { SubjectField } from './subject-field.tsx';

const text = evaluationText.orders;

interface Values {
  readonly kind: OrderKind;
  readonly subject: string | null;
  readonly text: string | null;
  readonly deadline: string | null;
}

/** One order of a draft: what is to be done again, by when. */
export function OrderDialog({
  evaluation: opened,
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const [{ id, rev, verdict, deadline }] = useState(opened);
  const form = useContractForm<Values>({
    schema: inputOf(contract.addOrder),
    defaults: {
      ...{ id, rev, kind: verdict === 'rework' ? 'session' : 'makeup' },
      ...{ subject: null, text: null, deadline },
    },
    draft: null,
  });
  const { control } = form;
  const kind = form.watch('kind');
  const add = useWrite(
    (values: Values) =>
      core.evaluation.addOrder({
        ...{ id, rev, kind: values.kind, subject: values.subject, text: values.text ?? '' },
        ...(values.deadline && { deadline: values.deadline }),
      }),
    { shownInPlace: true, done: () => text.added, onDone: onClose },
  );
  const submit = form.handleSubmit((values) => add.mutate(values));
  return (
    <Dialog
      title={text.addTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {text.addButton}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={add.error} />
      <div className="form-grid">
        <ChoiceField
          {...{ control }}
          name="kind"
          label={text.kind}
          hint={text.kindHint[kind]}
          choices={ORDER_KINDS.map((one) => ({ value: one, label: orderKindWords[one] }))}
          required
        />
        <DateField {...{ control }} name="deadline" label={text.deadline} required />
        {kind !== 'other' && (
          <SubjectField key={kind} {...{ control, kind }} name="subject" required={kind !== 'makeup'} />
        )}
        <LongTextField {...{ control }} name="text" label={text.text} maxLength={500} rows={2} required />
      </div>
    </Dialog>
  );
}
