import { Button } from 'antd';
import { useState } from 'react';
import { rectification } from '../../../shared/contract/rectification.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { repeatText as text } from '../../text/rectification-detail.ts';
import { itemFormText, ledgerText } from '../../text/rectification-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { ItemPicker } from './item-picker.tsx';
import type { Item } from './rectification-queries.ts';

interface Values {
  readonly id: string;
  readonly rev: number;
  readonly repeats: string | null;
}

/** 重复问题: the closed item that this one repeats, or none any more. */
export function RepeatDialog({
  item: opened,
  onClose,
}: {
  readonly item: Item;
  readonly onClose: () => void;
}) {
  const [item] = useState(opened);
  const { id, rev, repeats } = item;
  const form = useContractForm<Values>({
    schema: inputOf(rectification.linkRepeat),
    defaults: { id, rev, repeats },
    draft: null,
  });
  const link = useWrite((values: Values) => core.rectification.linkRepeat(values), {
    shownInPlace: true,
    done: (_, values) => (values.repeats ? text.linked : text.unlinked),
    onDone: onClose,
  });
  const submit = form.handleSubmit((values) => link.mutate(values));
  const chosen = form.watch('repeats');
  return (
    <Dialog
      title={text.title(item.number ?? ledgerText.numberless)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          {repeats && <Button onClick={() => link.mutate({ id, rev, repeats: null })}>{text.unlink}</Button>}
          <Button
            type="primary"
            htmlType="submit"
            disabled={!chosen || chosen === repeats}
            loading={link.isPending}
          >
            {text.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{text.note}</p>
      <p>{item.problem}</p>
      <ErrorNotice refusal={link.error} />
      <ItemPicker
        control={form.control}
        name="repeats"
        label={text.field}
        hint={itemFormText.repeatsHint}
        state="closed"
        own={id}
      />
    </Dialog>
  );
}
