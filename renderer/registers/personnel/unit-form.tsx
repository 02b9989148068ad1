import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { unitsText } from '../../text/units-page.ts';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { openUnitChoices, organKindChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Unit } from './personnel-queries.ts';
import { rebased } from './rebase.ts';
import { UnitRefusal } from './unit-refusal.tsx';

type NewUnit = Parameters<typeof core.personnel.createUnit>[0];
type ChangedUnit = Parameters<typeof core.personnel.updateUnit>[0];

/** An emptied field is null in a form; the contract leaves such a field out. */
const newUnit = z.preprocess(
  (values) => Object.fromEntries(Object.entries(values as object).filter(([, value]) => value !== null)),
  inputOf(contract.personnel.createUnit),
);
const changedUnit = inputOf(contract.personnel.updateUnit);

interface AddUnitFormProps {
  readonly units: readonly Unit[];
  /** The unit chosen in the tree: the new one most likely stands below it. */
  readonly parent: string | null;
  readonly onClose: () => void;
}

export function AddUnitForm({ units, parent, onClose }: AddUnitFormProps) {
  const defaults: NewUnit = { name: '', parent, kind: null };
  const form = useContractForm<NewUnit>({ schema: newUnit, defaults, draft: 'unit' });
  const create = useWrite((input: NewUnit) => core.personnel.createUnit(input), {
    shownInPlace: true,
    done: (_, { name }) => unitsText.created(name),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={unitsText.add}
      form={form}
      write={create}
      defaults={defaults}
      refusal={<ErrorNotice refusal={create.error} />}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField control={control} name="name" label={unitsText.name} required whole autoFocus />
        <ChoiceField
          control={control}
          name="parent"
          label={unitsText.parent}
          choices={openUnitChoices(units)}
          placeholder={unitsText.noParent}
          allowClear
        />
        <ChoiceField
          control={control}
          name="kind"
          label={unitsText.kind}
          choices={organKindChoices}
          placeholder={formText.notChosen}
          allowClear
        />
        <NumberField
          control={control}
          name="orderNumber"
          label={unitsText.orderNumber}
          hint={unitsText.orderNumberHint}
        />
      </div>
    </FormDialog>
  );
}

interface EditUnitFormProps {
  readonly unit: Unit;
  readonly onClose: () => void;
}

/** Renaming tells what was always meant: a unit that became another one is merged or closed, on a day. */
export function EditUnitForm({ unit, onClose }: EditUnitFormProps) {
  const defaults = inputFor(unit);
  const form = useContractForm<ChangedUnit>({ schema: changedUnit, defaults, draft: `unit ${unit.id}` });
  const update = useWrite((input: ChangedUnit) => core.personnel.updateUnit(input), {
    shownInPlace: true,
    done: (_, { name }) => unitsText.edited(name),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={unitsText.editTitle(unit.name)}
      form={form}
      write={update}
      defaults={defaults}
      refusal={
        <UnitRefusal
          refusal={update.error}
          id={unit.id}
          onSaveMine={(theirs) => {
            const mine = rebased(form.getValues(), defaults, inputFor(theirs));
            form.reset(mine, { keepDefaultValues: true });
            update.mutate(mine);
          }}
          onDiscardMine={(theirs) => {
            form.reset(inputFor(theirs));
            form.dropDraft();
            update.reset();
          }}
        />
      }
      onClose={onClose}
    >
      <p className="secondary">{unitsText.editNote}</p>
      <div className="form-grid">
        <TextField control={control} name="name" label={unitsText.name} required whole autoFocus />
        <ChoiceField
          control={control}
          name="kind"
          label={unitsText.kind}
          choices={organKindChoices}
          placeholder={formText.notChosen}
          allowClear
        />
        <NumberField control={control} name="orderNumber" label={unitsText.orderNumber} />
      </div>
    </FormDialog>
  );
}

function inputFor({ id, rev, name, kind, orderNumber }: Unit): ChangedUnit {
  return { id, rev, name, kind, orderNumber };
}
