import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { actionFormText, actionsText, actionText as text } from '../../text/actions-page.ts';
import { dayOf, frameText } from '../../text/frame.ts';
import { sessionStateWords } from '../../text/words.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { RecordRemarks, useRemarks } from '../../ui/remarks.tsx';
import { Due, StateSign } from '../../ui/signs.tsx';
import { inputOfAction } from './action-input.ts';
import { ActionMoves } from './action-moves.tsx';
import { ActionSign } from './action-sign.tsx';
import { type Action, actionsQueries, type Office } from './actions-queries.ts';

/** A part that scrolls must be reachable by keyboard. */
const REACHABLE = { tabIndex: 0 };

interface ActionPanelProps {
  readonly id: string;
  readonly office: Office;
  readonly onClose: () => void;
}

/** One action beside the list: its fields, its sessions, what was done to it and what can be done now. */
export function ActionPanel({ id, office, onClose }: ActionPanelProps) {
  const { data: action, error } = useQuery({
    ...actionsQueries.action(id),
    placeholderData: keepPreviousData,
  });
  const remarks = useRemarks(id);
  useShortcuts({ escape: onClose });
  if (error)
    return (
      <aside className="actions-panel" aria-label={actionsText.title}>
        <ErrorNotice refusal={refusalOf(error)} />
      </aside>
    );
  if (!action) return <aside className="actions-panel">{frameText.loading}</aside>;
  const name = actionsText.name(action.name, action.month);
  return (
    <aside className="actions-panel" aria-label={text.panel(name)} aria-busy={action.id !== id}>
      <header>
        <div className="actions-panel-signs">
          <ActionSign state={action.state} />
          {action.daysLeft !== null && <Due dueOn={action.dueOn} daysLeft={action.daysLeft} />}
          <button type="button" className="link-button" onClick={onClose}>
            <Key always>Esc</Key> {text.close}
          </button>
        </div>
        <h2>{name}</h2>
      </header>
      <section className="actions-panel-body" aria-label={name} {...REACHABLE}>
        <RecordRemarks remarks={remarks} />
        <Details action={action} office={office} />
        <Sessions action={action} isOwn={office === undefined} />
        <History moves={action.moves} isOwn={office === undefined} />
      </section>
      <ActionMoves action={action} isCurrent={action.id === id} onRemoved={onClose} />
    </aside>
  );
}

function Details({ action, office }: { readonly action: Action; readonly office: Office }) {
  const campaign = useQuery(actionsQueries.campaign(office)).data;
  const { phase, origin, meeting, fromOn, dueOn, unitName, doneOn, evidenceNumber, note } = action;
  const phaseName = campaign?.phases.find(({ id }) => id === phase)?.name ?? phase;
  return (
    <dl className="pairs">
      <Pair title={text.kind}>{text.kindOf(phaseName, origin, meeting && text.meeting(meeting))}</Pair>
      <Pair title={text.span}>{text.spanOf(fromOn, dueOn)}</Pair>
      <Pair title={text.unit}>{unitName ?? actionsText.office}</Pair>
      {doneOn && <Pair title={text.done}>{dayOf(doneOn)}</Pair>}
      <Pair title={text.evidence}>{evidenceNumber ?? <span className="secondary">{text.none}</span>}</Pair>
      {note && <Pair title={text.note}>{note}</Pair>}
    </dl>
  );
}

function Pair({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Those that fulfil it, and those made for it that can be linked with one press. */
function Sessions({ action, isOwn }: { readonly action: Action; readonly isOwn: boolean }) {
  const mayWrite = useMay('clerk', 'reviewer') && isOwn;
  const link = useWrite(
    (session: string) =>
      core.actions.update({ ...inputOfAction(action), sessions: [...action.sessions, session] }),
    { done: () => text.linked },
  );
  return (
    <section className="actions-part">
      <h3>{text.sessions}</h3>
      {action.besides.length === 0 && (
        <p className="secondary">{isOwn ? text.sessionsNone : text.sessionsNoneThere}</p>
      )}
      <ul>
        {action.besides.map(({ id, title, day, state, linked }) => (
          <li key={id}>
            {isOwn ? (
              <Link to="/study/$id" params={{ id }} title={title}>
                {actionFormText.sessionOf(day, title)}
              </Link>
            ) : (
              <span title={title}>{actionFormText.sessionOf(day, title)}</span>
            )}
            <span className="secondary">{sessionStateWords[state]}</span>
            {!linked && mayWrite && (
              <button
                type="button"
                className="link-button"
                aria-label={text.linkTitle(title)}
                disabled={link.isPending}
                onClick={() => link.mutate(id)}
              >
                {text.link}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ moves, isOwn }: Pick<Action, 'moves'> & { readonly isOwn: boolean }) {
  return (
    <section className="actions-part">
      <h3>{text.history}</h3>
      {moves.length === 0 && <p className="secondary">{text.historyNone}</p>}
      <ol>
        {moves.toReversed().map((move) => (
          <li key={`${move.at} ${move.move}`}>
            <span className="secondary">{dayOf(move.effectiveOn)}</span>
            <StateSign shape="dotted">
              {text.line(move.by ?? (isOwn ? text.program : text.there), move.move)}
            </StateSign>
            {move.reason && <p>{move.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
