import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { periodsText as text } from '../../text/periods-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { Period } from './exchange-queries.ts';

interface ReopenPeriodProps {
  readonly period: Period;
  /** Its days in words. */
  readonly days: string;
  readonly onClose: () => void;
}

export function ReopenPeriodDialog({ period: { id, rev }, days, onClose }: ReopenPeriodProps) {
  const form = useContractForm<{ id: string; rev: number; reason: string | null }>({
    schema: inputOf(contract.periods.reopen),
    defaults: { id, rev, reason: null },
    draft: `reopen ${id} ${rev}`,
  });
  const reopen = useWrite(core.periods.reopen, {
    shownInPlace: true,
    done: () => text.reopened,
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const drop = () => {
    form.dropDraft();
    form.reset({ id, rev, reason: null });
  };
  return (
    <Dialog
      title={text.reopenTitle(days)}
      onClose={onClose}
      onSubmit={form.handleSubmit(({ reason }) => reopen.mutate({ id, rev, reason: reason ?? '' }))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={reopen.isPending}>
            {text.confirmReopen}
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={drop} />
      <p>{text.reopenEffect}</p>
      <LongTextField control={form.control} name="reason" label={text.reason} required autoFocus />
      <ErrorNotice refusal={reopen.error} />
    </Dialog>
  );
}
