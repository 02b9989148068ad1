import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { type Control, Controller, type FieldPath, type FieldValues } from 'react-hook-form';
import type { ItemState } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { itemFormText, ledgerText } from '../../text/rectification-page.ts';
import { type ItemRow, rectificationQueries } from './rectification-queries.ts';

/** What nothing can be merged into. */
const NOT_LIVE: readonly ItemState[] = ['draft', 'merged', 'voided'];

interface ItemPickerProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly hint: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Only items of this state; else every one that is alive. */
  readonly state?: 'closed';
  /** The item in hand, which is not offered for itself. */
  readonly own: string | undefined;
}

/** Names another item of the ledger, found by its number or by words of it. */
export function ItemPicker<Values extends FieldValues>(props: ItemPickerProps<Values>) {
  const { control, name, label, hint, required = false, disabled = false, state, own } = props;
  const id = useId();
  const [search, setSearch] = useState('');
  const found = useQuery({ ...rectificationQueries.found(search, state), enabled: !disabled });
  const items = (found.data?.items ?? []).filter((item) => item.id !== own && !NOT_LIVE.includes(item.state));
  const said = found.data && items.length === 0 ? itemFormText.noneFound : hint;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <div className="field whole">
          <label htmlFor={id}>
            {label}
            {required && <span className="required"> *</span>}
          </label>
          <Select<string | null>
            id={id}
            aria-label={label}
            aria-invalid={fieldState.invalid}
            aria-describedby={`${id}-note`}
            value={field.value ?? null}
            onChange={(value) => field.onChange(value ?? null)}
            onBlur={field.onBlur}
            disabled={disabled}
            status={fieldState.error ? 'error' : ''}
            showSearch={{ filterOption: false, onSearch: setSearch }}
            allowClear
            notFoundContent={null}
            placeholder={formText.notChosen}
            options={items.map((item) => ({ value: item.id, label: labelOf(item) }))}
            labelRender={({ label: shown, value }) => shown ?? <ChosenItem id={String(value)} />}
          />
          <div id={`${id}-note`} className={fieldState.error ? 'field-error' : 'hint'}>
            {fieldState.error ? formText.wrong(fieldState.error.type) : said}
          </div>
        </div>
      )}
    />
  );
}

/** The chosen item need not be among those found. */
function ChosenItem({ id }: { readonly id: string }) {
  const { data } = useQuery(rectificationQueries.item(id));
  return data ? labelOf(data) : null;
}

function labelOf({ number, problem }: Pick<ItemRow, 'number' | 'problem'>): string {
  return `${number ?? ledgerText.numberless} ${problem}`;
}
