import type { Control } from 'react-hook-form';
import { INSTITUTION_KINDS } from '../../../shared/vocabulary/words.ts';
import { institutionsText as text } from '../../text/institutions-page.ts';
import { institutionKindWords } from '../../text/words.ts';
import { ChoiceField, DateField, TextField } from '../../ui/fields.tsx';
import { useUnitChoices } from './counter-import-dialog.tsx';
import type { InstitutionValues } from './institution-values.ts';

interface InstitutionFieldsProps {
  readonly control: Control<InstitutionValues, unknown, InstitutionValues>;
}

const kinds = INSTITUTION_KINDS.map((value) => ({ value, label: institutionKindWords[value] }));

/** The same fields in the entry line and in the dialog. */
export function InstitutionFields({ control }: InstitutionFieldsProps) {
  const units = useUnitChoices();
  return (
    <>
      <ChoiceField {...{ control }} name="kind" label={text.kind} choices={kinds} required />
      <TextField {...{ control }} name="title" label={text.name} maxLength={200} required />
      <TextField
        {...{ control }}
        name="documentNumber"
        label={text.documentNumber}
        placeholder={text.documentNumberHint}
      />
      <DateField {...{ control }} name="on" label={text.on} required />
      <ChoiceField
        {...{ control }}
        name="unit"
        label={text.unit}
        choices={units}
        placeholder={text.own}
        allowClear
      />
    </>
  );
}
