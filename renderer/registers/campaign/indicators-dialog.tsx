import { Button } from 'antd';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { presetIndicators } from '../../../shared/contract/preset.ts';
import { FIGURE_IDS } from '../../../shared/vocabulary/words.ts';
import { campaignText, indicatorsText as text } from '../../text/campaign-page.ts';
import { figureTexts } from '../../text/figures.ts';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.tsx';
import type { Campaign, IndicatorGroup } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { grounds } from './change-schema.ts';
import { newCode } from './new-code.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

type Indicator = IndicatorGroup['indicators'][number];
type Row = Omit<Indicator, 'figure'> & { figure: NonNullable<Indicator['figure']> | null };

interface Values extends Grounds {
  name: string | null;
  phase: string | null;
  indicators: Row[];
}

interface IndicatorsDialogProps {
  readonly campaign: Campaign;
  /** Null: a new one. */
  readonly group: IndicatorGroup | null;
  readonly onClose: () => void;
}

const { name, phase, indicators } = presetIndicators.shape;
const row = indicators.element;
const schema = grounds.extend({
  name,
  phase: phase.unwrap().nullable(),
  indicators: z.array(row.extend({ figure: row.shape.figure.unwrap().nullable() })).min(1),
});

const figures = FIGURE_IDS.map((value) => ({ value, label: `${text.figure} · ${figureTexts[value].name}` }));

/** One group of indicators with all of its rows. */
export function IndicatorsDialog({ campaign, group, onClose }: IndicatorsDialogProps) {
  const change = useChange<Values>({
    campaign,
    schema,
    defaults: { ...NO_GROUNDS, ...valuesOf(campaign, group) },
    draft: `campaign.indicators ${group?.id ?? ''}`,
    changes: (values, { evaluation }) => ({ evaluation: withGroup(evaluation, group?.id, values) }),
    onClose,
  });
  const { control } = change.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'indicators', keyName: 'key' });
  const phases = campaign.phases.map((one) => ({ value: one.id, label: one.name }));
  return (
    <ChangeDialog title={group ? text.dialog(group.name) : text.newGroup} change={change} wide>
      <div className="form-grid">
        <TextField control={control} name="name" label={text.groupName} required autoFocus />
        <ChoiceField
          control={control}
          name="phase"
          label={text.columns.phase}
          choices={phases}
          placeholder={text.everyPhase}
          allowClear
        />
      </div>
      <ul className="campaign-rows">
        {fields.map(({ key }, place) => (
          <li key={key} className="campaign-indicator-row">
            <TextField
              control={control}
              name={`indicators.${place}.name`}
              label={text.indicatorName(place + 1)}
              placeholder={campaignText.unnamed}
              maxLength={200}
            />
            <ChoiceField
              control={control}
              name={`indicators.${place}.figure`}
              label={text.indicatorFigure(place + 1)}
              choices={figures}
              placeholder={text.text}
              allowClear
            />
            <CheckField
              control={control}
              name={`indicators.${place}.evidence`}
              label={text.indicatorEvidence(place + 1)}
            />
            <Button
              aria-label={text.removeIndicator(place + 1)}
              disabled={fields.length === 1}
              onClick={() => remove(place)}
            >
              {campaignText.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          className="link-button"
          onClick={() => append(nextRow(change.form.getValues(), campaign))}
        >
          ＋ {text.addIndicator}
        </button>
      </p>
    </ChangeDialog>
  );
}

function valuesOf(campaign: Campaign, group: IndicatorGroup | null): Omit<Values, keyof Grounds> {
  if (!group) return { name: null, phase: null, indicators: [nextRow({ indicators: [] }, campaign)] };
  return {
    name: group.name,
    phase: group.phase ?? null,
    indicators: group.indicators.map(({ figure = null, ...rest }) => ({ ...rest, figure })),
  };
}

/** Its id is none that any group has. */
function nextRow(values: Pick<Values, 'indicators'>, { evaluation }: Campaign): Row {
  const taken = [...evaluation.flatMap((group) => group.indicators), ...values.indicators];
  return { id: newCode('indicator', taken), name: null, figure: null, evidence: true };
}

function withGroup(
  groups: readonly IndicatorGroup[],
  id: string | undefined,
  values: Values,
): IndicatorGroup[] {
  const changed: IndicatorGroup = {
    id: id ?? newCode('group', groups),
    name: values.name ?? '',
    ...(values.phase && { phase: values.phase }),
    indicators: values.indicators.map(({ figure, ...rest }) => ({ ...rest, ...(figure && { figure }) })),
  };
  if (id === undefined) return [...groups, changed];
  return groups.map((one) => (one.id === id ? changed : one));
}
