import './personnel.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { peopleText, personText } from '../../text/personnel-page.ts';
import { staffingWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { StatusSign } from './people-table.tsx';
import { PersonActions } from './person-actions.tsx';
import { type PersonCard, personnelQueries } from './personnel-queries.ts';
import { holdsOn, lastDayOf } from './postings.ts';

/** One person's entry and where they belonged on which day; nothing is computed about them. */
export function PersonPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const person = useQuery(personnelQueries.person(id));
  return (
    <Page
      title={
        <>
          <Link to="/personnel" className="personnel-before">
            {personText.back}
          </Link>
          {' / '}
          {person.data ? (person.data.name ?? peopleText.nameless) : ''}
        </>
      }
      subtitle={person.data?.unitName}
      actions={person.data && <PersonActions person={person.data} />}
    >
      {person.error && <ErrorNotice refusal={refusalOf(person.error)} />}
      {person.data && (
        <div className="personnel-card">
          <Fields person={person.data} />
          <Postings postings={person.data.postings} />
        </div>
      )}
    </Page>
  );
}

function Fields({ person }: { readonly person: PersonCard }) {
  const { columns } = peopleText;
  const { name, post, staffing, status, unitName, orderNumber, disambiguator } = person;
  const fields = [
    { label: columns.name, value: name ?? peopleText.nameless },
    { label: columns.unit, value: unitName },
    { label: columns.status, value: status && <StatusSign status={status} /> },
    { label: columns.post, value: post },
    { label: columns.staffing, value: staffing && staffingWords[staffing] },
    { label: columns.orderNumber, value: orderNumber },
    { label: columns.disambiguator, value: disambiguator },
  ];
  return (
    <Panel title={personText.fields} padded>
      <dl className="pairs">
        {fields.map(({ label, value }) => (
          <div key={label} className="pair">
            <dt>{label}</dt>
            <dd>{value ?? <span className="secondary">{personText.blank}</span>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Postings({ postings }: Pick<PersonCard, 'postings'>) {
  const { today } = useIdentity();
  return (
    <Panel
      title={personText.postings}
      note={<span className="wide-only">{personText.postingsNote}</span>}
      foot={personText.foot(postings.length)}
    >
      <SimpleTable
        label={personText.postings}
        rows={postings}
        rowKey={({ id }) => id}
        columns={[
          { id: 'from', title: personText.from, width: 104, cell: ({ from }) => from },
          {
            id: 'until',
            title: personText.to,
            width: 104,
            cell: ({ until }) => (until === null ? personText.ongoing : lastDayOf(until)),
          },
          { id: 'unit', title: personText.unit, cell: ({ unitName }) => unitName },
          {
            id: 'status',
            title: personText.status,
            width: 160,
            cell: (posting) => (
              <>
                <StatusSign status={posting.status} />{' '}
                {holdsOn(posting, today) && <span className="chip line">{personText.today}</span>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
