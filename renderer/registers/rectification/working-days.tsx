import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { workingDaysText as text } from '../../text/rectification-detail.ts';
import { rectificationQueries } from './rectification-queries.ts';
import { skippedDays } from './skipped-days.ts';

interface WorkingDaysProps {
  /** The day from which is counted; it is not counted itself. */
  readonly from: string;
  /** The day counted from is the due date in force. */
  readonly isFromDue?: boolean;
  readonly onDue: (day: string) => void;
}

/** “5 个工作日” in place of a date: which day that is, and what was passed over on the way. */
export function WorkingDays({ from, isFromDue = false, onDue }: WorkingDaysProps) {
  const [count, setCount] = useState<number | null>(null);
  const isCount = count !== null && count >= 1 && count <= 1000;
  const reached = useQuery({
    ...rectificationQueries.dueDay({ from: calendarDate(from), workingDays: count ?? 1 }),
    enabled: isCount,
  }).data;
  const tell = useRef(onDue);
  tell.current = onDue;
  const day = isCount ? reached?.dueOn : undefined;
  useEffect(() => {
    if (day) tell.current(day);
  }, [day]);
  return (
    <div className="field rectification-working-days">
      <span className="secondary">
        {text.before}
        {isFromDue ? text.due : text.today}
        {text.after}{' '}
        <InputNumber
          size="small"
          aria-label={text.label}
          min={1}
          max={1000}
          precision={0}
          value={count}
          onChange={setCount}
        />{' '}
        {text.unit}
      </span>
      {day && (
        <div className="hint" role="status">
          {text.reached(day)}；<Skipped from={from} until={day} />
          {reached && reached.unknownYears.length > 0 && ` ${text.unknown(reached.unknownYears)}`}
        </div>
      )}
    </div>
  );
}

function Skipped({ from, until }: { readonly from: string; readonly until: string }) {
  const years = useQuery(rectificationQueries.holidays()).data?.years;
  if (!years) return null;
  const { off, worked } = skippedDays(from, until, years);
  if (off.length === 0 && worked.length === 0) return text.weekends;
  const parts = [
    off.length > 0 && text.off(off.map(([first, last]) => text.span(first, last))),
    worked.length > 0 && text.worked(worked),
  ];
  return parts.filter(Boolean).join('；');
}
