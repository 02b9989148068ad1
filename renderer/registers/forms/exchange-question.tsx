import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { formsText } from '../../text/forms-page.ts';
import { Day, Narrowing } from './form-fields.tsx';
import type { ChangeSearch, FormSearch } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

interface ExchangeQuestionProps {
  readonly search: FormSearch;
  readonly onChange: ChangeSearch;
}

/** Which bundles the register of exchanges lists; one, where another room has named it. */
export function ExchangeQuestion({ search, onChange }: ExchangeQuestionProps) {
  const parties = useQuery(formsQueries.parties());
  if (search.sequence)
    return (
      <div className="field">
        <span className="label">{formsText.oneBundle(search.sequence)}</span>
        <Button onClick={() => onChange({ sequence: undefined, epoch: undefined })}>
          {formsText.everyBundle}
        </Button>
      </div>
    );
  return (
    <>
      <Narrowing
        label={formsText.party}
        every={formsText.every}
        value={search.party}
        options={(parties.data ?? []).map(({ officeId, name }) => ({ value: officeId, label: name }))}
        onChange={(party) => onChange({ party })}
      />
      <Day
        label={formsText.exchangedFrom}
        value={search.from}
        onClear={() => onChange({ from: undefined })}
        onChange={(from) => onChange({ from })}
      />
      <Day
        label={formsText.exchangedUntil}
        value={search.until}
        onClear={() => onChange({ until: undefined })}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}
