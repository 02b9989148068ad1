import { useQuery } from '@tanstack/react-query';
import type { DefaultValues } from 'react-hook-form';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { peopleText, personFormText } from '../../text/personnel-page.ts';
import { ChoiceField, DateField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { openUnitChoices, statusChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { PersonNameField, PersonOtherFields } from './person-fields.tsx';
import { personnelQueries } from './personnel-queries.ts';

type PersonInput = Parameters<typeof core.personnel.addPerson>[0];

const schema = inputOf(contract.personnel.addPerson);

interface AddPersonFormProps {
  /** The unit whose list is open. */
  readonly unit: string | null;
  readonly onClose: () => void;
}

export function AddPersonForm({ unit, onClose }: AddPersonFormProps) {
  const { today } = useIdentity();
  const units = useQuery(personnelQueries.units());
  const defaults: DefaultValues<PersonInput> = {
    ...(unit ? { unit } : {}),
    name: '',
    status: 'onDuty',
    from: today,
    post: null,
    staffing: null,
    orderNumber: null,
    disambiguator: null,
  };
  const form = useContractForm<PersonInput>({ schema, defaults, draft: 'person' });
  const add = useWrite((input: PersonInput) => core.personnel.addPerson(input), {
    shownInPlace: true,
    done: (_, { name }) => personFormText.added(name),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={personFormText.addTitle}
      form={form}
      write={add}
      defaults={defaults}
      refusal={<ErrorNotice refusal={add.error} />}
      onClose={onClose}
    >
      {units.data?.length === 0 && <div className="notice warn">{personFormText.noUnits}</div>}
      <div className="form-grid">
        <PersonNameField control={control} />
        <ChoiceField
          control={control}
          name="unit"
          label={peopleText.columns.unit}
          choices={openUnitChoices(units.data ?? [])}
          placeholder={formText.notChosen}
          required
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
          hint={personFormText.addFromHint}
          required
        />
        <PersonOtherFields control={control} />
      </div>
    </FormDialog>
  );
}
