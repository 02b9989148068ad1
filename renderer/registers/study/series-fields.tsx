import { Checkbox, InputNumber } from 'antd';
import { useId } from 'react';
import { seriesText } from '../../text/study-page.ts';

/** How often a session is to be held again. */
export interface Series {
  /** Weeks from one to the next. */
  readonly every: number;
  /** How many there will be. */
  readonly times: number;
}

const WEEKLY: Series = { every: 1, times: 4 };
/** The most that one step makes. */
const MOST_TIMES = 60;
const MOST_WEEKS = 4;

interface SeriesFieldsProps {
  readonly series: Series | null;
  readonly onChange: (series: Series | null) => void;
}

/** The same session week after week, made in one step. */
export function SeriesFields({ series, onChange }: SeriesFieldsProps) {
  const every = useId();
  const times = useId();
  return (
    <div className="series-fields">
      <Checkbox checked={series !== null} onChange={({ target }) => onChange(target.checked ? WEEKLY : null)}>
        {seriesText.repeat}
      </Checkbox>
      {series && (
        <>
          <label htmlFor={every}>{seriesText.every}</label>
          <InputNumber
            id={every}
            size="small"
            min={1}
            max={MOST_WEEKS}
            precision={0}
            value={series.every}
            onChange={(value) => onChange({ ...series, every: value ?? 1 })}
          />
          <label htmlFor={times}>{seriesText.times}</label>
          <InputNumber
            id={times}
            size="small"
            min={2}
            max={MOST_TIMES}
            precision={0}
            value={series.times}
            onChange={(value) => onChange({ ...series, times: value ?? 2 })}
          />
          <p className="secondary">{seriesText.note}</p>
        </>
      )}
    </div>
  );
}
