import { useQuery } from '@tanstack/react-query';
import { ACTION_MEETINGS } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { actionsText as text } from '../../text/actions-page.ts';
import { actionMeetingWords } from '../../text/words.ts';
import { ActionSign } from './action-sign.tsx';
import { type ActionRow, actionsQueries, type Office, type PhaseCount } from './actions-queries.ts';
import type { ActionsSearch } from './actions-search.ts';

interface PhaseStripProps {
  readonly office: Office;
  readonly search: ActionsSearch;
  readonly change: (part: Partial<ActionsSearch>) => void;
  readonly onOpen: (action: string) => void;
}

/** The phases in their order, how far each is, and its meetings; each filters the list. */
export function PhaseStrip({ office, search, change, onOpen }: PhaseStripProps) {
  const { today } = useIdentity();
  const campaign = useQuery(actionsQueries.campaign(office)).data;
  const counts = useQuery(actionsQueries.counts(office)).data?.phases ?? [];
  const meetings = (useQuery(actionsQueries.all(office)).data ?? []).filter(
    ({ meeting }) => meeting !== null,
  );
  const phases = campaign?.phases ?? [];
  return (
    <ol className="actions-phases" aria-label={text.phases}>
      {phases.map(({ id, name, beginsOn, endsOn }) => {
        const isNow = beginsOn <= today && today <= endsOn;
        return (
          <li key={id} aria-current={isNow ? 'step' : undefined}>
            <button
              type="button"
              aria-pressed={search.phase === id}
              onClick={() => change({ phase: search.phase === id ? undefined : id })}
            >
              <b>{name}</b>
              <span className="secondary">{text.phaseSpan(beginsOn, endsOn)}</span>
              <Progress counts={counts.find(({ phase }) => phase === id)} />
            </button>
            <Meetings rows={meetings.filter(({ phase }) => phase === id)} onOpen={onOpen} />
          </li>
        );
      })}
    </ol>
  );
}

function Progress({ counts }: { readonly counts: PhaseCount | undefined }) {
  const { done = 0, total = 0, cancelled = 0, overdue = 0 } = counts ?? {};
  const asked = total - cancelled;
  return (
    <>
      <span className="actions-progress" aria-hidden="true">
        <span style={{ width: `${asked > 0 ? (100 * done) / asked : 0}%` }} />
      </span>
      <span>
        {text.phaseDone(done, asked)}{' '}
        {overdue > 0 && <span className="chip danger">{text.phaseOverdue(overdue)}</span>}
      </span>
    </>
  );
}

/** 部署、交流、评估 */
function Meetings({
  rows,
  onOpen,
}: {
  readonly rows: readonly ActionRow[];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <span className="actions-meetings wide-only">
      {rows.toSorted(byMeeting).map(
        ({ id, meeting, state }) =>
          meeting && (
            <button
              key={id}
              type="button"
              className="link-button"
              title={text.meeting(meeting, state)}
              aria-label={text.meeting(meeting, state)}
              onClick={() => onOpen(id)}
            >
              <ActionSign state={state}>{actionMeetingWords[meeting]}</ActionSign>
            </button>
          ),
      )}
    </span>
  );
}

function byMeeting({ meeting: one }: ActionRow, { meeting: other }: ActionRow): number {
  const placeOf = (meeting: ActionRow['meeting']) =>
    meeting === null ? -1 : ACTION_MEETINGS.indexOf(meeting);
  return placeOf(one) - placeOf(other);
}
