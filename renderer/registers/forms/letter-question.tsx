import { Radio } from 'antd';
import { useState } from 'react';
import { formsText } from '../../text/forms-page.ts';
import { Day, Words } from './form-fields.tsx';
import type { ChangeSearch, FormSearch } from './form-search.ts';
import { ItemChoice } from './item-choice.tsx';
import { SessionChoice } from './session-choice.tsx';

interface LetterQuestionProps {
  readonly search: FormSearch;
  readonly onChange: ChangeSearch;
}

/** What a letter says beside what the books know. */
export function LetterQuestion({ search, onChange }: LetterQuestionProps) {
  return (
    <>
      <Words
        label={formsText.letterNumber}
        value={search.number}
        most={100}
        onChange={(number) => onChange({ number })}
      />
      <Day
        label={formsText.dueOn}
        value={search.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
        onClear={() => onChange({ dueOn: undefined })}
      />
      <Words
        label={formsText.letterText}
        value={search.text}
        most={1000}
        lines={3}
        onChange={(text) => onChange({ text })}
      />
    </>
  );
}

/** 返工 of an item or of a session. */
export function ReworkQuestion({ search, onChange }: LetterQuestionProps) {
  const [chosen, setChosen] = useState<keyof typeof formsText.reworkOf>('item');
  const about = search.session ? 'session' : search.item ? 'item' : chosen;
  return (
    <>
      <Radio.Group
        aria-label={formsText.reworkLabel}
        value={about}
        options={Object.entries(formsText.reworkOf).map(([value, label]) => ({ value, label }))}
        onChange={({ target }) => {
          setChosen(target.value === 'session' ? 'session' : 'item');
          onChange({ item: undefined, session: undefined });
        }}
      />
      {about === 'session' ? (
        <SessionChoice session={search.session} onChange={onChange} />
      ) : (
        <ItemChoice search={search} open onChange={onChange} />
      )}
      <LetterQuestion search={search} onChange={onChange} />
    </>
  );
}
