import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { EDUCATION_TYPES, SESSION_FORMS } from '../../../shared/vocabulary/words.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { sessionText } from '../../text/study-page.ts';
import { educationTypeWords, sessionFormWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { CheckField, ChoiceField, DateField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { emptySession, fieldsOf, inputFrom, type SessionValues, sessionValues } from './session-fields.ts';
import { type Session, studyQueries } from './study-queries.ts';

interface SessionDialogProps {
  /** Null: a new one. */
  readonly session: Session | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const types = EDUCATION_TYPES.map((value) => ({ value, label: educationTypeWords[value] }));
const forms = SESSION_FORMS.map((value) => ({ value, label: sessionFormWords[value] }));
const FROZEN = ['held', 'submitted', 'approved', 'returned'];
/** The dialog shows venues as one line and who is expected as units; the rest is the contract's own. */
const schema = inputOf(contract.study.createSession);

export function SessionDialog({ session, onClose, onSaved }: SessionDialogProps) {
  const campaign = useQuery(studyQueries.campaign());
  const units = useQuery(studyQueries.units());
  const form = useContractForm<SessionValues>({
    schema: checking(schema),
    defaults: session ? fieldsOf(session) : emptySession,
    draft: `session ${session?.id ?? 'new'}`,
  });
  const save = useWrite(
    (values: SessionValues) => {
      const input = inputFrom(values);
      return session
        ? core.study.updateSession({ ...input, id: session.id, rev: session.rev })
        : core.study.createSession(input);
    },
    {
      shownInPlace: true,
      done: () => (session ? sessionText.saved : sessionText.created),
      onDone: ({ id }) => {
        form.dropDraft();
        onClose();
        onSaved(id);
      },
    },
  );
  const { control } = form;
  const text = sessionText.fields;
  const isFrozen = FROZEN.includes(session?.state ?? '');
  return (
    <Dialog
      title={session ? sessionText.edit : sessionText.create}
      onClose={onClose}
      wide
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={drop} />
      <div className="form-grid">
        <TextField control={control} name="title" label={text.title} required whole autoFocus />
        <ChoiceField
          control={control}
          name="phase"
          label={text.phase}
          allowClear
          choices={(campaign.data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChoiceField control={control} name="form" label={text.form} choices={forms} allowClear />
        <ChoiceField control={control} name="types" label={text.types} choices={types} multiple whole />
        <DateField control={control} name="day" label={text.day} disabled={isFrozen} />
        <div className="study-times">
          <TextField
            control={control}
            name="startsAt"
            label={text.startsAt}
            placeholder={sessionText.timeHint}
          />
          <TextField control={control} name="endsAt" label={text.endsAt} placeholder={sessionText.timeHint} />
        </div>
        <TextField control={control} name="venues" label={text.venues} maxLength={1000} />
        <TextField control={control} name="chair" label={text.chair} />
        <TextField control={control} name="batch" label={text.batch} />
        <TextField control={control} name="materialNumber" label={text.materialNumber} />
        <ChoiceField
          control={control}
          name="units"
          label={text.units}
          multiple
          whole
          disabled={isFrozen}
          placeholder={sessionText.everyUnit}
          choices={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckField control={control} name="mandatory" label={text.mandatory} />
      </div>
      {isFrozen && <p className="secondary">{sessionText.frozen}</p>}
      <ErrorNotice refusal={save.error} />
    </Dialog>
  );

  function drop(): void {
    form.dropDraft();
    form.reset(session ? fieldsOf(session) : emptySession);
  }
}

/** Checks what the dialog holds by the contract's schema, and gives it on as it was typed. */
function checking(input: typeof schema) {
  return sessionValues.superRefine((values, context) => {
    const result = input.safeParse(inputFrom(values));
    for (const issue of result.error?.issues ?? [])
      context.addIssue({
        code: 'custom',
        path: [String(issue.path[0] ?? 'title')],
        params: { is: issue.code },
      });
  });
}
