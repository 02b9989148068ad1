import { Button } from 'antd';
import { itemTables } from '../../../shared/contract/item-tables.ts';
import type { FollowUpKind } from '../../../shared/vocabulary/words.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { followUpText as text } from '../../text/rectification-detail.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Item } from './rectification-queries.ts';

type Input = Parameters<typeof core.rectification.addFollowUp>[0];
type Values = Pick<Input, 'item' | 'kind' | 'text' | 'on'> & { readonly nextOn?: string | null };

interface FollowUpDialogProps {
  readonly item: Item;
  readonly kind: FollowUpKind;
  readonly onClose: () => void;
}

/** How the work goes on, or what was asked under supervision: written down without moving the item. */
export function FollowUpDialog({ item, kind, onClose }: FollowUpDialogProps) {
  const { today } = useIdentity();
  const defaults = { item: item.id, kind, text: '', on: today } as Values;
  const form = useContractForm<Values>({
    schema: inputOf(itemTables.addFollowUp),
    defaults,
    draft: `rectification.addFollowUp ${kind} ${item.id}`,
  });
  const add = useWrite((values: Values) => core.rectification.addFollowUp(given(values)), {
    shownInPlace: true,
    done: () => text.done[kind],
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const submit = form.handleSubmit((values) => add.mutate(values));
  const { control } = form;
  const startOver = () => {
    form.reset(defaults);
    form.dropDraft();
  };
  return (
    <Dialog
      title={text.title(kind, item.number ?? ledgerText.numberless)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {text.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={startOver} />
      <p>{item.problem}</p>
      <ErrorNotice refusal={add.error} />
      <div className="form-grid">
        <LongTextField {...{ control }} name="text" label={text.text[kind]} required autoFocus />
        <DateField {...{ control }} name="on" label={text.on} hint={text.onHint} required />
        {kind === 'supervision' && (
          <DateField {...{ control }} name="nextOn" label={text.nextOn} hint={text.nextOnHint} />
        )}
      </div>
    </Dialog>
  );
}

/** A date that was cleared is one that was not given. */
function given({ nextOn, ...values }: Values): Input {
  return { ...values, ...(nextOn && { nextOn }) } as Input;
}
