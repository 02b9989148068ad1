import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import {
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  useController,
} from 'react-hook-form';
import type { OrderKind } from '../../../shared/vocabulary/evaluation-words.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { useEvaluatedOffice } from './evaluated-office.ts';
import { evaluationQueries } from './evaluation-queries.ts';

const text = evaluationText.orders;

interface SubjectFieldProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, Values>;
  readonly name: FieldPath<Values>;
  readonly kind: OrderKind;
  readonly required: boolean;
}

/** The record that an order names, found by words of it; drawn anew for another kind. */
export function SubjectField<Values extends FieldValues>(props: SubjectFieldProps<Values>) {
  const { control, name, kind, required } = props;
  const id = useId();
  const [search, setSearch] = useState('');
  const office = useEvaluatedOffice()?.id;
  const found = useQuery(evaluationQueries.subjects(kind, search, office));
  const { field } = useController({ control, name });
  const { onChange } = field;
  useEffect(() => {
    onChange(null as FieldPathValue<Values, FieldPath<Values>>);
  }, [onChange]);
  return (
    <div className="field whole">
      <label htmlFor={id}>
        {text.subject}
        {required && <span className="required"> *</span>}
      </label>
      <Select<string | null>
        id={id}
        ref={field.ref}
        aria-label={text.subject}
        value={field.value ?? null}
        onChange={(value) => onChange((value ?? null) as FieldPathValue<Values, FieldPath<Values>>)}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        allowClear
        notFoundContent={null}
        placeholder={required ? formText.notChosen : text.allMakeups}
        options={(found.data ?? []).map(({ id: value, name: label }) => ({ value, label }))}
      />
    </div>
  );
}
