import { Button, Input, Select } from 'antd';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { formText } from '../../text/form.ts';
import { entryText } from '../../text/self-inspection-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { BLANK_ITEM, type FilingControl, lengthOf, SUMMARY_MOST } from './filing-values.ts';
import { useCategoryChoices } from './use-categories.ts';

interface ItemRowsProps {
  readonly control: FilingControl;
  /** Tells the rows of one form from those of another on the page. */
  readonly name: string;
  /** Ctrl+N adds one more; not in a dialog, behind which the page would hear it too. */
  readonly hasKey: boolean;
}

/** What was declared: a category and up to 200 characters each. */
export function ItemRows({ control, name, hasKey }: ItemRowsProps) {
  const { fields, append, remove } = useFieldArray({ control, name: 'items' });
  const add = () => append(BLANK_ITEM, { shouldFocus: true, focusName: `items.${fields.length}.category` });
  useShortcuts({ 'ctrl+n': add }, hasKey);
  return (
    <div className="self-inspection-items">
      {fields.map(({ id }, at) => (
        <ItemRow key={id} {...{ control, name, at }} onDrop={fields.length > 1 ? () => remove(at) : null} />
      ))}
      <Button onClick={add}>
        {entryText.addItem}
        {hasKey && <Key>Ctrl+N</Key>}
      </Button>
    </div>
  );
}

interface ItemRowProps {
  readonly control: FilingControl;
  readonly name: string;
  readonly at: number;
  readonly onDrop: (() => void) | null;
}

function ItemRow({ control, name, at, onDrop }: ItemRowProps) {
  const number = at + 1;
  const category = useWatch({ control, name: `items.${at}.category` });
  const choices = useCategoryChoices(category ? [category] : []);
  return (
    <div className="self-inspection-item">
      <span className="self-inspection-item-number">{number}</span>
      <Controller
        control={control}
        name={`items.${at}.category`}
        render={({ field, fieldState }) => (
          <div className="field">
            <span className="self-inspection-item-head">
              <Select
                ref={field.ref}
                id={`${name}-category-${at}`}
                aria-label={entryText.categoryOf(number)}
                aria-invalid={fieldState.invalid}
                status={fieldState.error ? 'error' : ''}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                options={choices}
                placeholder={`${entryText.category}（${entryText.categoryHint}）`}
                showSearch={{ optionFilterProp: 'label' }}
              />
              {onDrop && (
                <button type="button" className="link-button" onClick={onDrop}>
                  {entryText.dropItem}
                </button>
              )}
            </span>
            {fieldState.error && <div className="field-error">{formText.wrong(fieldState.error.type)}</div>}
          </div>
        )}
      />
      <Controller
        control={control}
        name={`items.${at}.summary`}
        render={({ field: { value, onChange, onBlur, ref } }) => {
          const isTooLong = lengthOf(value) > SUMMARY_MOST;
          return (
            <div className="field self-inspection-summary">
              <Input.TextArea
                ref={ref}
                aria-label={entryText.summaryOf(number)}
                aria-invalid={isTooLong}
                status={isTooLong ? 'error' : ''}
                value={value ?? ''}
                onChange={(event) => onChange(event.target.value || null)}
                onBlur={onBlur}
                placeholder={entryText.summary}
                rows={2}
              />
              <span className={isTooLong ? 'field-error' : 'secondary'}>
                {isTooLong && entryText.tooLong} {entryText.count(lengthOf(value))}
              </span>
            </div>
          );
        }}
      />
    </div>
  );
}
