import { useQuery } from '@tanstack/react-query';
import { ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import { formsText } from '../../text/forms-page.ts';
import { itemSourceWords, itemStateWords } from '../../text/words.ts';
import { Day, Narrowing, Tick } from './form-fields.tsx';
import { type ChangeSearch, type FormSearch, LEDGER_STATES } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

interface LedgerQuestionProps {
  readonly search: FormSearch;
  readonly onChange: ChangeSearch;
}

/** What narrows the printed ledger. */
export function LedgerQuestion({ search, onChange }: LedgerQuestionProps) {
  const units = useQuery(formsQueries.units(search.office));
  const campaign = useQuery(formsQueries.phases());
  const states = [
    { value: 'open', label: formsText.openItems },
    ...LEDGER_STATES.map((state) => ({ value: state, label: itemStateWords[state] })),
  ];
  return (
    <>
      <Narrowing
        label={formsText.itemState}
        every={formsText.every}
        value={states.find(({ value }) => value === search.state)?.value}
        options={states}
        onChange={(state) => onChange({ state })}
      />
      <Narrowing
        label={formsText.unit}
        every={formsText.every}
        value={search.unit}
        options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unit) => onChange({ unit })}
      />
      <Narrowing
        label={formsText.source}
        every={formsText.every}
        value={search.source}
        options={ITEM_SOURCES.map((source) => ({ value: source, label: itemSourceWords[source] }))}
        onChange={(source) => onChange({ source })}
      />
      <Narrowing
        label={formsText.category}
        every={formsText.every}
        value={search.category}
        options={(campaign.data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(category) => onChange({ category })}
      />
      <Day
        label={formsText.issuedFrom}
        value={search.from}
        onChange={(from) => onChange({ from })}
        onClear={() => onChange({ from: undefined })}
      />
      <Day
        label={formsText.issuedUntil}
        value={search.until}
        onChange={(until) => onChange({ until })}
        onClear={() => onChange({ until: undefined })}
      />
      <Tick
        label={formsText.grouped}
        checked={search.grouped === 'true'}
        onChange={(grouped) => onChange({ grouped: grouped ? 'true' : undefined })}
      />
    </>
  );
}
