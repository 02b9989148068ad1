import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { unitsText } from '../../text/units-page.ts';
import { ChoiceField, DateField } from '../../ui/fields.tsx';
import { openUnitChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Unit } from './personnel-queries.ts';
import { idsBelow } from './tree-rows.ts';
import { UnitRefusal } from './unit-refusal.tsx';

interface UnitStepFormProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

type Move = Parameters<typeof core.personnel.moveUnit>[0];
type Close = Parameters<typeof core.personnel.closeUnit>[0];
type Merge = Parameters<typeof core.personnel.mergeUnits>[0];
type Version = Parameters<typeof core.personnel.reopenUnit>[0];

export function MoveUnitForm(props: UnitStepFormProps) {
  const { unit, units } = props;
  const { id, rev, parent } = unit;
  const name = (one: string | null) => units.find((other) => other.id === one)?.name ?? unitsText.noParent;
  const step = useUnitStep<Move>(props, {
    kind: 'move',
    schema: inputOf(contract.personnel.moveUnit),
    defaults: { id, rev, parent },
    write: (input) => core.personnel.moveUnit(input),
    done: (_, input) => unitsText.moved(unit.name, name(input.parent)),
  });
  return (
    <FormDialog {...step.dialog} title={unitsText.moveTitle(unit.name)} save={unitsText.steps.move}>
      <p className="secondary">{unitsText.moveNote}</p>
      <ChoiceField
        control={step.form.control}
        name="parent"
        label={unitsText.parent}
        choices={openUnitChoices(others(props))}
        placeholder={unitsText.noParent}
        allowClear
      />
    </FormDialog>
  );
}

export function CloseUnitForm(props: UnitStepFormProps) {
  const { id, rev, name, people } = props.unit;
  const { today } = useIdentity();
  const step = useUnitStep<Close>(props, {
    kind: 'close',
    schema: inputOf(contract.personnel.closeUnit),
    defaults: { id, rev, on: today },
    write: (input) => core.personnel.closeUnit(input),
    done: (_, { on }) => unitsText.closedDone(name, on),
  });
  return (
    <FormDialog {...step.dialog} title={unitsText.closeTitle(name)} save={unitsText.steps.close}>
      <p>{unitsText.closeNote}</p>
      {people > 0 && <div className="notice warn">{unitsText.stillThere(people)}</div>}
      <DateField
        control={step.form.control}
        name="on"
        label={unitsText.closeOn}
        hint={unitsText.closeOnHint}
        required
      />
    </FormDialog>
  );
}

export function MergeUnitForm(props: UnitStepFormProps) {
  const { unit, units } = props;
  const { id, rev, name, people } = unit;
  const { today } = useIdentity();
  const step = useUnitStep<Merge, Awaited<ReturnType<typeof core.personnel.mergeUnits>>>(props, {
    kind: 'merge',
    schema: inputOf(contract.personnel.mergeUnits),
    defaults: { id, rev, on: today },
    write: (input) => core.personnel.mergeUnits(input),
    done: (counts, { into }) =>
      unitsText.merged(name, units.find((one) => one.id === into)?.name ?? '', counts),
  });
  const { control } = step.form;
  return (
    <FormDialog {...step.dialog} title={unitsText.mergeTitle(name)} save={unitsText.steps.merge}>
      <p>{unitsText.mergeNote(people)}</p>
      <div className="form-grid">
        <ChoiceField
          control={control}
          name="into"
          label={unitsText.into}
          choices={openUnitChoices(others(props))}
          placeholder={formText.notChosen}
          required
        />
        <DateField control={control} name="on" label={unitsText.mergeOn} required />
      </div>
    </FormDialog>
  );
}

export function ReopenUnitForm(props: UnitStepFormProps) {
  const { id, rev, name } = props.unit;
  const step = useUnitStep<Version>(props, {
    kind: 'reopen',
    schema: inputOf(contract.personnel.reopenUnit),
    defaults: { id, rev },
    write: (input) => core.personnel.reopenUnit(input),
    done: () => unitsText.reopened(name),
  });
  return (
    <FormDialog {...step.dialog} title={unitsText.reopenTitle(name)} save={unitsText.steps.reopen}>
      <p>{unitsText.reopenNote}</p>
    </FormDialog>
  );
}

export function RemoveUnitForm(props: UnitStepFormProps) {
  const { id, rev, name } = props.unit;
  const step = useUnitStep<Version>(props, {
    kind: 'remove',
    schema: inputOf(contract.personnel.removeUnit),
    defaults: { id, rev },
    write: (input) => core.personnel.removeUnit(input),
    done: () => unitsText.removed(name),
  });
  return (
    <FormDialog {...step.dialog} title={unitsText.removeTitle(name)} save={unitsText.steps.remove}>
      <p>{unitsText.removeNote}</p>
    </FormDialog>
  );
}

interface UnitStep<Input extends FieldValues, Answer> {
  readonly kind: string;
  readonly schema: z.ZodType;
  readonly defaults: DefaultValues<Input>;
  readonly write: (input: Input) => Promise<Answer>;
  readonly done: (answer: Answer, input: Input) => string;
}

/** What all steps of a unit share: its version, where a refusal stands, and what happens when somebody was first. */
function useUnitStep<Input extends FieldValues & Version, Answer = unknown>(
  { unit, onClose, onDone }: UnitStepFormProps,
  { kind, schema, defaults, write: send, done }: UnitStep<Input, Answer>,
) {
  const form = useContractForm<Input>({ schema, defaults, draft: `unit ${kind} ${unit.id}` });
  const write = useWrite<Input, Answer>(send, {
    shownInPlace: true,
    done,
    onDone: () => {
      form.dropDraft();
      onClose();
      onDone?.();
    },
  });
  const refusal = (
    <UnitRefusal
      refusal={write.error}
      id={unit.id}
      onSaveMine={({ rev }) => write.mutate({ ...form.getValues(), rev })}
      onDiscardMine={() => {
        form.dropDraft();
        onClose();
      }}
    />
  );
  return { form, dialog: { form, write, defaults, refusal, onClose } };
}

/** A unit never stands below itself. */
function others({ unit, units }: UnitStepFormProps): readonly Unit[] {
  const below = idsBelow(units, unit.id);
  return units.filter(({ id }) => !below.has(id));
}
