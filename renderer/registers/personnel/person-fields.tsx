import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { formText } from '../../text/form.ts';
import { peopleText, personFormText } from '../../text/personnel-page.ts';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.tsx';
import { staffingChoices } from './choices.ts';

const { columns } = peopleText;

/** The fields of the person alone, wherever they belong. */
export interface PersonFieldValues extends FieldValues {
  readonly name: string;
  readonly post?: string | null | undefined;
  readonly staffing?: string | null | undefined;
  readonly orderNumber?: number | null | undefined;
  readonly disambiguator?: string | null | undefined;
}

export function PersonNameField<Values extends PersonFieldValues>({ control }: Controlled<Values>) {
  return (
    <TextField control={control} name={'name' as FieldPath<Values>} label={columns.name} required autoFocus />
  );
}

export function PersonOtherFields<Values extends PersonFieldValues>({ control }: Controlled<Values>) {
  return (
    <>
      <TextField control={control} name={'post' as FieldPath<Values>} label={columns.post} />
      <ChoiceField
        control={control}
        name={'staffing' as FieldPath<Values>}
        label={columns.staffing}
        choices={staffingChoices}
        placeholder={formText.notChosen}
        allowClear
      />
      <NumberField control={control} name={'orderNumber' as FieldPath<Values>} label={columns.orderNumber} />
      <TextField
        control={control}
        name={'disambiguator' as FieldPath<Values>}
        label={columns.disambiguator}
        hint={personFormText.disambiguatorHint}
      />
    </>
  );
}

interface Controlled<Values extends PersonFieldValues> {
  readonly control: Control<Values, unknown, Values>;
}
