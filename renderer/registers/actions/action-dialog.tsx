import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { actions } from '../../../shared/contract/actions.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { actionsText, actionFormText as text } from '../../text/actions-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { ChoiceField, DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { inputOfAction } from './action-input.ts';
import { type Action, actionsQueries } from './actions-queries.ts';
import { SessionsField } from './sessions-field.tsx';

interface ActionDialogProps {
  /** Null: a new one of the office's own choice. */
  readonly action: Action | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

interface ActionValues {
  id: string;
  rev: number;
  name: string | null;
  phase: string | null;
  dueOn: string | null;
  unit: string | null;
  evidenceNumber: string | null;
  sessions: string[];
  note: string | null;
}

/** What can be changed of an action; of a new one what it is. */
export function ActionDialog({ action: opened, onClose, onSaved }: ActionDialogProps) {
  const [action, setAction] = useState(opened);
  const client = useQueryClient();
  const { phases, units, phaseOfToday } = useChoices();
  const form = useContractForm<ActionValues>({
    schema: inputOf(action ? actions.update : actions.addOwn),
    defaults: valuesOf(action, phaseOfToday),
    draft: `actions ${action?.id ?? 'new'}`,
  });
  const save = useWrite(({ values, upon }: Saving) => saveAction(values, upon), {
    shownInPlace: true,
    done: () => (action ? text.saved : text.created),
    onDone: ({ id }) => {
      close();
      onSaved?.(id);
    },
  });
  const submit = form.handleSubmit(() => save.mutate({ values: form.getValues(), upon: action }));
  const { control } = form;
  const chosenPhase = phases.find(({ id }) => id === (action?.phase ?? form.watch('phase')));
  return (
    <Dialog
      title={action ? text.edit(actionsText.name(action.name, action.month)) : text.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={() => startOver(action)} />
      {save.error?.code === 'conflict' && action ? (
        <ConflictNotice
          refusal={save.error}
          onSaveMine={() => void latest().then((upon) => save.mutate({ values: form.getValues(), upon }))}
          onDiscardMine={() => void latest().then(startOver)}
        />
      ) : (
        <ErrorNotice refusal={save.error} />
      )}
      <div className="form-grid">
        {action === null && (
          <>
            <TextField {...{ control }} name="name" label={text.name} required whole autoFocus />
            <ChoiceField
              {...{ control }}
              name="phase"
              label={text.phase}
              required
              choices={phases.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        )}
        <DateField
          {...{ control }}
          name="dueOn"
          label={text.dueOn}
          hint={chosenPhase && text.dueHint(chosenPhase.beginsOn, chosenPhase.endsOn)}
          required
        />
        <ChoiceField
          {...{ control }}
          name="unit"
          label={text.unit}
          placeholder={text.unitNone}
          allowClear
          choices={units}
        />
        {action && (
          <>
            <TextField {...{ control }} name="evidenceNumber" label={text.evidenceNumber} />
            <SessionsField {...{ control }} name="sessions" action={action} />
          </>
        )}
        <LongTextField {...{ control }} name="note" label={text.note} maxLength={200} rows={2} />
      </div>
    </Dialog>
  );

  async function latest(): Promise<Action | null> {
    if (!action) return null;
    const found = await client.fetchQuery({ ...actionsQueries.action(action.id), staleTime: 0 });
    setAction(found);
    return found;
  }

  function startOver(upon: Action | null): void {
    form.dropDraft();
    form.reset(valuesOf(upon, phaseOfToday));
    save.reset();
  }

  function close(): void {
    form.dropDraft();
    onClose();
  }
}

interface Saving {
  readonly values: ActionValues;
  readonly upon: Action | null;
}

function saveAction(
  { name, phase, dueOn, unit, evidenceNumber, sessions, note }: ActionValues,
  upon: Action | null,
) {
  const common = { dueOn: dueOn as CalendarDate, unit, note };
  if (!upon) return core.actions.addOwn({ ...common, name: name ?? '', phase: phase ?? '' });
  return core.actions.update({ ...inputOfAction(upon), ...common, evidenceNumber, sessions });
}

function valuesOf(action: Action | null, phase: string | null): ActionValues {
  const blank = { id: '', rev: 0, name: null, dueOn: null, unit: null, evidenceNumber: null, note: null };
  if (!action) return { ...blank, phase, sessions: [] };
  const { id, rev, name, dueOn, unit, evidenceNumber, sessions, note } = action;
  return { id, rev, name, phase: action.phase, dueOn, unit, evidenceNumber, sessions, note };
}

function useChoices() {
  const { today } = useIdentity();
  const phases = useQuery(actionsQueries.campaign(undefined)).data?.phases ?? [];
  const units = useQuery(actionsQueries.units()).data ?? [];
  return {
    phases,
    units: units
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name }) => ({ value: id, label: name })),
    phaseOfToday: phases.find(({ beginsOn, endsOn }) => beginsOn <= today && today <= endsOn)?.id ?? null,
  };
}
