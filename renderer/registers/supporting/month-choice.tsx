import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { addMonths } from '../../../shared/rules/months.ts';
import { COUNTER_UNITS, type CounterUnits } from '../../../shared/vocabulary/words.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { counterUnitsWords } from '../../text/words.ts';
import type { CountersAddress, CountersView } from './counters-address.ts';

type MonthChoiceProps = Pick<CountersAddress, 'month' | 'now' | 'show'> & {
  readonly onChange: CountersAddress['change'];
};

/** Which month's sheet, and which units of it. */
export function MonthChoice({ month, now, show, onChange }: MonthChoiceProps) {
  return (
    <>
      <Button size="small" aria-label={text.before} onClick={() => onChange({ month: addMonths(month, -1) })}>
        ‹
      </Button>
      <DatePicker
        picker="month"
        aria-label={text.month}
        value={dayjs(`${month}-01`)}
        onChange={(day) => day && onChange({ month: day.format('YYYY-MM') })}
        format="YYYY-MM"
        allowClear={false}
        maxDate={dayjs(`${now}-01`)}
      />
      <Button
        size="small"
        aria-label={text.after}
        disabled={month >= now}
        onClick={() => onChange({ month: addMonths(month, 1) })}
      >
        ›
      </Button>
      <Select<CounterUnits>
        aria-label={text.show}
        value={show}
        onChange={(chosen) => onChange({ show: chosen === 'all' ? undefined : chosen })}
        options={COUNTER_UNITS.map((value) => ({ value, label: counterUnitsWords[value] }))}
      />
    </>
  );
}

interface ViewsProps {
  readonly view: CountersView;
  readonly onChange: (view: CountersView) => void;
}

/** A month by unit, or a year by month. */
export function Views({ view, onChange }: ViewsProps) {
  return (
    <fieldset className="counters-views" aria-label={text.views}>
      {(['month', 'year'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onChange(one)}>
          {text.view[one]}
        </button>
      ))}
    </fieldset>
  );
}
