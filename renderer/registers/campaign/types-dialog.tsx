import { z } from 'zod';
import {
  EDUCATION_TYPES,
  type EducationType,
  OWN_EDUCATION_TYPES,
} from '../../../shared/vocabulary/words.ts';
import { typesText as text } from '../../text/campaign-page.ts';
import { educationTypeWords } from '../../text/words.ts';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import type { Campaign } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { grounds } from './change-schema.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

type Use = 'required' | 'offered' | 'unused';

interface Values extends Grounds {
  uses: Record<EducationType, Use>;
  names: Record<EducationType, string | null>;
}

const uses = (['required', 'offered', 'unused'] as const).map((value) => ({ value, label: text[value] }));
const own: readonly string[] = OWN_EDUCATION_TYPES;

const schema = z
  .object({
    uses: z.record(z.enum(EDUCATION_TYPES), z.enum(['required', 'offered', 'unused'])),
    names: z.record(z.enum(EDUCATION_TYPES), z.string().max(20).nullable()),
  })
  .extend(grounds.shape)
  .check(({ value, issues }) => {
    for (const type of OWN_EDUCATION_TYPES) {
      if (value.uses[type] === 'unused' || value.names[type]) continue;
      issues.push({ code: 'invalid_type', expected: 'string', path: ['names', type], input: null });
    }
  });

/** Which types count for 普及率, which may be chosen beside them, and what the campaign calls them. */
export function TypesDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const change = useChange<Values>({
    campaign,
    schema,
    defaults: { ...NO_GROUNDS, ...valuesOf(campaign) },
    draft: 'campaign.types',
    changes: ({ uses: chosen, names }) => ({
      requiredTypes: EDUCATION_TYPES.filter((type) => chosen[type] === 'required'),
      offeredTypes: EDUCATION_TYPES.filter((type) => chosen[type] === 'offered'),
      typeNames: Object.fromEntries(
        EDUCATION_TYPES.flatMap((type) => {
          const name = names[type]?.trim();
          return name && chosen[type] !== 'unused' ? [[type, name]] : [];
        }),
      ),
    }),
    onClose,
  });
  const { control } = change.form;
  return (
    <ChangeDialog title={text.dialog} change={change} wide>
      <ul className="campaign-rows campaign-types">
        {EDUCATION_TYPES.map((type) => {
          const word = educationTypeWords[type];
          return (
            <li key={type} className="campaign-type-row">
              <ChoiceField control={control} name={`uses.${type}`} label={text.use(word)} choices={uses} />
              <TextField
                control={control}
                name={`names.${type}`}
                label={text.ownName(word)}
                placeholder={own.includes(type) ? '' : word}
                maxLength={20}
              />
            </li>
          );
        })}
      </ul>
      <p className="secondary">{text.nameHint}</p>
    </ChangeDialog>
  );
}

function valuesOf({ requiredTypes, offeredTypes, typeNames }: Campaign) {
  const useOf = (type: EducationType): Use => {
    if (requiredTypes.includes(type)) return 'required';
    return offeredTypes.includes(type) ? 'offered' : 'unused';
  };
  return {
    uses: Object.fromEntries(EDUCATION_TYPES.map((type) => [type, useOf(type)])) as Values['uses'],
    names: Object.fromEntries(
      EDUCATION_TYPES.map((type) => [type, typeNames[type] ?? null]),
    ) as Values['names'],
  };
}
