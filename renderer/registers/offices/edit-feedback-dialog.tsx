import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import { feedback } from '../../../shared/contract/feedback.ts';
import { REMARK_FIELDS } from '../../../shared/vocabulary/remark-fields.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { draftText, newFeedbackText as text } from '../../text/offices-page.ts';
import { remarkFieldWords } from '../../text/remarks.ts';
import { feedbackKindWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, DateField, LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type Feedback, officesQueries } from './offices-queries.ts';

type Words = Pick<Feedback, 'field' | 'category' | 'problem' | 'dueOn' | 'reason'>;

const { id: _id, rev: _rev, ...words } = (inputOf(feedback.editFeedback) as z.ZodObject).shape;
/** What is required depends on the kind, which the core tells. */
const SCHEMA = z.object(
  Object.fromEntries(
    Object.entries(words).map(([name, check]) => [
      name,
      z.nullable((check as z.ZodOptional<z.ZodType>).unwrap()),
    ]),
  ),
);

interface EditFeedbackDialogProps {
  readonly row: Feedback;
  readonly onClose: () => void;
}

/** What a draft says, written anew; what it speaks of stays. */
export function EditFeedbackDialog({ row, onClose }: EditFeedbackDialogProps) {
  const { kind, register } = row;
  const { field, category, problem, dueOn, reason } = row;
  const form = useContractForm<Words>({
    schema: SCHEMA,
    defaults: { field, category, problem, dueOn, reason },
    draft: null,
  });
  const save = useWrite((values: Words) => core.exchange.editFeedback(inputFor(row, values)), {
    shownInPlace: true,
    done: () => draftText.edited,
    onDone: onClose,
  });
  const categories = useQuery(officesQueries.campaign()).data?.categories ?? [];
  const { control } = form;
  return (
    <Dialog
      title={draftText.editTitle(feedbackKindWords[kind], row.subjectName)}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit((values) => save.mutate(values))()}
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
      <ErrorNotice refusal={save.error} />
      <div className="form-grid">
        {kind === 'item' && (
          <ChoiceField
            control={control}
            name="category"
            label={text.category}
            choices={categories.map((one) => ({ value: one.id, label: one.name }))}
            placeholder={formText.notChosen}
            allowClear
          />
        )}
        {register && (
          <ChoiceField
            control={control}
            name="field"
            label={text.field}
            choices={REMARK_FIELDS[register].map((value) => ({ value, label: remarkFieldWords[value] }))}
            placeholder={text.wholeRecord}
            allowClear
          />
        )}
        {(kind === 'item' || kind === 'returnForRework') && (
          <DateField control={control} name="dueOn" label={text.dueOn} required={kind !== 'item'} />
        )}
        {kind === 'item' ? (
          <LongTextField control={control} name="problem" label={text.problem} required />
        ) : (
          <LongTextField control={control} name="reason" label={draftText.reason} />
        )}
      </div>
    </Dialog>
  );
}

type Input = Parameters<typeof core.exchange.editFeedback>[0];

/** What was left empty is left out. */
function inputFor({ id, rev }: Feedback, values: Words): Input {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return { ...given, id, rev } as Input;
}
