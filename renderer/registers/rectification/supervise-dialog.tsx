import { Button } from 'antd';
import { useState } from 'react';
import { rectification } from '../../../shared/contract/rectification.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { superviseText as text } from '../../text/rectification-detail.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Item } from './rectification-queries.ts';

type Input = Parameters<typeof core.rectification.supervise>[0];
type Values = Pick<Input, 'id' | 'rev' | 'on' | 'reason'> & { readonly nextOn?: string | null };

/** 督办 begun, or ended where it stands: with its reason, and when to ask first. */
export function SuperviseDialog({
  item: opened,
  onClose,
}: {
  readonly item: Item;
  readonly onClose: () => void;
}) {
  const [item] = useState(opened);
  const isBegun = item.supervision === null;
  const number = item.number ?? ledgerText.numberless;
  const form = useContractForm<Values>({
    schema: inputOf(rectification.supervise),
    defaults: { id: item.id, rev: item.rev, on: isBegun, reason: '' },
    draft: null,
  });
  const supervise = useWrite((values: Values) => core.rectification.supervise(given(values)), {
    shownInPlace: true,
    done: () => (isBegun ? text.begun : text.ended),
    onDone: onClose,
  });
  const submit = form.handleSubmit((values) => supervise.mutate(values));
  const { control } = form;
  return (
    <Dialog
      title={isBegun ? text.beginTitle(number) : text.endTitle(number)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={supervise.isPending}>
            {isBegun ? text.begin : text.end}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{text.note}</p>
      <p>{item.problem}</p>
      <ErrorNotice refusal={supervise.error} />
      <div className="form-grid">
        <LongTextField {...{ control }} name="reason" label={text.reason} required autoFocus />
        {isBegun && <DateField {...{ control }} name="nextOn" label={text.nextOn} hint={text.nextOnHint} />}
      </div>
    </Dialog>
  );
}

/** A date that was cleared is one that was not given. */
function given({ nextOn, ...values }: Values): Input {
  return { ...values, ...(nextOn && { nextOn }) } as Input;
}
