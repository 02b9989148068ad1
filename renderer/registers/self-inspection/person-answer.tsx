import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { filingImportText as text } from '../../text/self-inspection-import.ts';
import { entryText } from '../../text/self-inspection-page.ts';
import type { ImportedRow } from './filing-import.ts';
import { selfInspectionQueries } from './self-inspection-queries.ts';

interface PersonAnswerProps {
  readonly row: ImportedRow;
  readonly onChoose: (person: string) => void;
}

/** Of whom a row speaks: those of its name first, and anybody of the roster by name, pinyin or initials. */
export function PersonAnswer({ row: { line, candidates = [] }, onChoose }: PersonAnswerProps) {
  const [search, setSearch] = useState('');
  const asked = search.trim();
  const { data } = useQuery({
    ...selfInspectionQueries.rosterNamed(asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const found = asked === '' ? candidates : (data?.people ?? []);
  return (
    <Select<string | null>
      size="small"
      aria-label={text.whoIs(line)}
      placeholder={candidates.length > 0 ? text.who : text.find}
      value={null}
      onChange={(person) => person && onChoose(person)}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={found.map((one) => ({
        value: 'person' in one ? one.person : one.id,
        label: text.candidate(one.name ?? '', one.unitName ?? '', one.disambiguator),
      }))}
      notFoundContent={asked === '' ? text.findHint : entryText.nobodyNamed}
      popupMatchSelectWidth={280}
    />
  );
}
