import { Input, Select } from 'antd';
import { heldText } from '../../text/roster-import-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { type HeldOption, isChosen } from './held-options.ts';
import type { RowDecision } from './roster-choices.ts';

interface HeldAnswersProps {
  readonly label: string;
  readonly options: readonly HeldOption[];
  readonly decision: RowDecision | undefined;
  /** The option whose list or field is open. */
  readonly open: number | null;
  readonly isDisabled: boolean;
  readonly onTake: (at: number) => void;
  readonly onGive: (decision: RowDecision) => void;
  /** @param byKey the focus was taken along by what is gone now */
  readonly onClose: (byKey: boolean) => void;
}

/** The ways out, side by side; a digit takes each, so that Tab need not stop at them. */
export function HeldAnswers(props: HeldAnswersProps) {
  const { label, options, decision, open, isDisabled, onTake, onGive, onClose } = props;
  return (
    <fieldset className="held-answers" aria-label={label}>
      {options.map((option, at) => {
        if (open === at && option.kind === 'list')
          return <OpenList key={option.label} {...{ option, decision, onGive, onClose }} />;
        if (open === at && option.kind === 'write')
          return <OpenField key={option.label} {...{ option, decision, onGive, onClose }} />;
        return (
          <button
            key={option.label}
            type="button"
            className="held-option"
            tabIndex={-1}
            aria-pressed={isChosen(option, decision)}
            aria-keyshortcuts={String(at + 1)}
            disabled={isDisabled}
            onClick={() => onTake(at)}
          >
            {labelOf(option, decision)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** What was chosen from a list or typed stands on the button. */
function labelOf(option: HeldOption, decision: RowDecision | undefined): string {
  if (option.kind === 'write') return decision?.name ?? option.label;
  if (option.kind === 'take') return option.label;
  return option.choices.find(({ value }) => value === decision?.[option.field])?.label ?? option.label;
}

type OpenProps = Pick<HeldAnswersProps, 'decision' | 'onGive' | 'onClose'>;

function OpenList({
  option,
  decision,
  onGive,
  onClose,
}: OpenProps & { readonly option: Extract<HeldOption, { kind: 'list' }> }) {
  return (
    <Select
      className="held-editor"
      size="small"
      autoFocus
      defaultOpen
      aria-label={option.label}
      placeholder={option.label}
      value={decision?.[option.field] ?? null}
      options={[...option.choices]}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      // Its arrows go through the list, not through the rows.
      onKeyDown={(event) => event.stopPropagation()}
      onChange={(value: string | null) => value && onGive({ [option.field]: value })}
      onOpenChange={(isOpen) => !isOpen && onClose(true)}
    />
  );
}

function OpenField({
  option,
  decision,
  onGive,
  onClose,
}: OpenProps & { readonly option: Extract<HeldOption, { kind: 'write' }> }) {
  const start = decision?.name ?? option.start;
  const give = (text: string, byKey: boolean) => {
    const name = text.trim();
    if (name && name !== start) onGive({ name });
    onClose(byKey);
  };
  return (
    <Input
      className="held-editor"
      size="small"
      autoFocus
      aria-label={option.label}
      placeholder={heldText.typeName}
      defaultValue={start}
      maxLength={50}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') give(event.currentTarget.value, true);
        if (event.key === 'Escape') onClose(true);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => give(event.currentTarget.value, false)}
    />
  );
}
