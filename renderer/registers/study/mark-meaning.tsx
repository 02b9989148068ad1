import { Select } from 'antd';
import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';
import { pasteText } from '../../text/attendance-page.ts';
import { markWords } from '../../text/words.ts';

interface MarkMeaningProps {
  readonly text: string;
  readonly count: number;
  readonly may: (mark: Mark) => boolean;
  readonly value: Mark | undefined;
  readonly onChange: (text: string, mark: Mark | undefined) => void;
}

/** What a sign means that could mean several things: said once for all of its places. */
export function MarkMeaning({ text, count, may, value, onChange }: MarkMeaningProps) {
  const label = pasteText.meaning(text, count);
  const choices = MARKS.filter((mark) => mark !== 'leave' && may(mark));
  return (
    <div className="paste-meaning">
      <span>{label}</span>
      <Select<Mark>
        aria-label={label}
        size="small"
        allowClear
        placeholder={pasteText.chooseMeaning}
        value={value ?? null}
        onChange={(mark) => onChange(text, mark ?? undefined)}
        options={choices.map((mark) => ({ value: mark, label: markWords[mark] }))}
      />
    </div>
  );
}

/** The meanings with one more, or without it. */
export function meaningSet(
  meanings: Readonly<Record<string, Mark>>,
  text: string,
  mark: Mark | undefined,
): Readonly<Record<string, Mark>> {
  const { [text]: _, ...others } = meanings;
  return mark ? { ...others, [text]: mark } : others;
}
