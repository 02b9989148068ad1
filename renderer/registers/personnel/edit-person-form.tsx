import { useState } from 'react';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { peopleText, personFormText } from '../../text/personnel-page.ts';
import { FormDialog } from './form-dialog.tsx';
import { PersonNameField, PersonOtherFields } from './person-fields.tsx';
import { PersonRefusal } from './person-refusal.tsx';
import type { Person } from './personnel-queries.ts';
import { rebased } from './rebase.ts';

type PersonInput = Parameters<typeof core.personnel.updatePerson>[0];

const schema = inputOf(contract.personnel.updatePerson);

interface EditPersonFormProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Name, post and the like; where the person belongs is changed by a transfer, which has its day. */
export function EditPersonForm({ person, onClose }: EditPersonFormProps) {
  const [opened, setOpened] = useState(person);
  const form = useContractForm<PersonInput>({
    schema,
    defaults: inputFor(person),
    draft: `person ${person.id}`,
  });
  const update = useWrite((input: PersonInput) => core.personnel.updatePerson(input), {
    shownInPlace: true,
    done: (_, { name }) => personFormText.edited(name),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={personFormText.editTitle(person.name ?? peopleText.nameless)}
      form={form}
      write={update}
      defaults={inputFor(person)}
      refusal={
        <PersonRefusal
          refusal={update.error}
          id={person.id}
          onSaveMine={(theirs) => {
            void form.handleSubmit((values) => {
              const mine = rebased({ ...values, rev: opened.rev }, inputFor(opened), inputFor(theirs));
              form.reset(mine, { keepDefaultValues: true });
              setOpened(theirs);
              update.mutate(mine);
            })();
          }}
          onDiscardMine={(theirs) => {
            form.reset(inputFor(theirs));
            setOpened(theirs);
            form.dropDraft();
            update.reset();
          }}
        />
      }
      onClose={onClose}
    >
      <div className="form-grid">
        <PersonNameField control={control} />
        <PersonOtherFields control={control} />
      </div>
    </FormDialog>
  );
}

function inputFor(person: Person): PersonInput {
  const { id, rev, name, post, staffing, orderNumber, disambiguator } = person;
  return { id, rev, name: name ?? '', post, staffing, orderNumber, disambiguator };
}
