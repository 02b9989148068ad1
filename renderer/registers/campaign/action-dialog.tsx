import { z } from 'zod';
import { presetAction } from '../../../shared/contract/preset.ts';
import { phasesText, actionsText as text } from '../../text/campaign-page.ts';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.tsx';
import type { Action, Campaign } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { grounds } from './change-schema.ts';
import { newCode } from './new-code.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

interface Values extends Grounds {
  name: string | null;
  phase: string;
  origin: Action['origin'];
  kind: Action['recurrence']['kind'];
  times: number | null;
  meeting: NonNullable<Action['meeting']> | null;
}

interface ActionDialogProps {
  readonly campaign: Campaign;
  /** Null: a new one. */
  readonly action: Action | null;
  /** The phase that a new one begins with. */
  readonly phase: string | null;
  readonly onClose: () => void;
}

const { name, phase, origin } = presetAction.shape;
const schema = grounds
  .extend({
    // what is edited here has a name, or nobody would know it
    ...{ name: name.unwrap(), phase, origin },
    kind: z.enum(['once', 'monthly', 'times']),
    times: z.int().min(2).max(100).nullable(),
    meeting: z.enum(['deployment', 'exchange', 'evaluation']).nullable(),
  })
  .check(({ value, issues }) => {
    if (value.kind !== 'times' || value.times !== null) return;
    issues.push({ code: 'invalid_type', expected: 'number', path: ['times'], input: null });
  });

const origins = (['parent', 'office', 'own'] as const).map((value) => ({ value, label: text.origin[value] }));
const kinds = (['once', 'monthly', 'times'] as const).map((value) => ({ value, label: text.kind[value] }));
const meetings = (['deployment', 'exchange', 'evaluation'] as const).map((value) => ({
  value,
  label: phasesText.meeting[value],
}));

export function ActionDialog({ campaign, action, phase: asked, onClose }: ActionDialogProps) {
  const change = useChange<Values>({
    campaign,
    schema,
    defaults: { ...NO_GROUNDS, ...valuesOf(action, asked ?? campaign.phases[0]?.id ?? '') },
    draft: `campaign.action ${action?.id ?? ''}`,
    changes: (values, { actions }) => ({ actions: withAction(actions, action?.id, values) }),
    onClose,
  });
  const { control, watch } = change.form;
  const phases = campaign.phases.map((one) => ({ value: one.id, label: one.name }));
  return (
    <ChangeDialog title={action ? text.editTitle(action.name) : text.addTitle} change={change}>
      <div className="form-grid">
        <TextField
          control={control}
          name="name"
          label={text.columns.name}
          maxLength={200}
          required
          whole
          autoFocus
        />
        <ChoiceField control={control} name="phase" label={text.columns.phase} choices={phases} required />
        <ChoiceField control={control} name="origin" label={text.columns.origin} choices={origins} required />
        <ChoiceField control={control} name="kind" label={text.columns.recurrence} choices={kinds} required />
        {watch('kind') === 'times' && (
          <NumberField control={control} name="times" label={text.times} required />
        )}
        <ChoiceField
          control={control}
          name="meeting"
          label={text.columns.meeting}
          choices={meetings}
          allowClear
        />
      </div>
      {action && <p className="secondary">{text.recurrenceFixed}</p>}
    </ChangeDialog>
  );
}

function valuesOf(action: Action | null, phaseOfNew: string): Omit<Values, keyof Grounds> {
  const recurrence = action?.recurrence;
  return {
    name: action?.name ?? null,
    phase: action?.phase ?? phaseOfNew,
    origin: action?.origin ?? 'own',
    kind: recurrence?.kind ?? 'once',
    times: recurrence?.kind === 'times' ? recurrence.times : null,
    meeting: action?.meeting ?? null,
  };
}

/** In its place, or at the end of its phase's. */
function withAction(actions: readonly Action[], id: string | undefined, values: Values): Action[] {
  const changed = { id: id ?? newCode(values.phase, actions), ...fieldsOf(values) };
  if (id !== undefined) return actions.map((one) => (one.id === id ? changed : one));
  const last = actions.findLastIndex((one) => one.phase === values.phase);
  return actions.toSpliced(last < 0 ? actions.length : last + 1, 0, changed);
}

function fieldsOf({ name: called, phase: of, origin: by, kind, times, meeting }: Values): Omit<Action, 'id'> {
  return {
    ...{ phase: of, name: called, origin: by },
    ...(meeting && { meeting }),
    recurrence: kind === 'times' ? { kind, times: times ?? 2 } : { kind },
  };
}
