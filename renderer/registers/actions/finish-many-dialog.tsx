import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { calendarDate, shortText } from '../../../shared/contract/base.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { actionsText, actionFormText as text } from '../../text/actions-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { ActionRow } from './actions-queries.ts';

interface FinishManyDialogProps {
  readonly actions: readonly ActionRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  on: string | null;
  evidenceNumber: string | null;
}

const schema = z.object({ on: calendarDate, evidenceNumber: shortText.nullable() });

/** All of them on one day and by one paper, or none. */
export function FinishManyDialog({ actions: opened, onClose, onDone }: FinishManyDialogProps) {
  const [actions] = useState(opened);
  const { today } = useIdentity();
  const form = useContractForm<Values>({
    schema,
    defaults: { on: today, evidenceNumber: null },
    draft: null,
  });
  const finish = useWrite(
    ({ on, evidenceNumber }: Values) =>
      core.actions.finishMany({
        actions: actions.map(({ id, rev }) => ({ id, rev })),
        on: on as CalendarDate,
        ...(evidenceNumber && { evidenceNumber }),
      }),
    { shownInPlace: true, done: ({ count }) => text.manyDone(count), onDone },
  );
  const submit = form.handleSubmit((values) => finish.mutate(values));
  return (
    <Dialog
      title={text.manyTitle(actions.length)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <span className="secondary actions-note">{text.noUndo}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={finish.isPending}>
            {actionsText.finishMany}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={finish.error} />
      <p className="secondary">{text.manyHint}</p>
      <div className="form-grid">
        <TextField control={form.control} name="evidenceNumber" label={text.evidenceNumber} />
        <DateField control={form.control} name="on" label={text.on.finish} required />
      </div>
      <ul className="actions-many">
        {actions.map(({ id, name, month }) => (
          <li key={id}>{actionsText.name(name, month)}</li>
        ))}
      </ul>
    </Dialog>
  );
}
