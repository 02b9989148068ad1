import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { formText } from '../../text/form.ts';
import { dayOf } from '../../text/frame.ts';
import { overviewTabs as text } from '../../text/oversight-page.ts';
import { useOverviewAddress } from './use-address.ts';

const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D'];

/** The day that figures are asked of; those of other groups are there only as of the days that they reported. */
export function AsOfChoice({ reportedDays }: { readonly reportedDays: readonly string[] }) {
  const { asOf, change } = useOverviewAddress();
  return (
    <div className="offices-as-of">
      {reportedDays.length > 0 && <span className="secondary wide-only">{text.reportedDays}</span>}
      {reportedDays.slice(0, 3).map((day) => (
        <Button
          key={day}
          size="small"
          type={day === asOf ? 'primary' : 'default'}
          onClick={() => change({ asOf: day })}
        >
          {dayOf(day)}
        </Button>
      ))}
      <label htmlFor="offices-as-of">{text.asOf}</label>
      <DatePicker
        id="offices-as-of"
        value={dayjs(asOf)}
        allowClear={false}
        onChange={(day) => day && change({ asOf: day.format('YYYY-MM-DD') })}
        format={FORMATS}
        placeholder={formText.datePlaceholder}
      />
    </div>
  );
}
