import { useQuery } from '@tanstack/react-query';
import { useIdentity } from '../../state/session.ts';
import { formsText } from '../../text/forms-page.ts';
import { Narrowing, Tick } from './form-fields.tsx';
import type { ChangeSearch, FormSearch } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

interface RoundQuestionProps {
  readonly search: FormSearch;
  readonly onChange: ChangeSearch;
}

/** Which round; and whether the names stand on it, which only the office itself prints. */
export function RoundQuestion({ search, onChange }: RoundQuestionProps) {
  const rounds = useQuery(formsQueries.rounds(search.office));
  const isHere = useIdentity().role === 'office' && !search.office;
  return (
    <>
      <Narrowing
        label={formsText.round}
        every={formsText.latestRound}
        value={search.round}
        options={(rounds.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(round) => onChange({ round })}
      />
      {isHere && (
        <Tick
          label={formsText.named}
          checked={search.named === 'true'}
          onChange={(named) => onChange({ named: named ? 'true' : undefined })}
        />
      )}
    </>
  );
}
