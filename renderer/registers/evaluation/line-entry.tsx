import { Input } from 'antd';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import { evaluation as contract } from '../../../shared/contract/evaluation.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import type { Line } from './evaluation-queries.ts';

const text = evaluationText.panel;

export interface LineValues {
  readonly text: string | null;
  readonly evidenceNumber: string | null;
}

const schema = (inputOf(contract.setLine) as z.ZodObject).pick({ text: true, evidenceNumber: true });

interface LineEntryProps {
  readonly evaluation: string;
  readonly line: Line;
  readonly onSave: (indicator: string, values: LineValues) => void;
}

/** Where the matrix puts the hand to write. */
export function fieldId(indicator: string): string {
  return `evaluation-text-${indicator}`;
}

/** One indicator's words and number: Tab goes on, and what was changed is saved on leaving. */
export function LineEntry({ evaluation, line, onSave }: LineEntryProps) {
  const { indicator, name, text: said, evidenceNumber } = line;
  const form = useContractForm<LineValues>({
    schema,
    defaults: { text: said, evidenceNumber },
    draft: `evaluation.setLine ${evaluation} ${indicator}`,
  });
  const values = form.watch();
  const save = form.handleSubmit((now) => {
    if (now.text === said && now.evidenceNumber === evidenceNumber) return;
    // saved text is no draft any more, whatever the form still tells of it
    form.reset(now);
    form.dropDraft();
    onSave(indicator, now);
  });
  const wrong = form.formState.errors.text ?? form.formState.errors.evidenceNumber;
  const set = (field: keyof LineValues) => (typed: string) =>
    form.setValue(field, typed || null, { shouldDirty: true });
  const box = useRef<HTMLFieldSetElement>(null);
  const { reset } = form;
  useEffect(() => {
    // taken back, or written by somebody else; what is being typed here is newer than either
    if (!box.current?.contains(document.activeElement)) reset({ text: said, evidenceNumber });
  }, [reset, said, evidenceNumber]);
  return (
    <fieldset
      className="evaluation-entry"
      ref={box}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) void save();
      }}
    >
      <legend>{name}</legend>
      <Input.TextArea
        id={fieldId(indicator)}
        aria-label={text.text(name)}
        value={values.text ?? ''}
        onChange={({ target }) => set('text')(target.value)}
        maxLength={1000}
        rows={2}
        status={wrong ? 'error' : ''}
      />
      <Input
        aria-label={text.evidence(name)}
        placeholder={text.evidenceShort}
        value={values.evidenceNumber ?? ''}
        onChange={({ target }) => set('evidenceNumber')(target.value)}
        maxLength={100}
        status={wrong ? 'error' : ''}
      />
      {wrong && <div className="field-error">{formText.wrong(String(wrong.type))}</div>}
    </fieldset>
  );
}
