import './evaluation.css';
import './evaluation-panel.css';
import { evaluationText as text } from '../../text/evaluation-page.ts';
import { Page } from '../../ui/page.tsx';
import { type EvaluatedOffice, EvaluatedOfficeContext, useIsGroup } from './evaluated-office.ts';
import { BeginButton, RoomBody, RoomStrip, useEvaluationRoom } from './evaluation-room.tsx';
import { GroupEvaluations } from './group-evaluations.tsx';

/** At an office its own evaluations; at a group what it found of all its offices. */
export function EvaluationPage() {
  return useIsGroup() ? <GroupEvaluations /> : <OwnEvaluations />;
}

function OwnEvaluations() {
  const room = useEvaluationRoom(undefined);
  return (
    <Page
      title={text.title}
      subtitle={text.subtitle}
      actions={<BeginButton room={room} />}
      strip={<RoomStrip room={room} />}
      flush
    >
      <RoomBody room={room} />
    </Page>
  );
}

/** The evaluations of another office, as a part of its page. */
export function EvaluationLedger({
  office,
  dataUntil,
}: {
  readonly office: string;
  readonly dataUntil: string;
}) {
  const evaluated: EvaluatedOffice = { id: office, dataUntil };
  const room = useEvaluationRoom(office);
  return (
    <EvaluatedOfficeContext value={evaluated}>
      <div className="evaluation-ledger">
        <header className="evaluation-ledger-head">
          <RoomStrip room={room} />
          <BeginButton room={room} />
        </header>
        <RoomBody room={room} />
      </div>
    </EvaluatedOfficeContext>
  );
}
