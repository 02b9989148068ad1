import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { exchange } from '../../../shared/contract/exchange.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { newFeedbackText } from '../../text/offices-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { ChoiceField, DateField, LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type Office, officesQueries } from './offices-queries.ts';
import { SubjectField } from './subject-field.tsx';

const KINDS = ['item', 'remark', 'reopen'] as const;
type Kind = (typeof KINDS)[number];

export interface NewFeedback {
  readonly kind: Kind;
  readonly office: string | null;
  readonly subject: string | null;
  readonly category: string | null;
  readonly problem: string | null;
  readonly dueOn: string | null;
  readonly reason: string | null;
}

const BLANK: NewFeedback = {
  kind: 'item',
  office: null,
  subject: null,
  category: null,
  problem: null,
  dueOn: null,
  reason: null,
};

/** What each kind cannot do without; the rest may stay empty. */
const REQUIRED: Readonly<Record<Kind, readonly string[]>> = {
  item: ['kind', 'office', 'problem'],
  remark: ['kind', 'office', 'subject', 'reason'],
  reopen: ['kind', 'office', 'subject', 'reason'],
};
const OPTIONAL: Readonly<Record<Kind, readonly string[]>> = {
  item: ['category', 'dueOn'],
  remark: [],
  reopen: [],
};
const SCHEMA = z.discriminatedUnion('kind', [schemaOf('item'), schemaOf('remark'), schemaOf('reopen')]);

interface NewFeedbackDialogProps {
  readonly offices: readonly Office[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** A problem for an office's ledger, a remark on one of its items, or the reopening of a closed one. */
export function NewFeedbackDialog({ offices, onClose, onSaved }: NewFeedbackDialogProps) {
  const form = useContractForm<NewFeedback>({
    schema: SCHEMA,
    defaults: BLANK,
    draft: 'exchange.draftFeedback',
  });
  const save = useWrite((values: Draft) => core.exchange.draftFeedback(values), {
    shownInPlace: true,
    done: () => newFeedbackText.saved,
    onDone: () => {
      form.dropDraft();
      onSaved();
    },
  });
  const { control } = form;
  const [kind, office] = useWatch({ control, name: ['kind', 'office'] });
  const categories = useQuery(officesQueries.campaign()).data?.categories ?? [];
  return (
    <Dialog
      title={newFeedbackText.title}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit((values) => save.mutate(given(values)))()}
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
          label={newFeedbackText.kind}
          choices={KINDS.map((value) => ({ value, label: newFeedbackText.kinds[value] }))}
          hint={newFeedbackText.notes[kind]}
          required
        />
        <ChoiceField
          control={control}
          name="office"
          label={newFeedbackText.office}
          choices={offices.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={formText.notChosen}
          required
        />
        {kind === 'item' ? (
          <>
            <ChoiceField
              control={control}
              name="category"
              label={newFeedbackText.category}
              choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
              placeholder={formText.notChosen}
              allowClear
            />
            <DateField control={control} name="dueOn" label={newFeedbackText.dueOn} />
            <LongTextField control={control} name="problem" label={newFeedbackText.problem} required />
          </>
        ) : (
          <>
            <SubjectField
              key={`${kind} ${office}`}
              control={control}
              office={office}
              onlyClosed={kind === 'reopen'}
            />
            <LongTextField control={control} name="reason" label={newFeedbackText.reason[kind]} required />
          </>
        )}
      </div>
    </Dialog>
  );

  function startOver(): void {
    form.reset(BLANK);
    form.dropDraft();
  }
}

type Draft = Parameters<typeof core.exchange.draftFeedback>[0];

function schemaOf(kind: Kind) {
  const whole = inputOf(exchange.draftFeedback) as z.ZodObject;
  const part = (names: readonly string[]) =>
    whole
      .pick({})
      .extend(Object.fromEntries(Object.entries(whole.shape).filter(([name]) => names.includes(name))));
  const optional = Object.entries(part(OPTIONAL[kind]).shape).map(([name, check]) => [
    name,
    z.nullable(check as z.ZodType),
  ]);
  return part(REQUIRED[kind])
    .required()
    .extend({ ...Object.fromEntries(optional), kind: z.literal(kind) });
}

/** What was left empty is not sent. */
function given(values: NewFeedback): Draft {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as unknown as Draft;
}
