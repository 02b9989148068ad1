import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { exchange } from '../../../shared/contract/exchange.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { feedbackText } from '../../text/offices-page.ts';
import { useBareKeys } from '../../ui/bare-keys.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, LongTextField } from '../../ui/fields.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { ItemRow } from './offices-queries.ts';

const DECISIONS = ['confirm', 'returnForRework'] as const;
type Decision = (typeof DECISIONS)[number];
const KEYS: Readonly<Record<Decision, string>> = { confirm: 'Y', returnForRework: 'T' };

interface Values {
  readonly reason: string | null;
  readonly dueOn: string | null;
}

const { reason, dueOn } = (inputOf(exchange.draftFeedback) as z.ZodObject).shape;
const SCHEMAS: Readonly<Record<Decision, z.ZodType>> = {
  confirm: fields({ reason: reason.nullable() }),
  returnForRework: fields({ reason, dueOn }).required(),
};

interface DecisionFormProps {
  readonly waiting: ItemRow;
  readonly onDecided: () => void;
}

/** 确认销号 or 退回返工, as a draft for the leader. */
export function DecisionForm({ waiting, onDecided }: DecisionFormProps) {
  const [kind, setKind] = useState<Decision>('confirm');
  const choices = useRef<HTMLFieldSetElement>(null);
  const choose = (next: Decision) => {
    setKind(next);
    choices.current?.querySelector<HTMLElement>(`[value="${next}"]`)?.focus();
  };
  useBareKeys({ y: () => choose('confirm'), t: () => choose('returnForRework') });
  return (
    <div className="offices-decision">
      <fieldset className="offices-choices" aria-label={feedbackText.decide} ref={choices}>
        {DECISIONS.map((one) => (
          <button
            key={one}
            type="button"
            value={one}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            {feedbackText[one]} <Key>{KEYS[one]}</Key>
          </button>
        ))}
      </fieldset>
      <DecisionFields key={kind} kind={kind} waiting={waiting} onDecided={onDecided} />
    </div>
  );
}

function DecisionFields({ kind, waiting, onDecided }: DecisionFormProps & { readonly kind: Decision }) {
  const form = useContractForm<Values>({
    schema: SCHEMAS[kind],
    defaults: { reason: null, dueOn: null },
    draft: `exchange.draftFeedback ${kind} ${waiting.id}`,
  });
  const save = useWrite(
    (values: Values) =>
      core.exchange.draftFeedback({ office: waiting.office, kind, subject: waiting.id, ...given(values) }),
    {
      shownInPlace: true,
      done: () => feedbackText.saved(waiting.number, kind),
      onDone: () => {
        form.dropDraft();
        onDecided();
      },
    },
  );
  const submit = () => void form.handleSubmit((values) => save.mutate(values))();
  useShortcuts({ 'ctrl+enter': submit });
  const isReturn = kind === 'returnForRework';
  const due = waiting.extendedDueOn ?? waiting.dueOn;
  return (
    <>
      <DraftNote isDraft={form.isDraft} onDrop={startOver} />
      <ErrorNotice refusal={save.error} />
      <LongTextField
        control={form.control}
        name="reason"
        label={isReturn ? feedbackText.returnReason : feedbackText.confirmReason}
        required={isReturn}
        rows={isReturn ? 3 : 2}
      />
      {isReturn && (
        <DateField
          control={form.control}
          name="dueOn"
          label={feedbackText.newDue}
          hint={due && feedbackText.newDueHint(due)}
          required
        />
      )}
      <Button type="primary" block onClick={submit} loading={save.isPending}>
        {feedbackText.save}
        <Key>Ctrl+Enter</Key>
      </Button>
      <p className="secondary">
        {feedbackText.rests}
        <b>{feedbackText.releaseLater}</b>
      </p>
    </>
  );

  function startOver(): void {
    form.reset({ reason: null, dueOn: null });
    form.dropDraft();
  }
}

function fields(shape: z.ZodRawShape): z.ZodObject {
  return (inputOf(exchange.draftFeedback) as z.ZodObject).pick({}).extend(shape);
}

/** What was left empty is not sent. */
function given(values: Values): Partial<Record<keyof Values, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
