import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type Ref, useId, useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import { calendarDate, isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import { formText } from '../../text/form.ts';
import { talksText as text } from '../../text/talks-page.ts';
import { supportingQueries } from './supporting-queries.ts';
import type { TalkValues } from './talk-values.ts';

/** As much of antd's Select as the page holds on to. */
export interface Focusable {
  focus(): void;
}

interface PersonFieldProps {
  readonly control: Control<TalkValues, unknown, TalkValues>;
  readonly box?: Ref<Focusable>;
  readonly onChosen?: () => void;
}

/** Who was talked with, found by name, pinyin or initials among those of that day. */
export function PersonField({ control, box, onChosen }: PersonFieldProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const day = useController({ control, name: 'on' }).field.value;
  const { field, fieldState } = useController({ control, name: 'person' });
  const asOf = day && isCalendarDate(day) ? calendarDate(day) : undefined;
  const found = useQuery({
    ...supportingQueries.people(search.trim(), asOf),
    placeholderData: keepPreviousData,
  }).data;
  const people = found?.people ?? [];
  return (
    <div className="field">
      <label htmlFor={id}>
        {text.person}
        <span className="required"> *</span>
      </label>
      <Select<string | null>
        {...(box && { ref: box as never })}
        id={id}
        aria-label={text.person}
        aria-invalid={fieldState.invalid}
        status={fieldState.error ? 'error' : ''}
        value={field.value}
        onChange={(person) => {
          field.onChange(person);
          onChosen?.();
        }}
        onBlur={field.onBlur}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        placeholder={text.personHint}
        notFoundContent={text.personNone}
        options={people.map(({ id: value, name, unitName }) => ({
          value,
          label: [name, unitName].filter(Boolean).join(' · '),
        }))}
        labelRender={({ label, value }) => label ?? <PersonName id={String(value)} />}
        popupMatchSelectWidth={320}
      />
      {fieldState.error && <div className="field-error">{formText.wrong(fieldState.error.type)}</div>}
    </div>
  );
}

/** Whoever was chosen need not be among those found. */
function PersonName({ id }: { readonly id: string }) {
  const { data } = useQuery(supportingQueries.person(id));
  return data ? [data.name, data.unitName].filter(Boolean).join(' · ') : null;
}
