import './evaluation.css';
import './evaluation-panel.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import { refusalOf } from '../../state/refusals.ts';
import { evaluationText as text } from '../../text/evaluation-page.ts';
import { evaluationLevelWords } from '../../text/words.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BeginDialog } from './begin-dialog.tsx';
import { EvaluationPanel } from './evaluation-panel.tsx';
import { type Evaluation, evaluationQueries, type Sheet } from './evaluation-queries.ts';
import { Matrix } from './matrix.tsx';
import { evaluationInHand } from './matrix-columns.ts';
import { OrdersTable } from './orders-table.tsx';

const ORDERS = 'orders';

/** A phase's evaluations side by side, and the one in hand beside them; or the orders that they gave. */
export function EvaluationPage() {
  const { phase, evaluation, orders, go } = useAddress();
  const asked = useQuery(evaluationQueries.sheet(phase));
  const sheet = asked.data;
  const [begun, begin] = useState<EvaluationLevel | 'any' | null>(null);
  const mayBegin = sheet?.next.some(({ why }) => why === null) ?? false;
  useShortcuts({ 'ctrl+n': () => begin('any') }, mayBegin && orders === undefined);

  return (
    <Page
      title={text.title}
      subtitle={text.subtitle}
      actions={
        mayBegin && (
          <Button type="primary" onClick={() => begin('any')}>
            {text.begin.button}
            <Key>Ctrl+N</Key>
          </Button>
        )
      }
      strip={sheet && <Strip sheet={sheet} chosen={orders === undefined ? sheet.phase : ORDERS} onGo={go} />}
      flush
    >
      <div className="evaluation-room">
        {asked.error && <ErrorNotice refusal={refusalOf(asked.error)} />}
        {sheet && orders !== undefined && (
          <OrdersTable state={orders} sheet={sheet} onState={(state) => go({ orders: state })} />
        )}
        {sheet && orders === undefined && desk(sheet)}
      </div>
      {sheet && begun && (
        <BeginDialog
          sheet={sheet}
          level={begun === 'any' ? undefined : begun}
          onBegun={(id) => go({ phase: sheet.phase, evaluation: id })}
          onClose={() => begin(null)}
        />
      )}
    </Page>
  );

  function desk(shown: Sheet) {
    const current = chosenOf(shown.evaluations, evaluation);
    return (
      <div className="evaluation-desk">
        <MatrixPanel
          sheet={shown}
          chosen={current?.id}
          onChoose={(id) => go({ phase: shown.phase, evaluation: id })}
          onBegin={begin}
        />
        {current ? (
          <EvaluationPanel key={current.id} evaluation={current} sheet={shown} />
        ) : (
          <aside className="evaluation-panel">
            <Empty action={mayBegin && <Button onClick={() => begin('any')}>{text.begin.button}</Button>}>
              {text.matrix.empty}
            </Empty>
          </aside>
        )}
      </div>
    );
  }
}

interface Where {
  readonly phase?: string;
  readonly evaluation?: string;
  readonly orders?: string;
}

function useAddress() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const word = (name: keyof Where) => (typeof params[name] === 'string' ? params[name] : undefined);
  return {
    phase: word('phase'),
    evaluation: word('evaluation'),
    orders: word('orders'),
    go: (where: Where) => void navigate({ to: '.', search: { ...where }, replace: true }),
  };
}

function Strip({
  sheet,
  chosen,
  onGo,
}: {
  readonly sheet: Sheet;
  readonly chosen: string;
  readonly onGo: (where: Where) => void;
}) {
  const open = sheet.phases.reduce((sum, phase) => sum + phase.openOrders, 0);
  const tabs = [
    ...sheet.phases.map(({ id, name, evaluations }) => ({ id, title: name, count: evaluations })),
    { id: ORDERS, title: text.ordersTab, count: open, tone: 'danger' as const },
  ];
  return (
    <Tabs
      label={text.phases}
      tabs={tabs}
      chosen={chosen}
      onChoose={(id) => onGo(id === ORDERS ? { orders: 'open' } : { phase: id })}
    />
  );
}

interface MatrixPanelProps {
  readonly sheet: Sheet;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onBegin: (level: EvaluationLevel) => void;
}

function MatrixPanel({ sheet, chosen, onChoose, onBegin }: MatrixPanelProps) {
  const { evaluations } = sheet;
  const phase = sheet.phases.find(({ id }) => id === sheet.phase);
  const withdrawn = evaluations.filter(({ state }) => state === 'withdrawn');
  const { matrix } = text;
  const hasUnnamed = sheet.lists.some(({ indicators }) => indicators.some(({ name }) => name === null));
  return (
    <Panel
      title={matrix.title}
      note={phase && matrix.note(phase.beginsOn, phase.endsOn)}
      extra={
        <>
          <Withdrawn evaluations={withdrawn} onChoose={onChoose} />
          {hasUnnamed && (
            <Link to="/campaign" className="link-button">
              {matrix.toName}
            </Link>
          )}
        </>
      }
      foot={`${matrix.foot(evaluations.length - withdrawn.length, withdrawn.length)} · ${matrix.definition}`}
    >
      {sheet.lists.length === 0 ? (
        <Empty>{matrix.noIndicators}</Empty>
      ) : (
        <Matrix {...{ sheet, chosen, onChoose, onBegin }} />
      )}
    </Panel>
  );
}

/** What was withdrawn is out of its round and stays readable. */
function Withdrawn({
  evaluations,
  onChoose,
}: {
  readonly evaluations: readonly Evaluation[];
  readonly onChoose: (id: string) => void;
}) {
  if (evaluations.length === 0) return null;
  return (
    <>
      <span className="secondary">{text.matrix.withdrawn(evaluations.length)}</span>
      {evaluations.map(({ id, round, level }) => (
        <button key={id} type="button" className="link-button" onClick={() => onChoose(id)}>
          {text.matrix.round(round)}
          {evaluationLevelWords[level]}
        </button>
      ))}
    </>
  );
}

function chosenOf(evaluations: readonly Evaluation[], id: string | undefined): Evaluation | undefined {
  return evaluations.find((one) => one.id === id) ?? evaluationInHand(evaluations);
}
