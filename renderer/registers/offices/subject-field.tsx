import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import { formText } from '../../text/form.ts';
import { newFeedbackText } from '../../text/offices-page.ts';
import type { NewFeedback } from './new-feedback-dialog.tsx';
import { type ItemRow, officesQueries } from './offices-queries.ts';

interface SubjectFieldProps {
  readonly control: Control<NewFeedback, unknown, NewFeedback>;
  /** Whose ledger; null until one is chosen. */
  readonly office: string | null;
  readonly onlyClosed: boolean;
}

/** The item spoken of, found by its number or by words of it. */
export function SubjectField({ control, office, onlyClosed }: SubjectFieldProps) {
  const [search, setSearch] = useState('');
  const { field, fieldState } = useController({ control, name: 'subject' });
  const { data } = useQuery({
    ...officesQueries.found(office ?? '', search.trim(), onlyClosed ? 'closed' : undefined),
    enabled: office !== null,
  });
  const id = 'offices-subject';
  const items = data?.items.filter(({ number }) => number !== null) ?? [];
  return (
    <div className="field whole">
      <label htmlFor={id}>
        {newFeedbackText.subject}
        <span className="required"> *</span>
      </label>
      <Select<string | null>
        id={id}
        aria-label={newFeedbackText.subject}
        aria-invalid={fieldState.invalid}
        aria-describedby={`${id}-note`}
        status={fieldState.error ? 'error' : ''}
        value={items.some((item) => item.id === field.value) ? field.value : null}
        onChange={(value) => field.onChange(value ?? null)}
        onBlur={field.onBlur}
        disabled={office === null}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        placeholder={formText.notChosen}
        options={items.map((item) => ({ value: item.id, label: labelOf(item) }))}
      />
      <div id={`${id}-note`} className={fieldState.error ? 'field-error' : 'hint'}>
        {fieldState.error ? formText.wrong(fieldState.error.type) : newFeedbackText.subjectHint}
      </div>
    </div>
  );
}

function labelOf({ number, problem }: ItemRow): string {
  return `${number} ${problem}`;
}
