import './personnel.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { peopleText, personText } from '../../text/personnel-page.ts';
import { staffingWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { CorrectPostingsForm } from './correct-postings-form.tsx';
import { StatusSign } from './people-table.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonChanges } from './person-changes.tsx';
import { PersonAttendance, PersonFilings } from './person-references.tsx';
import { type PersonCard, personnelQueries } from './personnel-queries.ts';
import { holdsOn, lastDayOf } from './postings.ts';
import { RemovePersonForm } from './remove-person-form.tsx';
import { useMayKeepRoster } from './who-may.ts';

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
          <div className="personnel-column">
            <Fields person={person.data} />
            <PersonFilings id={id} />
            <PersonChanges changes={person.data.changes} />
          </div>
          <div className="personnel-column">
            <Postings person={person.data} />
            <PersonAttendance id={id} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Fields({ person }: { readonly person: PersonCard }) {
  const mayKeep = useMayKeepRoster();
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
    <Panel title={personText.fields} padded extra={mayKeep && <RemovePerson person={person} />}>
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

function RemovePerson({ person }: { readonly person: PersonCard }) {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {personText.remove}
      </button>
      {isOpen && (
        <RemovePersonForm
          person={person}
          onClose={() => setOpen(false)}
          onGone={() => void navigate({ to: '/personnel' })}
        />
      )}
    </>
  );
}

function Postings({ person }: { readonly person: PersonCard }) {
  const { today } = useIdentity();
  const mayKeep = useMayKeepRoster();
  const [isCorrecting, setCorrecting] = useState(false);
  const { postings } = person;
  return (
    <Panel
      title={personText.postings}
      note={<span className="wide-only">{personText.postingsNote}</span>}
      foot={personText.foot(postings.length)}
      className="person-postings"
      extra={
        mayKeep && (
          <Button size="small" onClick={() => setCorrecting(true)}>
            {personText.correct}
          </Button>
        )
      }
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
      {isCorrecting && <CorrectPostingsForm person={person} onClose={() => setCorrecting(false)} />}
    </Panel>
  );
}
