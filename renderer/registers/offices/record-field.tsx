import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import type { RemarkRegister } from '../../../shared/vocabulary/remark-fields.ts';
import { formText } from '../../text/form.ts';
import { newFeedbackText } from '../../text/offices-page.ts';
import type { NewFeedback } from './new-feedback-form.ts';
import { officesQueries } from './offices-queries.ts';

export type SpokenOf = RemarkRegister | 'closedItem' | 'period';

interface RecordFieldProps {
  readonly control: Control<NewFeedback, unknown, NewFeedback>;
  /** Whose books; null until one is chosen. */
  readonly office: string | null;
  readonly of: SpokenOf;
}

/** The record spoken of, found by its number or by words of it. */
export function RecordField({ control, office, of }: RecordFieldProps) {
  const [search, setSearch] = useState('');
  const { field, fieldState } = useController({ control, name: 'subject' });
  const { data } = useQuery({
    ...officesQueries.records(of, office ?? '', search.trim()),
    enabled: office !== null,
  });
  const id = useId();
  const records = data ?? [];
  const label = newFeedbackText.records[of];
  return (
    <div className="field whole">
      <label htmlFor={id}>
        {label}
        <span className="required"> *</span>
      </label>
      <Select<string | null>
        id={id}
        aria-label={label}
        aria-invalid={fieldState.invalid}
        aria-describedby={`${id}-note`}
        status={fieldState.error ? 'error' : ''}
        value={records.some((one) => one.value === field.value) ? field.value : null}
        onChange={(value) => field.onChange(value ?? null)}
        onBlur={field.onBlur}
        disabled={office === null}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        placeholder={formText.notChosen}
        options={records}
      />
      <div id={`${id}-note`} className={fieldState.error ? 'field-error' : 'hint'}>
        {fieldState.error ? formText.wrong(fieldState.error.type) : hintOf()}
      </div>
    </div>
  );

  function hintOf(): string {
    return office === null ? newFeedbackText.oneOffice : newFeedbackText.subjectHint;
  }
}
