import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useId, useState } from 'react';
import { formText } from '../../text/form.ts';

const DAY_FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D'];

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** The options are found by what is typed, instead of narrowed by it. */
  readonly onSearch?: (text: string) => void;
}

export function Choice({ label, value, options, onChange, onSearch }: ChoiceProps) {
  const search = onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' };
  return (
    <div className="field">
      <span className="label">{label}</span>
      <Select<string | null>
        aria-label={label}
        showSearch={search}
        placeholder={label}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
        options={[...options]}
      />
    </div>
  );
}

/** A choice that also stands open. */
export function Narrowing({
  every,
  value,
  options,
  onChange,
  label,
}: {
  readonly label: string;
  /** What it is called when nothing narrows. */
  readonly every: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
}) {
  return (
    <Choice
      label={label}
      value={value ?? ''}
      options={[{ value: '', label: every }, ...options]}
      onChange={(next) => onChange(next || undefined)}
    />
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Absent: the day cannot be taken away. */
  readonly onClear?: () => void;
  readonly onChange: (day: string) => void;
}

export function Day({ label, value, onChange, onClear }: DayProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        value={value ? dayjs(value) : null}
        allowClear={onClear !== undefined}
        onChange={(day) => (day ? onChange(day.format('YYYY-MM-DD')) : onClear?.())}
        format={DAY_FORMATS}
        placeholder={formText.datePlaceholder}
      />
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly most: number;
  readonly lines?: number;
  readonly onChange: (text: string | undefined) => void;
}

/** Told when it is left, so that the paper is not drawn anew at every key. */
export function Words({ label, value = '', most, lines = 1, onChange }: WordsProps) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const tell = () => text !== value && onChange(text.trim() || undefined);
  const input = {
    ...{ id, value: text, maxLength: most, onBlur: tell },
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setText(target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? <Input.TextArea {...input} rows={lines} /> : <Input {...input} onPressEnter={tell} />}
    </div>
  );
}

export function Tick({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)}>
      {label}
    </Checkbox>
  );
}
