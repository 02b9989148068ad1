import { useQuery } from '@tanstack/react-query';
import { peopleText } from '../../text/personnel-page.ts';
import { personnelQueries } from './personnel-queries.ts';

interface PeopleFootProps {
  readonly shown: number;
  readonly total: number;
  readonly asOf: string;
}

/** How many of how many, how many of them count, and by which definition. */
export function PeopleFoot({ shown, total, asOf }: PeopleFootProps) {
  const headcount = useQuery(personnelQueries.headcount(asOf));
  return (
    <footer className="panel-foot personnel-foot">
      <strong>{peopleText.counts(shown, total)}</strong>
      {headcount.data && <span>{peopleText.headcount(headcount.data.people)}</span>}
      <span>{peopleText.definition}</span>
    </footer>
  );
}
