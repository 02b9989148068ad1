import { useQuery } from '@tanstack/react-query';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { peopleText, personFormText } from '../../text/personnel-page.ts';
import { postingStatusWords, staffingWords } from '../../text/words.ts';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { type Person, personnelQueries } from './personnel-queries.ts';

interface PersonRefusalProps {
  readonly refusal: Refusal | null;
  readonly id: string;
  /** Called with the person as somebody else saved it. */
  readonly onSaveMine: (theirs: Person) => void;
  readonly onDiscardMine: (theirs: Person) => void;
}

/** Why a person was not saved; when somebody else was first, what they saved and the choice between the two. */
export function PersonRefusal({ refusal, id, onSaveMine, onDiscardMine }: PersonRefusalProps) {
  const isConflict = refusal?.code === 'conflict';
  const theirs = useQuery({ ...personnelQueries.person(id), enabled: isConflict, staleTime: 0 });
  if (!isConflict) return <ErrorNotice refusal={refusal} />;
  if (!theirs.data || theirs.isFetching) return null;
  const person = theirs.data;
  return (
    <ConflictNotice
      refusal={refusal}
      changes={
        <p>
          {personFormText.theirs}
          {contentOf(person)}
        </p>
      }
      onSaveMine={() => onSaveMine(person)}
      onDiscardMine={() => onDiscardMine(person)}
    />
  );
}

function contentOf(person: Person): string {
  const { name, post, staffing, unitName, status, orderNumber, disambiguator } = person;
  const parts = [
    name ?? peopleText.nameless,
    unitName,
    post,
    staffing && staffingWords[staffing],
    status && postingStatusWords[status],
    orderNumber !== null && `${peopleText.columns.orderNumber} ${orderNumber}`,
    disambiguator && `${peopleText.columns.disambiguator} ${disambiguator}`,
  ];
  return parts.filter(Boolean).join(' · ');
}
