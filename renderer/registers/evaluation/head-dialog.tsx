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
import { DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Evaluation } from './evaluation-queries.ts';
import { headOf } from './use-draft.ts';

const text = evaluationText.panel;

type Values = Pick<Evaluation, 'evaluatedOn' | 'asOf' | 'by' | 'documentNumber' | 'remark'>;

const schema = (inputOf(contract.update) as z.ZodObject).omit({
  ...{ id: true, rev: true, verdict: true, deadline: true },
});

/** Days, document and remark of a draft. */
export function HeadDialog({
  evaluation: opened,
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const [evaluation] = useState(opened);
  const { id, rev, evaluatedOn, asOf, by, documentNumber, remark } = evaluation;
  const form = useContractForm<Values>({
    schema,
    defaults: { evaluatedOn, asOf, by, documentNumber, remark },
    draft: null,
  });
  const { control } = form;
  const save = useWrite(
    (values: Values) => core.evaluation.update({ ...headOf(evaluation), ...values, id, rev }),
    { shownInPlace: true, done: () => text.headSaved, onDone: onClose },
  );
  const submit = form.handleSubmit((values) => save.mutate(values));
  return (
    <Dialog
      title={text.headTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={save.error} />
      <div className="form-grid">
        <DateField {...{ control }} name="evaluatedOn" label={text.evaluatedOn} required />
        <DateField {...{ control }} name="asOf" label={text.asOf} required />
        <TextField {...{ control }} name="by" label={text.by} hint={text.byHint} />
        <TextField {...{ control }} name="documentNumber" label={text.documentNumber} />
        <LongTextField {...{ control }} name="remark" label={text.remark} maxLength={500} rows={2} />
      </div>
    </Dialog>
  );
}
