import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import { changeText as text } from '../../text/campaign-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Change, Grounds } from './use-change.ts';

interface ChangeDialogProps<Values extends Grounds> {
  readonly title: string;
  readonly change: Change<Values>;
  readonly wide?: boolean;
  /** What the button says; saving unless told otherwise. */
  readonly verb?: string;
  readonly children: ReactNode;
}

/** What changes, then why and from when; it says beforehand what a version is. */
export function ChangeDialog<Values extends Grounds>(props: ChangeDialogProps<Values>) {
  const { title, change, wide = false, verb = formText.save, children } = props;
  const { form, save } = change;
  // Every form of a change has these two fields beside its own.
  const control = form.control as unknown as Control<Grounds, unknown, Grounds>;
  return (
    <Dialog
      title={title}
      wide={wide}
      onClose={change.cancel}
      onSubmit={change.submit}
      foot={
        <>
          <Button onClick={change.cancel}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {verb}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={change.startOver} />
      {save.error?.code === 'conflict' ? (
        <ConflictNotice
          refusal={save.error}
          onSaveMine={() => void change.saveMine()}
          onDiscardMine={change.discard}
        />
      ) : (
        <ErrorNotice refusal={save.error} />
      )}
      {children}
      <div className="form-grid campaign-grounds">
        <TextField control={control} name="reason" label={text.reason} hint={text.reasonHint} />
        <DateField
          control={control}
          name="effectiveOn"
          label={text.effectiveOn}
          hint={text.effectiveHint(change.last)}
        />
      </div>
      <p className="secondary">{text.says}</p>
    </Dialog>
  );
}
