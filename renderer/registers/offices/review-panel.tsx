import { useMay } from '../../state/session.ts';
import { dayOf } from '../../text/frame.ts';
import { feedbackText } from '../../text/offices-page.ts';
import { itemMoveWords } from '../../text/words.ts';
import { Due } from '../../ui/signs.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { Item } from './offices-queries.ts';

interface ReviewPanelProps {
  readonly item: Item;
  readonly officeName: string;
  readonly onDecided: () => void;
}

/** One item as the office reported it; below it what the group says. */
export function ReviewPanel({ item, officeName, onDecided }: ReviewPanelProps) {
  const mayDraft = useMay('member');
  return (
    <aside className="offices-panel" aria-label={`${officeName} ${item.number}`}>
      <header>
        <b>
          {officeName} {item.number}
        </b>
        {item.timesReworked > 0 && (
          <span className="chip danger">{feedbackText.reworked(item.timesReworked)}</span>
        )}
      </header>
      <section className="offices-panel-body" aria-label={item.problem} {...{ tabIndex: 0 }}>
        <h2>{item.problem}</h2>
        <Details item={item} />
        <History item={item} />
      </section>
      <footer>
        {item.state !== 'groupReview' || item.whose !== 'group' ? (
          <p className="secondary">{feedbackText.answered}</p>
        ) : mayDraft ? (
          <DecisionForm waiting={item} onDecided={onDecided} />
        ) : (
          <p className="secondary">{feedbackText.memberOnly}</p>
        )}
      </footer>
    </aside>
  );
}

function Details({ item }: { readonly item: Item }) {
  const { pairs, notGiven } = feedbackText;
  const { dueOn, extendedDueOn, unitName, owner, measures, evidenceNumber, appliedOn } = item;
  return (
    <dl className="pairs">
      <dt>{pairs.due}</dt>
      <dd>
        <Due dueOn={extendedDueOn ?? dueOn} originalDueOn={dueOn} daysLeft={null} />
      </dd>
      <dt>{pairs.unit}</dt>
      <dd>{[unitName, owner].filter(Boolean).join(' · ') || notGiven}</dd>
      <dt>{pairs.measures}</dt>
      <dd>{measures ?? notGiven}</dd>
      <dt>{pairs.evidence}</dt>
      <dd>{evidenceNumber ? `${evidenceNumber}${feedbackText.originalsThere}` : notGiven}</dd>
      <dt>{pairs.handled}</dt>
      <dd>{appliedOn ? feedbackText.applied(appliedOn) : notGiven}</dd>
    </dl>
  );
}

function History({ item }: { readonly item: Item }) {
  return (
    <section className="offices-history">
      <h3>{feedbackText.history}</h3>
      <ol>
        {[...item.moves].reverse().map(({ at, move, effectiveOn, reason }) => (
          <li key={`${at} ${move}`}>
            <span className="secondary">{dayOf(effectiveOn)}</span>
            <span>
              {itemMoveWords[move]}
              {reason && <span className="secondary"> {reason}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
