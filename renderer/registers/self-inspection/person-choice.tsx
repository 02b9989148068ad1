import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type RefObject, useState } from 'react';
import { useController } from 'react-hook-form';
import { formText } from '../../text/form.ts';
import { entryText, unitsText } from '../../text/self-inspection-page.ts';
import type { FilingControl } from './filing-values.ts';
import { type FilingRow, selfInspectionQueries } from './self-inspection-queries.ts';

/** As much of antd's Select as the page holds on to. */
export interface Focusable {
  focus(): void;
}

interface PersonChoiceProps {
  readonly control: FilingControl;
  readonly round: string;
  readonly box: RefObject<Focusable | null>;
  readonly onChosen: (row: FilingRow) => void;
}

/** Whose form it is: found by name among those who have not filed. */
export function PersonChoice({ control, round, box, onChosen }: PersonChoiceProps) {
  const [search, setSearch] = useState('');
  const { data } = useQuery({
    ...selfInspectionQueries.due(round, search.trim()),
    placeholderData: keepPreviousData,
  });
  const { field, fieldState } = useController({ control, name: 'person' });
  const who = useController({ control, name: 'who' }).field.value;
  const id = 'self-inspection-person';
  const found = data?.filings ?? [];
  return (
    <div className="field self-inspection-person">
      <label htmlFor={id}>
        {entryText.person}
        <span className="required"> *</span>
      </label>
      <Select
        ref={(element) => {
          box.current = element;
        }}
        id={id}
        aria-label={entryText.person}
        aria-invalid={fieldState.invalid}
        status={fieldState.error ? 'error' : ''}
        value={field.value}
        onChange={(person) => {
          const row = found.find((one) => one.person === person);
          if (row) onChosen(row);
        }}
        onBlur={field.onBlur}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        placeholder={entryText.personHint}
        notFoundContent={entryText.personNone}
        options={found.map((row) => ({ value: row.person, label: nameOf(row), row }))}
        optionRender={({ data: { row } }) => (
          <span className="self-inspection-option">
            <b>{nameOf(row)}</b>
            <span className="secondary">{row.unitName}</span>
          </span>
        )}
        labelRender={({ label }) => who?.name || label}
        popupMatchSelectWidth={320}
      />
      {fieldState.error && <div className="field-error">{formText.wrong(fieldState.error.type)}</div>}
    </div>
  );
}

function nameOf({ name }: FilingRow): string {
  return name ?? unitsText.nameless;
}
