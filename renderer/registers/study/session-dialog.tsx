import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import { SESSION_FORMS } from '../../../shared/vocabulary/words.ts';
import { useEducationTypes } from '../../state/education-types.ts';
import { useIdentity } from '../../state/session.ts';
import { formText } from '../../text/form.ts';
import { sessionText } from '../../text/study-page.ts';
import { sessionFormWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { CheckField, ChoiceField, DateField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { ExpectedField } from './expected-field.tsx';
import { type Series, SeriesFields } from './series-fields.tsx';
import { SessionChanges } from './session-changes.tsx';
import { type Session, studyQueries } from './study-queries.ts';
import { useSessionForm } from './use-session-form.ts';

interface SessionDialogProps {
  /** Null: a new one. */
  readonly session: Session | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const forms = SESSION_FORMS.map((value) => ({ value, label: sessionFormWords[value] }));
const text = sessionText.fields;

/** Every field of a session; from 举行 on its day and who is expected stand fast. */
export function SessionDialog({ session, onClose, onSaved }: SessionDialogProps) {
  const { phases, units, actions, phaseOfToday } = useChoices();
  const types = useEducationTypes(session?.types).choices;
  const client = useQueryClient();
  const [series, setSeries] = useState<Series | null>(null);
  const { form, save, submit, startOver, saveMine } = useSessionForm({
    session,
    series,
    phase: phaseOfToday,
    onSaved: (id) => {
      onClose();
      onSaved(id);
    },
  });
  const { control } = form;
  const isFrozen = session !== null && hasFrozenList(session.state);
  return (
    <Dialog
      title={session ? sessionText.edit : sessionText.create}
      onClose={onClose}
      wide
      onSubmit={() => void submit()}
      foot={
        <>
          <span className="secondary session-note">{isFrozen ? sessionText.frozen : sessionText.note}</span>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={() => startOver()} />
      {save.error?.code === 'conflict' && session ? (
        <ConflictNotice
          refusal={save.error}
          changes={<SessionChanges id={session.id} mine={form.getValues()} />}
          onSaveMine={() => void saveMine()}
          onDiscardMine={() => void discardMine(session.id)}
        />
      ) : (
        <ErrorNotice refusal={save.error} />
      )}
      <div className="form-grid session-form">
        <TextField control={control} name="title" label={text.title} required whole autoFocus />
        <ChoiceField control={control} name="phase" label={text.phase} required allowClear choices={phases} />
        <ChoiceField control={control} name="form" label={text.form} required allowClear choices={forms} />
        <ChoiceField control={control} name="types" label={text.types} required multiple choices={types} />
        <div className="session-when">
          <DateField control={control} name="day" label={text.day} required disabled={isFrozen} />
          <TextField
            control={control}
            name="startsAt"
            label={text.startsAt}
            placeholder={sessionText.timeHint}
          />
          <TextField control={control} name="endsAt" label={text.endsAt} placeholder={sessionText.timeHint} />
        </div>
        <TextField
          control={control}
          name="venues"
          label={text.venues}
          placeholder={sessionText.venuesHint}
          required
          maxLength={1000}
        />
        <TextField control={control} name="chair" label={text.chair} />
        <TextField control={control} name="batch" label={text.batch} />
        <TextField control={control} name="materialNumber" label={text.materialNumber} />
        <ExpectedField form={form} units={units} disabled={isFrozen} />
        <ChoiceField
          control={control}
          name="action"
          label={text.action}
          placeholder={sessionText.actionNone}
          allowClear
          choices={actions}
        />
        <CheckField control={control} name="mandatory" label={text.mandatory} />
        {session === null && <SeriesFields series={series} onChange={setSeries} />}
      </div>
    </Dialog>
  );

  async function discardMine(id: string): Promise<void> {
    startOver(await client.fetchQuery({ ...studyQueries.session(id), staleTime: 0 }));
  }
}

function useChoices() {
  const { today } = useIdentity();
  const campaign = useQuery(studyQueries.campaign()).data;
  const units = useQuery(studyQueries.units()).data ?? [];
  const phases = campaign?.phases ?? [];
  const actions = useQuery(studyQueries.actions()).data ?? [];
  return {
    actions: actions.map(({ id, name }) => ({ value: id, label: name })),
    phases: phases.map(({ id, name }) => ({ value: id, label: name })),
    units: units
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name }) => ({ value: id, label: name })),
    phaseOfToday: phases.find(({ beginsOn, endsOn }) => beginsOn <= today && today <= endsOn)?.id ?? null,
  };
}
