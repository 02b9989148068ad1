import { Button } from 'antd';
import { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { roundText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { RoundFields, type RoundValues } from './round-fields.tsx';
import type { Round } from './self-inspection-queries.ts';

interface RoundDialogProps {
  readonly rounds: readonly Round[];
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

export function RoundDialog({ rounds, onClose, onCreated }: RoundDialogProps) {
  const { today } = useIdentity();
  const defaults = proposal(rounds, today);
  const form = useContractForm<RoundValues>({
    schema: inputOf(selfInspection.createRound),
    defaults,
    draft: 'selfInspection.createRound',
  });
  const create = useWrite((values: RoundValues) => core.selfInspection.createRound(values), {
    shownInPlace: true,
    done: () => roundText.created,
    onDone: ({ id }) => {
      form.dropDraft();
      onCreated(id);
    },
  });
  const { control } = form;
  return (
    <Dialog
      title={roundText.title}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit((values) => create.mutate(values))()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {roundText.create}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{roundText.note}</p>
      <DraftNote isDraft={form.isDraft} onDrop={startOver} />
      <ErrorNotice refusal={create.error} />
      <RoundFields control={control} />
    </Dialog>
  );

  function startOver(): void {
    form.reset(defaults);
    form.dropDraft();
  }
}

/** Rounds follow each other: the next one cannot begin before the last has ended. */
function proposal(rounds: readonly Round[], today: string): RoundValues {
  const last = rounds.at(-1);
  const after = last ? addDays(calendarDate(last.endsOn), 1) : today;
  const beginsOn = after > today ? after : today;
  const number = (last?.number ?? 0) + 1;
  return { name: roundText.nameOf(number), beginsOn, endsOn: addDays(calendarDate(beginsOn), USUAL_DAYS) };
}

/** A round of the first campaign took about three weeks. */
const USUAL_DAYS = 20;
