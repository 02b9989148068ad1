import { Button } from 'antd';
import { z } from 'zod';
import { calendarDate, longText, shortText } from '../../../shared/contract/base.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { MakeupMove } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { makeupText } from '../../text/study-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { MakeupRow } from './study-queries.ts';

interface MakeupDialogProps {
  readonly move: MakeupMove;
  readonly rows: readonly MakeupRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Fields {
  on: string | null;
  document: string | null;
  reason: string | null;
}

const TITLES = {
  record: makeupText.recordTitle,
  confirm: makeupText.confirm,
  reject: makeupText.rejectTitle,
  waive: makeupText.waiveTitle,
} as const;

/** Recording asks for the day and the document, rejecting and waiving for the reason. */
export function MakeupDialog({ move, rows, onClose, onDone }: MakeupDialogProps) {
  const { today } = useIdentity();
  const isRecord = move === 'record';
  const form = useContractForm<Fields>({
    schema: isRecord
      ? z.object({ on: calendarDate, document: shortText, reason: z.null() })
      : z.object({ on: z.null(), document: z.null(), reason: longText }),
    defaults: { on: isRecord ? today : null, document: null, reason: null },
    draft: null,
  });
  const save = useWrite(core.study.moveMakeup, {
    shownInPlace: true,
    done: () => makeupText.done[move],
    onDone,
  });
  return (
    <Dialog
      title={`${TITLES[move]} · ${makeupText.chosen(rows.length)}`}
      onClose={onClose}
      onSubmit={form.handleSubmit(submit)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
          </Button>
        </>
      }
    >
      {isRecord ? (
        <div className="form-grid">
          <DateField control={form.control} name="on" label={makeupText.on} required />
          <TextField control={form.control} name="document" label={makeupText.document} required autoFocus />
        </div>
      ) : (
        <LongTextField control={form.control} name="reason" label={makeupText.reason} required autoFocus />
      )}
      <ErrorNotice refusal={save.error} />
    </Dialog>
  );

  function submit({ on, document, reason }: Fields): void {
    const [first] = rows;
    if (!first) return;
    save.mutate({
      session: first.session,
      rev: first.sessionRev,
      people: rows.map(({ person }) => person),
      move,
      ...(on && { on: on as CalendarDate }),
      ...(document && { document }),
      ...(reason && { reason }),
    });
  }
}
