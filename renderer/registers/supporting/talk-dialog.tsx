import { Button } from 'antd';
import { useState } from 'react';
import { supporting } from '../../../shared/contract/supporting.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { talksText as text } from '../../text/talks-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { PersonField } from './person-field.tsx';
import type { Talk } from './supporting-queries.ts';
import { type TalkValues, talkInput } from './talk-values.ts';

/** A talk that was written down wrongly. */
export function TalkDialog({ talk: opened, onClose }: { readonly talk: Talk; readonly onClose: () => void }) {
  const [{ id, rev, name, ...talk }] = useState(opened);
  const form = useContractForm<TalkValues>({
    schema: inputOf(supporting.addTalk),
    defaults: { on: talk.on, person: talk.person, by: talk.by, recordNumber: talk.recordNumber },
    draft: null,
  });
  const save = useWrite(
    (values: TalkValues) => core.supporting.updateTalk({ id, rev, ...talkInput(values) }),
    { shownInPlace: true, done: () => text.updated, onDone: onClose },
  );
  const submit = form.handleSubmit((values) => save.mutate(values));
  const { control } = form;
  return (
    <Dialog
      title={text.editTitle(name)}
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
        <DateField {...{ control }} name="on" label={text.on} required />
        <PersonField {...{ control }} />
        <TextField {...{ control }} name="recordNumber" label={text.recordNumber} required />
        <TextField {...{ control }} name="by" label={text.by} required />
      </div>
    </Dialog>
  );
}
