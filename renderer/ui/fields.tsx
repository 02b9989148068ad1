import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useId, useState } from 'react';
import {
  type Control,
  Controller,
  type FieldPath,
  type FieldValues,
  type RefCallBack,
} from 'react-hook-form';
import { formText } from '../text/form.ts';

interface FieldProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  readonly whole?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Slot {
  readonly id: string;
  /** The form focuses the first field that is wrong. */
  readonly ref: RefCallBack;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
  readonly disabled: boolean;
  readonly status: '' | 'error';
  readonly autoFocus: boolean;
  readonly aria: { readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined };
}

/** Label, control, and below it the sentence of what is wrong, tied together for screen readers. */
function Field<Values extends FieldValues>(
  props: FieldProps<Values> & { readonly children: (slot: Slot) => ReactNode },
) {
  const { control, name, label, required = false, hint, whole = false, disabled = false, children } = props;
  const id = useId();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <div className={whole ? 'field whole' : 'field'}>
          <label htmlFor={id}>
            {label}
            {required && <span className="required"> *</span>}
          </label>
          {children({
            id,
            ref: field.ref,
            value: field.value,
            onChange: field.onChange,
            onBlur: field.onBlur,
            disabled,
            status: fieldState.error ? 'error' : '',
            autoFocus: props.autoFocus ?? false,
            aria: {
              'aria-invalid': fieldState.invalid,
              'aria-describedby': fieldState.error || hint ? `${id}-note` : undefined,
            },
          })}
          {(fieldState.error || hint) && (
            <div id={`${id}-note`} className={fieldState.error ? 'field-error' : 'hint'}>
              {fieldState.error ? formText.wrong(fieldState.error.type) : hint}
            </div>
          )}
        </div>
      )}
    />
  );
}

/** A line of text; empty counts as not given, which the contract writes as null. */
export function TextField<Values extends FieldValues>(
  props: FieldProps<Values> & { readonly maxLength?: number; readonly placeholder?: string },
) {
  const { maxLength = 100, placeholder } = props;
  return (
    <Field {...props}>
      {({ id, ref, value, onChange, onBlur, disabled, status, autoFocus, aria }) => (
        <Input
          id={id}
          ref={ref}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || null)}
          {...{ onBlur, disabled, status, maxLength, placeholder, autoFocus, ...aria }}
        />
      )}
    </Field>
  );
}

export function PasswordField<Values extends FieldValues>(
  props: FieldProps<Values> & { readonly autoComplete?: 'current-password' | 'new-password' },
) {
  return (
    <Field {...props}>
      {({ id, ref, value, onChange, onBlur, disabled, status, autoFocus, aria }) => (
        <Input.Password
          id={id}
          ref={ref}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={props.autoComplete ?? 'new-password'}
          {...{ onBlur, disabled, status, autoFocus, ...aria }}
        />
      )}
    </Field>
  );
}

export function LongTextField<Values extends FieldValues>(
  props: FieldProps<Values> & { readonly maxLength?: number; readonly rows?: number },
) {
  const { maxLength = 1000, rows = 3 } = props;
  return (
    <Field whole {...props}>
      {({ id, ref, value, onChange, onBlur, disabled, status, autoFocus, aria }) => (
        <Input.TextArea
          id={id}
          ref={ref}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || null)}
          {...{ onBlur, disabled, status, maxLength, rows, autoFocus, ...aria }}
        />
      )}
    </Field>
  );
}

export function ChoiceField<Values extends FieldValues>(
  props: FieldProps<Values> & {
    readonly choices: readonly Choice[];
    readonly multiple?: boolean;
    /** The list closes with each choice, so that Tab goes on; for several where one is usual. */
    readonly closes?: boolean;
    readonly allowClear?: boolean;
    readonly placeholder?: string;
  },
) {
  const { choices, multiple = false, closes = false, allowClear = false, placeholder } = props;
  const [isOpen, setOpen] = useState(false);
  const closing = { open: isOpen, onOpenChange: setOpen, onSelect: () => setOpen(false) };
  return (
    <Field {...props}>
      {({ id, ref, value, onChange, onBlur, disabled, status, aria }) => (
        <Select
          id={id}
          ref={ref}
          aria-label={props.label}
          value={value ?? (multiple ? [] : undefined)}
          onChange={(next) => onChange(next ?? null)}
          options={[...choices]}
          showSearch={{ optionFilterProp: 'label' }}
          {...(multiple ? { mode: 'multiple' as const } : {})}
          {...(closes ? closing : {})}
          {...{ onBlur, disabled, status, allowClear, placeholder, ...aria }}
        />
      )}
    </Field>
  );
}

/** A calendar date, `YYYY-MM-DD` inside; typed as 2021-3-5 or 20210305 as well. */
export function DateField<Values extends FieldValues>(props: FieldProps<Values>) {
  return (
    <Field {...props}>
      {({ id, ref, value, onChange, onBlur, disabled, status, aria }) => (
        <DatePicker
          id={id}
          ref={ref}
          value={typeof value === 'string' && value ? dayjs(value) : null}
          onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
          format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
          placeholder={formText.datePlaceholder}
          // Enter takes the date that was typed; it does not submit the form as well.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          {...{ onBlur, disabled, status, ...aria }}
        />
      )}
    </Field>
  );
}

export function NumberField<Values extends FieldValues>(props: FieldProps<Values>) {
  return (
    <Field {...props}>
      {({ id, ref, value, onChange, onBlur, disabled, status, aria }) => (
        <InputNumber
          id={id}
          ref={ref}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(next)}
          precision={0}
          {...{ onBlur, disabled, status, ...aria }}
        />
      )}
    </Field>
  );
}

export function CheckField<Values extends FieldValues>(props: FieldProps<Values>) {
  return (
    <Controller
      control={props.control}
      name={props.name}
      render={({ field }) => (
        <div className={props.whole ? 'field whole' : 'field'}>
          <Checkbox
            checked={field.value === true}
            onChange={(event) => field.onChange(event.target.checked)}
            disabled={props.disabled ?? false}
          >
            {props.label}
          </Checkbox>
          {props.hint && <div className="hint">{props.hint}</div>}
        </div>
      )}
    />
  );
}
