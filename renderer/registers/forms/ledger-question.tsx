import { useQuery } from '@tanstack/react-query';
import { ITEM_SOURCES, WHOSE } from '../../../shared/vocabulary/words.ts';
import { formsText } from '../../text/forms-page.ts';
import { signText } from '../../text/frame.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords, itemStateWords } from '../../text/words.ts';
import { Day, Narrowing, Tick, Words } from './form-fields.tsx';
import { type ChangeSearch, type FormSearch, LEDGER_STATES, LEDGER_VIEWS } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

interface LedgerQuestionProps {
  readonly search: FormSearch;
  readonly onChange: ChangeSearch;
}

/** What narrows the printed ledger. */
export function LedgerQuestion({ search, onChange }: LedgerQuestionProps) {
  const units = useQuery(formsQueries.units(search.office));
  const campaign = useQuery(formsQueries.phases(search.office));
  const { categories = [], retired = [] } = campaign.data ?? {};
  const offered = categories.map(({ id, name }) => ({ value: id, label: name }));
  const old = retired.map(({ id, name }) => ({ value: id, label: ledgerText.retired(name) }));
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
        label={formsText.urgency}
        every={formsText.every}
        value={LEDGER_VIEWS.find((view) => view === search.view)}
        options={LEDGER_VIEWS.map((view) => ({ value: view, label: formsText.urgencies[view] }))}
        onChange={(view) => onChange({ view })}
      />
      <Narrowing
        label={formsText.whose}
        every={formsText.every}
        value={search.whose}
        options={whoseChoices(search.whose)}
        onChange={(whose) => onChange({ whose })}
      />
      <Narrowing
        label={formsText.unit}
        every={formsText.every}
        value={search.unit}
        options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unit) => onChange({ unit, below: undefined })}
      />
      {search.unit && (
        <Tick
          label={formsText.below}
          checked={search.below !== 'false'}
          onChange={(below) => onChange({ below: below ? undefined : 'false' })}
        />
      )}
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
        options={[...offered, ...old]}
        onChange={(category) => onChange({ category })}
      />
      <Words
        label={formsText.owner}
        value={search.owner}
        most={100}
        onChange={(owner) => onChange({ owner })}
      />
      <Words
        label={formsText.search}
        value={search.search}
        most={100}
        onChange={(words) => onChange({ search: words })}
      />
      <Day
        label={formsText.dueFrom}
        value={search.dueFrom}
        onChange={(dueFrom) => onChange({ dueFrom })}
        onClear={() => onChange({ dueFrom: undefined })}
      />
      <Day
        label={formsText.dueUntil}
        value={search.dueUntil}
        onChange={(dueUntil) => onChange({ dueUntil })}
        onClear={() => onChange({ dueUntil: undefined })}
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
        label={formsText.fromGroup}
        checked={search.fromGroup === 'true'}
        onChange={(fromGroup) => onChange({ fromGroup: fromGroup ? 'true' : undefined })}
      />
      <Tick
        label={formsText.supervised}
        checked={search.supervised === 'true'}
        onChange={(supervised) => onChange({ supervised: supervised ? 'true' : undefined })}
      />
      <Tick
        label={formsText.grouped}
        checked={search.grouped === 'true'}
        onChange={(grouped) => onChange({ grouped: grouped ? 'true' : undefined })}
      />
    </>
  );
}

/** Whoever holds two roles comes here with both. */
function whoseChoices(chosen: string | undefined) {
  const several = chosen?.includes(',') ? [chosen] : [];
  return [...WHOSE.filter((one) => one !== 'unit'), ...several].map((value) => ({
    value,
    label: formsText.several(
      WHOSE.filter((one) => value.split(',').includes(one)).map((one) => signText.whose[one]),
    ),
  }));
}
