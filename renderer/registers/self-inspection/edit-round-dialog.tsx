import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { roundText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { Key } from '../../ui/page.tsx';
import { Refused } from './decided.tsx';
import { RoundFields, type RoundValues } from './round-fields.tsx';
import { type Round, selfInspectionQueries } from './self-inspection-queries.ts';

interface EditRoundDialogProps {
  readonly round: Round;
  readonly onClose: () => void;
}

/** Another name, other days, for the round that is there. */
export function EditRoundDialog({ round: shown, onClose }: EditRoundDialogProps) {
  // The version that the user decided on, whatever the room behind reads meanwhile.
  const [round] = useState(shown);
  const client = useQueryClient();
  const form = useContractForm<RoundValues>({
    schema: inputOf(selfInspection.createRound),
    defaults: valuesOf(round),
    draft: `selfInspection.updateRound ${round.id}`,
  });
  const save = useWrite(
    ({ rev, ...values }: RoundValues & { readonly rev: number }) =>
      core.selfInspection.updateRound({ id: round.id, rev, ...values }),
    { shownInPlace: true, done: () => roundText.changed, onDone: close },
  );
  const submitAt = (rev: number) => form.handleSubmit((values) => save.mutate({ ...values, rev }))();
  return (
    <Dialog
      title={roundText.editTitle}
      onClose={onClose}
      onSubmit={() => void submitAt(round.rev)}
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
      <p className="secondary">{roundText.editNote}</p>
      <DraftNote
        isDraft={form.isDraft}
        onDrop={() => {
          form.reset(valuesOf(round));
          form.dropDraft();
        }}
      />
      <Refused refusal={save.error} onSaveMine={() => void saveMine()} onDiscardMine={close} />
      <RoundFields control={form.control} />
    </Dialog>
  );

  function close(): void {
    form.dropDraft();
    onClose();
  }
  async function saveMine(): Promise<void> {
    const rounds = await client.fetchQuery({ ...selfInspectionQueries.rounds(undefined), staleTime: 0 });
    await submitAt(rounds.find(({ id }) => id === round.id)?.rev ?? round.rev);
  }
}

function valuesOf({ name, beginsOn, endsOn }: Round): RoundValues {
  return { name, beginsOn: calendarDate(beginsOn), endsOn: calendarDate(endsOn) };
}
