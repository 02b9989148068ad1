import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { attendanceText } from '../../text/attendance-page.ts';
import { nameOf } from '../../text/study-page.ts';
import type { AttendanceRow } from './study-queries.ts';

interface ReasonBoxProps {
  readonly row: AttendanceRow;
  readonly onReason: (row: AttendanceRow, text: string) => void;
  readonly onLeft: () => void;
}

/** Every word is kept as it is typed, but not the letters of an input method before they are words. */
export function ReasonBox({ row, onReason, onLeft }: ReasonBoxProps) {
  const [text, setText] = useState(row.reason ?? '');
  const isTyping = useRef(false);
  useEffect(() => {
    // What is being typed here is newer than what comes back of it.
    if (!isTyping.current) setText(row.reason ?? '');
  }, [row.reason]);
  return (
    <Input
      size="small"
      className={text ? 'exception-reason' : 'exception-reason missing'}
      aria-label={attendanceText.reasonOf(nameOf(row))}
      placeholder={attendanceText.reason}
      value={text}
      maxLength={100}
      onFocus={() => {
        isTyping.current = true;
      }}
      onChange={({ target, nativeEvent }) => {
        setText(target.value);
        if (!('isComposing' in nativeEvent && nativeEvent.isComposing)) onReason(row, target.value);
      }}
      onCompositionEnd={({ currentTarget }) => onReason(row, currentTarget.value)}
      onBlur={() => {
        isTyping.current = false;
        onLeft();
      }}
    />
  );
}
