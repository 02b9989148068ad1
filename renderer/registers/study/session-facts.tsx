import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { sessionMachine } from '../../../shared/rules/session-moves.ts';
import { sessionText } from '../../text/study-page.ts';
import { Panel } from '../../ui/page.tsx';
import { fieldsOf, type SessionField } from './session-fields.ts';
import { saidFields } from './session-said.ts';
import { type SessionCard, studyQueries } from './study-queries.ts';

const BEFORE_SCHEDULE: readonly SessionField[] = (
  sessionMachine.transitions.find(({ move }) => move === 'schedule')?.requires ?? []
).map((field) => field as SessionField);

/** A session that has no list yet: what is planned, and what became of it so far. */
export function SessionFacts({ session }: { readonly session: SessionCard }) {
  const campaign = useQuery(studyQueries.campaign());
  const units = useQuery(studyQueries.units());
  const actions = useQuery(studyQueries.actions());
  const said = saidFields(fieldsOf(session), {
    phases: campaign.data?.phases ?? [],
    units: units.data ?? [],
    actions: actions.data ?? [],
    typeNames: campaign.data?.typeNames,
  });
  const isOwed = (field: SessionField, text: string) =>
    session.state === 'draft' && text === sessionText.blank && BEFORE_SCHEDULE.includes(field);
  return (
    <div className="session-facts">
      <Panel title={sessionText.plan} padded>
        <dl className="pairs">
          {said.map(({ field, label, text }) => (
            <Fragment key={field}>
              <dt>{label}</dt>
              <dd>{isOwed(field, text) ? <span className="chip warn">{sessionText.owed}</span> : text}</dd>
            </Fragment>
          ))}
        </dl>
      </Panel>
      <Panel title={sessionText.history} padded>
        <ol>
          {session.moves.map((move) => (
            <li key={`${move.at} ${move.move}`}>{sessionText.past(move)}</li>
          ))}
        </ol>
        <p className="secondary">
          {sessionText.noList[session.state === 'cancelled' ? 'cancelled' : 'ahead']}
        </p>
      </Panel>
    </div>
  );
}
