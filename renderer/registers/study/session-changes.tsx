import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { sessionText } from '../../text/study-page.ts';
import { differingFields, fieldsOf, type SessionValues } from './session-fields.ts';
import { saidField } from './session-said.ts';
import { studyQueries } from './study-queries.ts';

/** Field by field where the other one's version differs from what was typed here. */
export function SessionChanges({ id, mine }: { readonly id: string; readonly mine: SessionValues }) {
  const latest = useQuery({ ...studyQueries.session(id), staleTime: 0 });
  const campaign = useQuery(studyQueries.campaign());
  const units = useQuery(studyQueries.units());
  const actions = useQuery(studyQueries.actions());
  if (!latest.data || latest.isFetching) return null;
  const theirs = fieldsOf(latest.data);
  const names = {
    phases: campaign.data?.phases ?? [],
    units: units.data ?? [],
    actions: actions.data ?? [],
    typeNames: campaign.data?.typeNames,
  };
  return (
    <dl className="pairs">
      {differingFields(theirs, mine).map((field) => (
        <Fragment key={field}>
          <dt>{sessionText.said[field]}</dt>
          <dd>
            {sessionText.theirs(saidField(theirs, field, names))}
            <br />
            {sessionText.mine(saidField(mine, field, names))}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
