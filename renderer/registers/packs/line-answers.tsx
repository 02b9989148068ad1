import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { formText } from '../../text/form.ts';
import { decideText } from '../../text/packs-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { isChosen, type PackOption } from './pack-options.ts';
import type { RowDecision } from './taken-choices.ts';

interface LineAnswersProps {
  readonly label: string;
  readonly options: readonly PackOption[];
  readonly decision: RowDecision | undefined;
  /** The digit whose list or field is open. */
  readonly open: number | null;
  readonly isDisabled: boolean;
  readonly onTake: (option: PackOption) => void;
  readonly onGive: (decision: RowDecision) => void;
  readonly onClose: () => void;
}

/** The ways out, side by side, each with its digit, so that Tab need not stop at them. */
export function LineAnswers(props: LineAnswersProps) {
  const { label, options, decision, open, isDisabled, onTake, onGive, onClose } = props;
  return (
    <fieldset className="packs-answers" aria-label={label}>
      {options.map((option) => {
        if (open === option.digit && option.kind === 'list')
          return <OpenList key={option.digit} {...{ option, decision, onGive, onClose }} />;
        if (open === option.digit && option.kind === 'write')
          return <OpenField key={option.digit} {...{ option, decision, onGive, onClose }} />;
        if (open === option.digit && option.kind === 'day')
          return <OpenDay key={option.digit} {...{ option, decision, onGive, onClose }} />;
        return (
          <button
            key={option.digit}
            type="button"
            className="packs-option"
            tabIndex={-1}
            aria-pressed={isChosen(option, decision)}
            aria-keyshortcuts={String(option.digit)}
            disabled={isDisabled}
            onClick={() => onTake(option)}
          >
            <span aria-hidden="true">{option.digit}</span> {labelOf(option, decision)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** What was chosen from a list or typed stands on the button. */
function labelOf(option: PackOption, decision: RowDecision | undefined): string {
  if (option.kind === 'write' || option.kind === 'day') return decision?.[option.field] ?? option.label;
  if (option.kind === 'take') return option.label;
  return option.choices.find(({ value }) => value === decision?.[option.field])?.label ?? option.label;
}

type OpenProps<Kind> = Pick<LineAnswersProps, 'decision' | 'onGive' | 'onClose'> & {
  readonly option: Extract<PackOption, { kind: Kind }>;
};

function OpenList({ option, decision, onGive, onClose }: OpenProps<'list'>) {
  return (
    <Select
      className="packs-editor"
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
      onOpenChange={(isOpen) => !isOpen && onClose()}
    />
  );
}

function OpenField({ option, decision, onGive, onClose }: OpenProps<'write'>) {
  const start = decision?.[option.field] ?? option.start;
  const give = (text: string) => {
    const written = text.trim();
    if (written && written !== start) onGive({ [option.field]: written });
    onClose();
  };
  return (
    <Input
      className="packs-editor"
      size="small"
      autoFocus
      aria-label={option.label}
      placeholder={decideText.type[option.field]}
      defaultValue={start}
      maxLength={50}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') give(event.currentTarget.value);
        if (event.key === 'Escape') onClose();
      }}
      onBlur={(event) => give(event.currentTarget.value)}
    />
  );
}

function OpenDay({ option, decision, onGive, onClose }: OpenProps<'day'>) {
  const day = decision?.[option.field];
  return (
    <DatePicker
      className="packs-editor"
      size="small"
      autoFocus
      aria-label={option.label}
      defaultValue={day ? dayjs(day) : null}
      format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
      placeholder={formText.datePlaceholder}
      allowClear={false}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
      onChange={(value) => {
        if (value) onGive({ [option.field]: value.format('YYYY-MM-DD') });
        onClose();
      }}
      onBlur={onClose}
    />
  );
}
