import { Button } from 'antd';
import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { unitsText } from '../../text/personnel-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { organKindChoices, unitChoices } from './choices.ts';
import { DraftNote } from './draft-note.tsx';
import type { Unit } from './personnel-queries.ts';

type UnitInput = Parameters<typeof core.personnel.createUnit>[0];

/** An emptied field is null in a form; the contract leaves such a field out. */
const schema = z.preprocess(
  (values) => Object.fromEntries(Object.entries(values as object).filter(([, value]) => value !== null)),
  inputOf(contract.personnel.createUnit),
);

interface UnitFormProps {
  readonly units: readonly Unit[];
  /** The unit chosen in the tree: the new one most likely stands below it. */
  readonly parent: string | null;
  readonly onClose: () => void;
}

export function UnitForm({ units, parent, onClose }: UnitFormProps) {
  const defaults: UnitInput = { name: '', parent, kind: null };
  const form = useContractForm<UnitInput>({ schema, defaults, draft: 'unit' });
  const create = useWrite((input: UnitInput) => core.personnel.createUnit(input), {
    shownInPlace: true,
    done: (_, { name }) => unitsText.created(name),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const { control } = form;
  const startAgain = () => {
    form.reset(defaults);
    form.dropDraft();
  };
  // Only Esc and the cross keep what was typed for the next time.
  const giveUp = () => {
    form.dropDraft();
    onClose();
  };
  return (
    <Dialog
      title={unitsText.add}
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => create.mutate(values))}
      foot={
        <>
          <Button onClick={giveUp}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={create.isPending}>
            {formText.save}
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={startAgain} />
      <ErrorNotice refusal={create.error} />
      <div className="form-grid">
        <TextField control={control} name="name" label={unitsText.name} required whole autoFocus />
        <ChoiceField
          control={control}
          name="parent"
          label={unitsText.parent}
          choices={unitChoices(units)}
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
    </Dialog>
  );
}
