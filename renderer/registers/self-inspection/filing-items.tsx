import { Link } from '@tanstack/react-router';
import { useMay } from '../../state/session.ts';
import { disposeText, filingText } from '../../text/self-inspection-page.ts';
import { dispositionWords } from '../../text/words.ts';
import { LockSign } from '../../ui/signs.tsx';
import type { OpenTask } from './filing-task-dialog.tsx';
import { SealedSign } from './sealed-sign.tsx';
import type { Filing, FilingItem } from './self-inspection-queries.ts';
import { useCategoryName } from './use-categories.ts';

export const DISPOSALS = ['rectification', 'handedOver', 'noAction'] as const;
export type Disposal = (typeof DISPOSALS)[number];

interface FilingItemsProps {
  readonly filing: Filing;
  readonly onTask: (task: OpenTask) => void;
}

/** Each item with its sealed summary and what became of it. */
export function FilingItems({ filing, onTask }: FilingItemsProps) {
  const isReviewer = useMay('reviewer');
  const nameOf = useCategoryName();
  const mayDispose = isReviewer && filing.state === 'approved';
  const hasOpen = filing.itemList.some(({ disposition }) => disposition === 'open');
  return (
    <section className="self-inspection-declared-items">
      <h3>{filingText.items}</h3>
      {filing.itemList.length === 0 && <p className="secondary">{filingText.itemsNone}</p>}
      <ol>
        {filing.itemList.map((item) => (
          <li key={item.id}>
            <b>{nameOf(item.category)}</b>
            <Summary item={item} />
            <Outcome item={item} />
            {mayDispose && item.disposition === 'open' && (
              <span className="self-inspection-disposals">
                {DISPOSALS.map((task) => (
                  <button
                    key={task}
                    type="button"
                    className="link-button"
                    onClick={() => onTask({ filing, task, item })}
                  >
                    {disposeText.actions[task]}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
      {isReviewer && filing.state === 'filed' && hasOpen && (
        <p className="secondary">{filingText.disposeFirst}</p>
      )}
    </section>
  );
}

function Summary({ item: { summary, sealed, disposition } }: { readonly item: FilingItem }) {
  if (sealed) return <SealedSign />;
  if (summary) return <p className="self-inspection-sealed">{summary}</p>;
  return (
    <p className="secondary">
      <LockSign /> {disposition === 'handedOver' ? filingText.summaryGone : filingText.summaryNone}
    </p>
  );
}

function Outcome({ item }: { readonly item: FilingItem }) {
  const { disposition, rectification, transferDocument, reason } = item;
  return (
    <p>
      <span className={disposition === 'open' ? 'chip warn' : 'chip ok'}>
        {dispositionWords[disposition]}
      </span>{' '}
      {rectification && (
        <Link to="/rectification" search={{ item: rectification, view: 'all' }}>
          {filingText.toRectification}
        </Link>
      )}
      {transferDocument && filingText.document(transferDocument)}
      {reason}
    </p>
  );
}
