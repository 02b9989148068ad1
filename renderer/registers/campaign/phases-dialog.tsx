import { Button } from 'antd';
import { useFieldArray } from 'react-hook-form';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { PHASE_STAGES } from '../../../shared/vocabulary/words.ts';
import { campaignText, phasesText as text } from '../../text/campaign-page.ts';
import { phaseStageWords } from '../../text/words.ts';
import { ChoiceField, DateField, TextField } from '../../ui/fields.tsx';
import type { Campaign, Phase } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { phasesChange } from './change-schema.ts';
import { newCode } from './new-code.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

interface Values extends Grounds {
  phases: Phase[];
}

const stages = PHASE_STAGES.map((value) => ({ value, label: phaseStageWords[value] }));

/** All phases at once: moving one often moves the next. */
export function PhasesDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const change = useChange<Values>({
    campaign,
    schema: phasesChange,
    defaults: { ...NO_GROUNDS, phases: campaign.phases },
    draft: 'campaign.phases',
    changes: ({ phases }) => ({ phases }),
    onClose,
  });
  const { control } = change.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'phases', keyName: 'key' });
  return (
    <ChangeDialog title={text.dialog} change={change} wide>
      <ul className="campaign-rows">
        {fields.map(({ key, name }, place) => (
          <li key={key} className="campaign-phase-row">
            <TextField control={control} name={`phases.${place}.name`} label={text.columns.name} required />
            <DateField
              control={control}
              name={`phases.${place}.beginsOn`}
              label={campaignText.from}
              required
            />
            <DateField
              control={control}
              name={`phases.${place}.endsOn`}
              label={campaignText.until}
              required
            />
            <ChoiceField
              control={control}
              name={`phases.${place}.stage`}
              label={text.stage}
              choices={stages}
            />
            <Button
              aria-label={text.removePhase(name)}
              disabled={fields.length === 1}
              onClick={() => remove(place)}
            >
              {campaignText.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p className="secondary">
        <button
          type="button"
          className="link-button"
          onClick={() => append(nextPhase(change.form.getValues('phases')))}
        >
          ＋ {text.addPhase}
        </button>{' '}
        {text.rule}
      </p>
    </ChangeDialog>
  );
}

/** After the last one, for a month. */
function nextPhase(phases: readonly Phase[]): Phase {
  const last = phases.at(-1)?.endsOn ?? '';
  const beginsOn = last === '' ? '' : addDays(calendarDate(last), 1);
  const endsOn = last === '' ? '' : addDays(calendarDate(last), 30);
  return { id: newCode('phase', phases), name: text.newName, beginsOn, endsOn, stage: 'main' };
}
