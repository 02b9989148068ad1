import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../state/session.ts';
import { deliveryWord, evaluationText } from '../../text/evaluation-page.ts';
import { dayOf, timeOf } from '../../text/frame.ts';
import { evaluationMoveWords } from '../../text/words.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { CompareTable } from './compare-table.tsx';
import { useEvaluatedOffice, useIsGroup } from './evaluated-office.ts';
import type { Evaluation, Sheet } from './evaluation-queries.ts';
import { FrozenSign, VerdictSign } from './evaluation-signs.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { HeadDialog } from './head-dialog.tsx';
import { LineEntry } from './line-entry.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { PanelOrders } from './panel-orders.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useDraft } from './use-draft.ts';
import { VerdictChoice } from './verdict-choice.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const text = evaluationText.panel;

/** What scrolls can be scrolled by the keyboard too. */
const REACHABLE = { tabIndex: 0 };

interface EvaluationPanelProps {
  readonly evaluation: Evaluation;
  readonly sheet: Sheet;
}

type Opened = 'head' | 'order' | 'freeze' | 'withdraw' | 'remove' | null;

/** One evaluation: its verdict, figures, words, orders and what can be done with it. */
export function EvaluationPanel({ evaluation, sheet }: EvaluationPanelProps) {
  const { round, level, mine, state } = evaluation;
  const [opened, open] = useState<Opened>(null);
  const draft = useDraft(evaluation);
  const title = text.title(round, level);
  const isDraft = state === 'draft';
  return (
    <aside className="evaluation-panel" aria-label={title}>
      <header className="evaluation-panel-head">
        <h2>{title}</h2>
        <VerdictSign {...evaluation} />
        <FrozenSign {...evaluation} />
      </header>
      <section className="evaluation-panel-body" aria-label={title} {...REACHABLE}>
        <Facts evaluation={evaluation} />
        {mine && (
          <button type="button" className="link-button" onClick={() => open('head')}>
            {text.edit}
          </button>
        )}
        {mine ? (
          <Draft {...{ evaluation, draft }} onAddOrder={() => open('order')} />
        ) : (
          <PanelOrders evaluation={evaluation} />
        )}
        <CompareTable evaluation={evaluation} sheet={sheet} />
        <History evaluation={evaluation} />
      </section>
      <footer className="evaluation-panel-foot">
        {isDraft && <DraftMoves evaluation={evaluation} onOpen={open} />}
        {!isDraft && <FrozenMoves evaluation={evaluation} onOpen={open} />}
      </footer>
      {!draft.isWriting && dialog()}
    </aside>
  );

  /** Rests on the draft as it stands once all that was written in it is kept. */
  function dialog() {
    const given = { evaluation, onClose: () => open(null) };
    if (opened === 'head') return <HeadDialog {...given} />;
    if (opened === 'order') return <OrderDialog {...given} />;
    if (opened === 'freeze') return <FreezeDialog {...given} />;
    if (opened === 'withdraw') return <WithdrawDialog {...given} />;
    return opened === 'remove' ? <RemoveDialog {...given} /> : null;
  }
}

function Facts({ evaluation }: { readonly evaluation: Evaluation }) {
  const { evaluatedOn, asOf, by, documentNumber, remark, origin, delivery } = evaluation;
  const isGroup = useIsGroup();
  const facts = [
    [text.evaluatedOn, dayOf(evaluatedOn)],
    [text.asOf, dayOf(asOf)],
    [text.by, by],
    [text.documentNumber, documentNumber],
    [text.remark, remark],
    [text.origin, originWord(origin, isGroup)],
    [text.delivery, delivery && deliveryWord(delivery)],
  ] as const;
  return (
    <dl className="evaluation-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** Of one's own nothing has to be said. */
function originWord(origin: Evaluation['origin'], isGroup: boolean): string | null {
  if (origin === 'here') return null;
  return origin === 'group' ? text.fromGroup : isGroup ? text.fromOffice : null;
}

/** What is written in a draft, from the verdict to the last evidence number. */
function Draft({
  evaluation,
  draft,
  onAddOrder,
}: {
  readonly evaluation: Evaluation;
  readonly draft: ReturnType<typeof useDraft>;
  readonly onAddOrder: () => void;
}) {
  const written = evaluation.lines.filter(({ figure }) => figure === null);
  return (
    <>
      <ErrorNotice refusal={draft.refusal} />
      <h3>{text.writing}</h3>
      <p className="secondary">{text.writingHint}</p>
      {written.map((line) => (
        <LineEntry
          key={line.indicator}
          evaluation={evaluation.id}
          line={line}
          onSave={(indicator, values) => draft.line.mutate({ indicator, values })}
        />
      ))}
      <VerdictChoice
        evaluation={evaluation}
        deciding={draft.deciding}
        onDecide={(change) => draft.head.mutate(change)}
      />
      <PanelOrders
        evaluation={evaluation}
        onAdd={onAddOrder}
        onRemove={(order) => draft.removeOrder.mutate(order)}
      />
    </>
  );
}

interface MovesProps {
  readonly evaluation: Evaluation;
  readonly onOpen: (what: Opened) => void;
}

function DraftMoves({ evaluation, onOpen }: MovesProps) {
  const mayFreeze = useMay('reviewer', 'leader');
  const isGroup = useIsGroup();
  useShortcuts({ 'ctrl+enter': () => onOpen('freeze') });
  return (
    <>
      <div className="evaluation-buttons">
        <Button type={mayFreeze ? 'primary' : 'default'} onClick={() => onOpen('freeze')}>
          {text.freeze}
          <Key>Ctrl+Enter</Key>
        </Button>
        {evaluation.mine && <Button onClick={() => onOpen('remove')}>{text.remove}</Button>}
      </div>
      <p className="secondary">
        {isGroup && (evaluation.mine ? text.whoFreezesAtGroup : text.notMineAtGroup)}
        {!isGroup && (evaluation.mine ? text.whoFreezes(evaluation.level) : text.notMine(evaluation.level))}
      </p>
    </>
  );
}

function FrozenMoves({ evaluation: { phase, allowed }, onOpen }: MovesProps) {
  const office = useEvaluatedOffice()?.id;
  const mayWithdraw = allowed.some(({ move, why }) => move === 'withdraw' && why === null);
  return (
    <div className="evaluation-buttons">
      <Link
        className="link-button"
        to="/forms"
        search={{ form: 'evaluationSheet', phase, ...(office && { office }) }}
      >
        {text.print}
      </Link>
      {mayWithdraw && <Button onClick={() => onOpen('withdraw')}>{text.withdraw}</Button>}
    </div>
  );
}

function History({ evaluation: { moves } }: { readonly evaluation: Evaluation }) {
  if (moves.length === 0) return null;
  return (
    <>
      <h3>{text.history}</h3>
      <ul className="evaluation-history">
        {moves.map(({ move, at, by, reason }) => (
          <li key={at}>
            {evaluationMoveWords[move as keyof typeof evaluationMoveWords]}{' '}
            <span className="secondary">{text.byAccount(timeOf(at), by)}</span>
            {reason && <div>{reason}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}
