import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { ContractForm } from '../../state/contract-form.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';

interface FormDialogProps<Values extends FieldValues> {
  readonly title: string;
  readonly form: ContractForm<Values>;
  readonly write: UseMutationResult<unknown, Refusal, Values>;
  /** What stands in the fields once a draft has been dropped. */
  readonly defaults: DefaultValues<NoInfer<Values>>;
  /** The word of the button; absent: save. */
  readonly save?: string;
  readonly wide?: boolean;
  /** Why it was not saved, in its place. */
  readonly refusal: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: what was typed is kept unless it is given up or saved. */
export function FormDialog<Values extends FieldValues>(props: FormDialogProps<Values>) {
  const { title, form, write, defaults, save = formText.save, wide = false, onClose } = props;
  // Only Esc and the cross keep what was typed for the next time.
  const giveUp = () => {
    form.dropDraft();
    onClose();
  };
  const startAgain = () => {
    form.reset(defaults);
    form.dropDraft();
  };
  return (
    <Dialog
      title={title}
      wide={wide}
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => write.mutate(values))}
      foot={
        <>
          <Button onClick={giveUp}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={write.isPending}>
            {save}
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={startAgain} />
      {props.refusal}
      {props.children}
    </Dialog>
  );
}
