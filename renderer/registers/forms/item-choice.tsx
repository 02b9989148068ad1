import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formsText } from '../../text/forms-page.ts';
import { Choice } from './form-fields.tsx';
import type { ChangeSearch, FormSearch } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

interface ItemChoiceProps {
  readonly search: FormSearch;
  /** Only items whose work goes on. */
  readonly open: boolean;
  readonly onChange: ChangeSearch;
}

/** An item found by its number or by words of it. */
export function ItemChoice({ search, open, onChange }: ItemChoiceProps) {
  const [words, setWords] = useState('');
  const chosen = search.item;
  const found = useQuery(formsQueries.items(search.office, words, open));
  const item = useQuery({ ...formsQueries.item(chosen ?? ''), enabled: chosen !== undefined });
  const rows = (found.data ?? []).filter(({ number, id }) => number !== null && id !== chosen);
  const all = item.data && item.data.id === chosen ? [item.data, ...rows] : rows;
  return (
    <Choice
      label={formsText.itemLabel}
      value={chosen ?? null}
      options={all.map(({ id, number, problem }) => ({ value: id, label: formsText.item(number, problem) }))}
      onSearch={setWords}
      onChange={(id) => onChange({ item: id, session: undefined })}
    />
  );
}
