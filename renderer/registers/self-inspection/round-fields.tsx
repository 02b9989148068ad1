import type { Control } from 'react-hook-form';
import type { core } from '../../state/core.ts';
import { roundText } from '../../text/self-inspection-page.ts';
import { DateField, TextField } from '../../ui/fields.tsx';

export type RoundValues = Parameters<typeof core.selfInspection.createRound>[0];

/** A round's name and days. */
export function RoundFields({ control }: { readonly control: Control<RoundValues, unknown, RoundValues> }) {
  return (
    <div className="form-grid">
      <TextField control={control} name="name" label={roundText.name} required whole />
      <DateField control={control} name="beginsOn" label={roundText.beginsOn} required />
      <DateField control={control} name="endsOn" label={roundText.endsOn} required />
    </div>
  );
}
