import { useQuery } from '@tanstack/react-query';
import type { DefaultValues } from 'react-hook-form';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { peopleText, personFormText, type TransferKind, transferText } from '../../text/personnel-page.ts';
import { postingStatusWords } from '../../text/words.ts';
import { ChoiceField, DateField } from '../../ui/fields.tsx';
import { openUnitChoices, statusChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { PersonRefusal } from './person-refusal.tsx';
import { type Person, personnelQueries } from './personnel-queries.ts';

type TransferInput = Parameters<typeof core.personnel.transfer>[0];

const schema = inputOf(contract.personnel.transfer);

interface TransferFormProps {
  readonly kind: TransferKind;
  readonly person: Person;
  readonly onClose: () => void;
}

/** Another unit or another status from a day on; what was before that day stays. */
export function TransferForm({ kind, person, onClose }: TransferFormProps) {
  const { today } = useIdentity();
  const units = useQuery(personnelQueries.units());
  const defaults = inputFor(person, kind, today);
  const form = useContractForm<TransferInput>({ schema, defaults, draft: `${kind} ${person.id}` });
  const name = person.name ?? peopleText.nameless;
  const unitName = (id: string) => units.data?.find((unit) => unit.id === id)?.name ?? '';
  const write = useWrite((input: TransferInput) => core.personnel.transfer(input), {
    shownInPlace: true,
    done: (_, { unit, status }) =>
      personFormText.transferred(name, unitName(unit), postingStatusWords[status]),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={transferText[kind].title(name)}
      form={form}
      write={write}
      defaults={defaults}
      refusal={
        <PersonRefusal
          refusal={write.error}
          id={person.id}
          onSaveMine={({ rev }) => {
            form.setValue('rev', rev);
            void form.handleSubmit((values) => write.mutate(values))();
          }}
          onDiscardMine={(theirs) => {
            form.reset(inputFor(theirs, kind, today));
            form.dropDraft();
            write.reset();
          }}
        />
      }
      onClose={onClose}
    >
      <p>
        <span className="secondary">{personFormText.current}</span> {standingOf(person)}
      </p>
      <p className="secondary">{transferText[kind].note}</p>
      <div className="form-grid">
        <ChoiceField
          control={control}
          name="unit"
          label={transferText[kind].unit}
          choices={openUnitChoices(units.data ?? [])}
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
    </FormDialog>
  );
}

function inputFor(
  { id, rev, unit, status }: Person,
  kind: TransferKind,
  today: string,
): DefaultValues<TransferInput> {
  const next = kind === 'transfer' ? (status ?? 'onDuty') : kind;
  return { id, rev, status: next, from: today, ...(unit ? { unit } : {}) };
}

function standingOf({ unitName, status }: Person): string {
  if (!unitName || !status) return personFormText.currentlyNowhere;
  return `${unitName} · ${postingStatusWords[status]}`;
}
