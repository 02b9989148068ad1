import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { retentionText as text } from '../../text/summaries-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';

interface Fields {
  purgeOn: CalendarDate | null;
}

interface RetentionDialogProps {
  readonly purgeOn: string | null;
  readonly onClose: () => void;
}

export function RetentionDialog({ purgeOn, onClose }: RetentionDialogProps) {
  const form = useContractForm<Fields>({
    schema: inputOf(contract.office.setRetention),
    defaults: { purgeOn: purgeOn === null ? null : calendarDate(purgeOn) },
    draft: null,
  });
  const set = useWrite((fields: Fields) => core.office.setRetention(fields), {
    shownInPlace: true,
    done: (_, fields) => text.saved(fields.purgeOn),
    onDone: onClose,
  });
  return (
    <Dialog
      title={text.dialogTitle}
      onClose={onClose}
      onSubmit={form.handleSubmit((fields) => set.mutate(fields))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {formText.save}
          </Button>
        </>
      }
    >
      <DateField control={form.control} name="purgeOn" label={text.day} hint={text.dayHint} />
      <WhatGoes />
      <ErrorNotice refusal={set.error} />
    </Dialog>
  );
}

export function PurgeDialog({ onClose }: { readonly onClose: () => void }) {
  const purge = useWrite(() => core.selfInspection.purgeSummaries(), {
    shownInPlace: true,
    done: ({ purged, left }) => text.purged(purged, left),
    onDone: onClose,
  });
  return (
    <Dialog
      title={text.purgeTitle}
      onClose={onClose}
      onSubmit={() => purge.mutate()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button danger type="primary" htmlType="submit" loading={purge.isPending}>
            {text.purgeConfirm}
          </Button>
        </>
      }
    >
      <WhatGoes />
      <ErrorNotice refusal={purge.error} />
    </Dialog>
  );
}

function WhatGoes() {
  return (
    <div className="system-stack">
      <dl className="pairs">
        <dt>{text.erased}</dt>
        <dd>{text.erasedSays}</dd>
        <dt>{text.copies}</dt>
        <dd>{text.copiesSays}</dd>
      </dl>
      <p>
        <b>{text.final}</b>
      </p>
    </div>
  );
}
