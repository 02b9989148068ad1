import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Control, useWatch } from 'react-hook-form';
import { REMARK_FIELDS, REMARK_REGISTERS } from '../../../shared/vocabulary/remark-fields.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { newFeedbackText as text } from '../../text/offices-page.ts';
import { remarkFieldWords, remarkRegisterWords } from '../../text/remarks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { ChoiceField, DateField, LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import {
  BLANK,
  type Draft,
  draftOf,
  NEW_FEEDBACK,
  NEW_KINDS,
  type NewFeedback,
  WHOLE_CAMPAIGN,
} from './new-feedback-form.ts';
import { type Office, officesQueries } from './offices-queries.ts';
import { RecordField } from './record-field.tsx';

interface NewFeedbackDialogProps {
  readonly offices: readonly Pick<Office, 'id' | 'name'>[];
  /** What stands there at first: a row that is said anew. */
  readonly again?: NewFeedback | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What the group says by itself, to one office or to several: a problem, a remark, a reopening, what it hands down. */
export function NewFeedbackDialog({ offices, again, onClose, onSaved }: NewFeedbackDialogProps) {
  const blank = again ?? BLANK;
  const form = useContractForm<NewFeedback>({
    schema: NEW_FEEDBACK,
    defaults: blank,
    draft: again ? null : 'exchange.draftFeedback',
  });
  const save = useWrite((values: Draft) => core.exchange.draftFeedback(values), {
    shownInPlace: true,
    done: ({ ids }) => text.saved(ids.length),
    onDone: () => {
      form.dropDraft();
      onSaved();
    },
  });
  const { control } = form;
  const kind = useWatch({ control, name: 'kind' });
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit((values) => save.mutate(draftOf(values)))()}
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
      <DraftNote isDraft={form.isDraft} onDrop={startOver} />
      <ErrorNotice refusal={save.error} />
      <div className="form-grid">
        <ChoiceField
          control={control}
          name="kind"
          label={text.kind}
          choices={NEW_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          hint={text.notes[kind]}
          required
        />
        <ChoiceField
          control={control}
          name="offices"
          label={text.office}
          choices={offices.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={formText.notChosen}
          hint={text.officesHint[kind]}
          multiple
          closes
          required
        />
        <Said control={control} />
      </div>
    </Dialog>
  );

  function startOver(): void {
    form.reset(blank);
    form.dropDraft();
  }
}

interface SaidProps {
  readonly control: Control<NewFeedback, unknown, NewFeedback>;
}

/** The fields of the chosen kind. */
function Said({ control }: SaidProps) {
  const [kind, chosen] = useWatch({ control, name: ['kind', 'offices'] });
  const office = chosen.length === 1 ? (chosen[0] ?? null) : null;
  if (kind === 'item') return <NewItem control={control} />;
  if (kind === 'template') return <Template control={control} />;
  return (
    <>
      {kind === 'remark' ? (
        <RemarkTarget control={control} office={office} />
      ) : (
        <RecordField
          key={`${kind} ${office}`}
          control={control}
          office={office}
          of={kind === 'reopen' ? 'closedItem' : 'period'}
        />
      )}
      <LongTextField control={control} name="reason" label={text.reason[kind]} required />
    </>
  );
}

function NewItem({ control }: SaidProps) {
  const categories = useQuery(officesQueries.campaign()).data?.categories ?? [];
  return (
    <>
      <ChoiceField
        control={control}
        name="category"
        label={text.category}
        choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={formText.notChosen}
        allowClear
      />
      <DateField control={control} name="dueOn" label={text.dueOn} />
      <LongTextField control={control} name="problem" label={text.problem} required />
    </>
  );
}

/** Which record, and which field of it; the office as a whole where none is chosen. */
function RemarkTarget({ control, office }: SaidProps & { readonly office: string | null }) {
  const register = useWatch({ control, name: 'register' });
  return (
    <>
      <ChoiceField
        control={control}
        name="register"
        label={text.register}
        choices={REMARK_REGISTERS.map((value) => ({ value, label: remarkRegisterWords[value] }))}
        placeholder={text.wholeOffice}
        allowClear
      />
      {register && (
        <>
          <ChoiceField
            key={register}
            control={control}
            name="field"
            label={text.field}
            choices={REMARK_FIELDS[register].map((value) => ({ value, label: remarkFieldWords[value] }))}
            placeholder={text.wholeRecord}
            allowClear
          />
          <RecordField key={`${register} ${office}`} control={control} office={office} of={register} />
        </>
      )}
    </>
  );
}

/** The group's own campaign, or one of its actions, as they stand when the draft is saved. */
function Template({ control }: SaidProps) {
  const actions = useQuery(officesQueries.campaign()).data?.actions ?? [];
  const named = actions.flatMap(({ id, name }) => (name ? [{ value: id, label: name }] : []));
  return (
    <>
      <ChoiceField
        control={control}
        name="template"
        label={text.template}
        choices={[{ value: WHOLE_CAMPAIGN, label: text.wholeCampaign }, ...named]}
        placeholder={formText.notChosen}
        required
      />
      <LongTextField control={control} name="reason" label={text.reason.template} />
    </>
  );
}
