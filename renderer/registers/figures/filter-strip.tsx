import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { ORGAN_KINDS } from '../../../shared/vocabulary/words.ts';
import { figuresFilterText as text } from '../../text/figures-page.ts';
import { formText } from '../../text/form.ts';
import { organKindWords } from '../../text/words.ts';
import type { FiguresAddress, FiguresSearch } from './figure-question.ts';
import type { RowNames } from './row-names.ts';

const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D'];
const KINDS = ORGAN_KINDS.map((value) => ({ value, label: organKindWords[value] }));

interface FilterStripProps extends Pick<FiguresAddress, 'question' | 'compared' | 'change'> {
  readonly names: RowNames;
}

/** What the figures are narrowed to, and the second day or unit that stands beside them. */
export function FilterStrip({ question, compared, change, names }: FilterStripProps) {
  const { unit, organKind, phase, type } = question;
  const isNarrowed = unit !== undefined || organKind || phase !== undefined || type;
  const comparedDay = compared && compared.asOf !== question.asOf ? compared.asOf : undefined;
  const comparedUnit = compared && compared.unit !== unit ? (compared.unit ?? undefined) : undefined;
  return (
    <>
      {choice('phase', text.phase, text.anyPhase, phase ?? undefined, names.phases)}
      {choice('type', text.type, text.anyType, type, names.types)}
      {choice('unit', text.unit, text.anyUnit, unit ?? undefined, names.units)}
      {choice('kind', text.kind, text.anyKind, organKind, KINDS)}
      {isNarrowed && (
        <Button
          size="small"
          onClick={() => change({ unit: undefined, kind: undefined, phase: undefined, type: undefined })}
        >
          {text.clear}
        </Button>
      )}
      <span className="figures-compare">
        <label htmlFor="figures-day2">{text.compareDay}</label>
        <DayField id="figures-day2" day={comparedDay} onDay={(day) => change({ day2: day })} />
        {choice('unit2', text.compareUnit, text.noCompare, comparedUnit, names.units)}
      </span>
    </>
  );

  function choice(
    key: keyof FiguresSearch,
    label: string,
    any: string,
    value: string | undefined,
    options: readonly { readonly value: string; readonly label: string }[],
  ) {
    return (
      <Select<string | null>
        className="figures-filter"
        aria-label={label}
        value={value ?? null}
        onChange={(next) => change({ [key]: next ?? undefined })}
        options={[{ value: null, label: any }, ...options]}
        labelRender={({ label: shown }) => (value === undefined ? any : String(shown ?? '').trim())}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
      />
    );
  }
}

interface DayFieldProps {
  readonly id: string;
  readonly day: string | undefined;
  /** Undefined: it was cleared. */
  readonly onDay: (day: string | undefined) => void;
  readonly required?: boolean;
}

export function DayField({ id, day, onDay, required = false }: DayFieldProps) {
  return (
    <DatePicker
      id={id}
      className="figures-day"
      value={day ? dayjs(day) : null}
      allowClear={!required}
      onChange={(picked) => {
        if (picked || !required) onDay(picked?.format('YYYY-MM-DD'));
      }}
      format={FORMATS}
      placeholder={formText.datePlaceholder}
    />
  );
}
