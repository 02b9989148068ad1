import type { KeyboardEvent } from 'react';
import { useController } from 'react-hook-form';
import { DECLARATIONS, type Declaration } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { entryText } from '../../text/self-inspection-page.ts';
import { declarationWords } from '../../text/words.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import type { FilingControl } from './filing-values.ts';

interface DeclarationChoiceProps {
  readonly control: FilingControl;
  readonly onChosen: (declared: Declaration) => void;
}

/** 1 无问题 2 有问题: one key each while the focus is here, and arrows as in every choice. */
export function DeclarationChoice({ control, onChosen }: DeclarationChoiceProps) {
  const { field, fieldState } = useController({ control, name: 'declared' });
  return (
    <fieldset
      className="field self-inspection-declared"
      onKeyDown={chooseByDigit}
      aria-invalid={fieldState.invalid}
    >
      <legend className="label">
        {entryText.declared}
        <span className="required"> *</span>
      </legend>
      <div className="self-inspection-choices">
        {DECLARATIONS.map((declared, at) => (
          <label key={declared} className={field.value === declared ? 'chosen' : undefined}>
            <input
              type="radio"
              name="declared"
              checked={field.value === declared}
              ref={at === 0 ? field.ref : undefined}
              onChange={() => choose(declared)}
            />
            <Key always>{String(at + 1)}</Key> {declarationWords[declared]}
          </label>
        ))}
      </div>
      {fieldState.error && <div className="field-error">{formText.wrong(fieldState.error.type)}</div>}
    </fieldset>
  );

  function choose(declared: Declaration): void {
    field.onChange(declared);
    onChosen(declared);
  }

  function chooseByDigit(event: KeyboardEvent): void {
    const declared = DECLARATIONS[Number(event.key) - 1];
    if (!declared || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    choose(declared);
  }
}
