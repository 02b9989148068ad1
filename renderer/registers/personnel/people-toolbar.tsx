import { DatePicker, Input, type InputRef, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { peopleText } from '../../text/personnel-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { statusChoices } from './choices.ts';
import type { PeopleChoice } from './people-filter.ts';

/** After the last key the list is asked for once. */
const TYPING_MS = 200;

interface PeopleToolbarProps {
  readonly choice: PeopleChoice;
  readonly isNarrowed: boolean;
  readonly onNarrow: (change: Partial<PeopleChoice>) => void;
  /** What can be done with the person chosen in the list. */
  readonly children: ReactNode;
}

export function PeopleToolbar({ choice, isNarrowed, onNarrow, children }: PeopleToolbarProps) {
  const { today } = useIdentity();
  return (
    <div className="toolbar">
      <SearchBox search={choice.search} onSearch={(search) => onNarrow({ search })} />
      <Select
        aria-label={peopleText.status}
        className="personnel-status"
        value={choice.status}
        onChange={(status: PostingStatus | null) => onNarrow({ status })}
        options={[{ value: null, label: peopleText.anyStatus }, ...statusChoices]}
      />
      <DatePicker
        aria-label={peopleText.asOfLabel}
        className="personnel-as-of"
        value={dayjs(choice.asOf)}
        onChange={(day) => onNarrow({ asOf: day ? day.format('YYYY-MM-DD') : today })}
        format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
        allowClear={choice.asOf !== today}
      />
      {isNarrowed && (
        <button
          type="button"
          className="link-button"
          onClick={() => onNarrow({ unit: null, search: '', status: null })}
        >
          {peopleText.clear}
        </button>
      )}
      <div className="personnel-chosen">{children}</div>
    </div>
  );
}

/** Typing never waits for the list; half a syllable of an input method is not looked for. */
function SearchBox({
  search,
  onSearch,
}: {
  readonly search: string;
  readonly onSearch: (text: string) => void;
}) {
  const [text, setText] = useState(search);
  const [isComposing, setComposing] = useState(false);
  const input = useRef<InputRef>(null);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  const asked = useRef(search);
  useShortcuts({ 'ctrl+f': () => input.current?.focus({ cursor: 'all' }) });
  useEffect(() => {
    if (isComposing || text === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = text;
      latest.current(text);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, isComposing]);
  // The filter was cleared, or another page of the history came back.
  useEffect(() => {
    if (search === asked.current) return;
    asked.current = search;
    setText(search);
  }, [search]);
  return (
    <Input
      ref={input}
      className="personnel-search"
      aria-label={peopleText.search}
      placeholder={peopleText.searchPlaceholder}
      value={text}
      maxLength={50}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      suffix={<Key>Ctrl+F</Key>}
    />
  );
}
