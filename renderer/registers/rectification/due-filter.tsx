import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { ledgerText } from '../../text/rectification-page.ts';
import { useWide } from '../../ui/use-wide.ts';
import { dueSpanOf, NAMED_SPANS, spanWord } from './due-span.ts';

interface DueFilterProps {
  readonly due: string | undefined;
  readonly today: string;
  readonly onChange: (due: string | undefined) => void;
}

const OWN = 'own';
const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D'];

/** A span of due dates: one that has a name, or its first and last day. */
export function DueFilter({ due, today, onChange }: DueFilterProps) {
  const isNamed = NAMED_SPANS.some((span) => span === due);
  const span = dueSpanOf(due, today);
  const [isAsked, setAsked] = useState(false);
  const isOwn = (span !== undefined && !isNamed) || isAsked;
  const title = ledgerText.filters.due;
  const any = useWide() ? ledgerText.any(title) : title;
  return (
    <>
      <Select<string | null>
        className="rectification-filter"
        aria-label={title}
        value={isOwn ? OWN : isNamed ? (due ?? null) : null}
        onChange={(value) => {
          setAsked(value === OWN);
          if (value !== OWN) onChange(value ?? undefined);
        }}
        options={[
          { value: null, label: any },
          ...NAMED_SPANS.map((value) => ({ value, label: ledgerText.spans[value] })),
          { value: OWN, label: ledgerText.ownSpan },
        ]}
        popupMatchSelectWidth={false}
      />
      {isOwn && day(ledgerText.spanFrom, span?.dueFrom, (from) => spanWord(from, span?.dueUntil))}
      {isOwn && day(ledgerText.spanUntil, span?.dueUntil, (until) => spanWord(span?.dueFrom, until))}
    </>
  );

  function day(
    label: string,
    value: string | undefined,
    word: (day: string | undefined) => string | undefined,
  ) {
    return (
      <DatePicker
        className="rectification-day"
        aria-label={label}
        value={value ? dayjs(value) : null}
        onChange={(chosen) => onChange(word(chosen?.format('YYYY-MM-DD')))}
        format={FORMATS}
        placeholder={label}
      />
    );
  }
}
