import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { DefaultValues } from 'react-hook-form';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { peopleText, personFormText } from '../../text/personnel-page.ts';
import { postingStatusWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, DateField } from '../../ui/fields.tsx';
import { statusChoices, unitChoices } from './choices.ts';
import { DraftNote } from './draft-note.tsx';
import { PersonRefusal } from './person-refusal.tsx';
import { type Person, personnelQueries } from './personnel-queries.ts';

type TransferInput = Parameters<typeof core.personnel.transfer>[0];

const schema = inputOf(contract.personnel.transfer);

interface TransferFormProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Another unit or another status from a day on; what was before that day stays. */
export function TransferForm({ person, onClose }: TransferFormProps) {
  const { today } = useIdentity();
  const units = useQuery(personnelQueries.units());
  const form = useContractForm<TransferInput>({
    schema,
    defaults: inputFor(person, today),
    draft: `transfer ${person.id}`,
  });
  const name = person.name ?? peopleText.nameless;
  const unitName = (id: string) => units.data?.find((unit) => unit.id === id)?.name ?? '';
  const transfer = useWrite((input: TransferInput) => core.personnel.transfer(input), {
    shownInPlace: true,
    done: (_, { unit }) => personFormText.transferred(name, unitName(unit)),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  const startAgain = () => {
    form.reset(inputFor(person, today));
    form.dropDraft();
  };
  // Only Esc and the cross keep what was typed for the next time.
  const giveUp = () => {
    form.dropDraft();
    onClose();
  };
  return (
    <Dialog
      title={personFormText.transferTitle(name)}
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => transfer.mutate(values))}
      foot={
        <>
          <Button onClick={giveUp}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={transfer.isPending}>
            {formText.save}
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={startAgain} />
      <PersonRefusal
        refusal={transfer.error}
        id={person.id}
        onSaveMine={({ rev }) => {
          form.setValue('rev', rev);
          void form.handleSubmit((values) => transfer.mutate(values))();
        }}
        onDiscardMine={(theirs) => {
          form.reset(inputFor(theirs, today));
          form.dropDraft();
          transfer.reset();
        }}
      />
      <p>
        <span className="secondary">{personFormText.current}</span> {standingOf(person)}
      </p>
      <div className="form-grid">
        <ChoiceField
          control={control}
          name="unit"
          label={peopleText.columns.unit}
          choices={unitChoices(units.data ?? [])}
          placeholder={formText.notChosen}
          required
          autoFocus
        />
        <ChoiceField
          control={control}
          name="status"
          label={peopleText.columns.status}
          choices={statusChoices}
          required
        />
        <DateField
          control={control}
          name="from"
          label={personFormText.from}
          hint={personFormText.transferFromHint}
          required
        />
      </div>
    </Dialog>
  );
}

function inputFor({ id, rev, unit, status }: Person, today: string): DefaultValues<TransferInput> {
  return { id, rev, status: status ?? 'onDuty', from: today, ...(unit ? { unit } : {}) };
}

function standingOf({ unitName, status }: Person): string {
  if (!unitName || !status) return personFormText.currentlyNowhere;
  return `${unitName} · ${postingStatusWords[status]}`;
}
