import { Button } from 'antd';
import { z } from 'zod';
import { longText } from '../../../shared/contract/base.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { reworkText } from '../../text/offices-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { Session } from './offices-queries.ts';

interface OrderReworkDialogProps {
  readonly office: string;
  readonly session: Session;
  readonly onClose: () => void;
}

const NOTHING = { reason: null };

/** 责令返工 of an approved session, as a draft for the leader; it travels with the next feedback. */
export function OrderReworkDialog({ office, session, onClose }: OrderReworkDialogProps) {
  const form = useContractForm<{ reason: string | null }>({
    schema: z.object({ reason: longText }),
    defaults: NOTHING,
    draft: `exchange.draftFeedback orderRework ${session.id}`,
  });
  const save = useWrite(
    ({ reason }: { readonly reason: string | null }) =>
      core.exchange.draftFeedback({
        office,
        kind: 'orderRework',
        subject: session.id,
        ...(reason && { reason }),
      }),
    {
      shownInPlace: true,
      done: () => reworkText.saved(session.title),
      onDone: () => {
        form.dropDraft();
        onClose();
      },
    },
  );
  return (
    <Dialog
      title={reworkText.title(session.title)}
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {reworkText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote
        isDraft={form.isDraft}
        onDrop={() => {
          form.dropDraft();
          form.reset(NOTHING);
        }}
      />
      <ErrorNotice refusal={save.error} />
      <LongTextField control={form.control} name="reason" label={reworkText.reason} required />
      <p className="secondary">{reworkText.says}</p>
    </Dialog>
  );
}
