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
import { Empty, Key, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BeginDialog } from './begin-dialog.tsx';
import { useEvaluatedOffice } from './evaluated-office.ts';
import { EvaluationPanel } from './evaluation-panel.tsx';
import { type Evaluation, evaluationQueries, type Sheet } from './evaluation-queries.ts';
import { Matrix } from './matrix.tsx';
import { evaluationInHand } from './matrix-columns.ts';
import { OrdersTable } from './orders-table.tsx';

const ORDERS = 'orders';

type Room = ReturnType<typeof useEvaluationRoom>;

/** A phase's evaluations side by side, and the one in hand beside them; or the orders that they gave. */
export function useEvaluationRoom(office: string | undefined) {
  const where = useAddress();
  const asked = useQuery(evaluationQueries.sheet(where.phase, office));
  const [begun, begin] = useState<EvaluationLevel | 'any' | null>(null);
  const mayBegin = asked.data?.next.some(({ why }) => why === null) ?? false;
  useShortcuts({ 'ctrl+n': () => begin('any') }, mayBegin && where.orders === undefined);
  return { ...where, sheet: asked.data, error: asked.error, begun, begin, mayBegin };
}

export function BeginButton({ room: { mayBegin, begin } }: { readonly room: Room }) {
  if (!mayBegin) return null;
  return (
    <Button type="primary" onClick={() => begin('any')}>
      {text.begin.button}
      <Key>Ctrl+N</Key>
    </Button>
  );
}

export function RoomStrip({ room: { sheet, orders, go } }: { readonly room: Room }) {
  if (!sheet) return null;
  const open = sheet.phases.reduce((sum, phase) => sum + phase.openOrders, 0);
  const tabs = [
    ...sheet.phases.map(({ id, name, evaluations }) => ({ id, title: name, count: evaluations })),
    { id: ORDERS, title: text.ordersTab, count: open, tone: 'danger' as const },
  ];
  return (
    <Tabs
      label={text.phases}
      tabs={tabs}
      chosen={orders === undefined ? sheet.phase : ORDERS}
      onChoose={(id) => go(id === ORDERS ? { orders: 'open' } : { phase: id })}
    />
  );
}

export function RoomBody({ room }: { readonly room: Room }) {
  const { sheet, error, orders, begun, begin, go } = room;
  return (
    <>
      <div className="evaluation-room">
        {error && <ErrorNotice refusal={refusalOf(error)} />}
        {sheet && orders !== undefined && (
          <OrdersTable state={orders} sheet={sheet} onState={(state) => go({ orders: state })} />
        )}
        {sheet && orders === undefined && <Desk room={room} sheet={sheet} />}
      </div>
      {sheet && begun && (
        <BeginDialog
          sheet={sheet}
          level={begun === 'any' ? undefined : begun}
          onBegun={(id) => go({ phase: sheet.phase, evaluation: id })}
          onClose={() => begin(null)}
        />
      )}
    </>
  );
}

function Desk({ room, sheet }: { readonly room: Room; readonly sheet: Sheet }) {
  const { evaluation, begin, mayBegin, go } = room;
  const isElsewhere = useEvaluatedOffice() !== null;
  const current = chosenOf(sheet.evaluations, evaluation);
  return (
    <div className="evaluation-desk">
      <MatrixPanel
        sheet={sheet}
        chosen={current?.id}
        onChoose={(id) => go({ phase: sheet.phase, evaluation: id })}
        onBegin={begin}
      />
      {current ? (
        <EvaluationPanel key={current.id} evaluation={current} sheet={sheet} />
      ) : (
        <aside className="evaluation-panel">
          <Empty action={mayBegin && <Button onClick={() => begin('any')}>{text.begin.button}</Button>}>
            {isElsewhere ? text.matrix.emptyElsewhere : text.matrix.empty}
          </Empty>
        </aside>
      )}
    </div>
  );
}

interface Where {
  readonly phase?: string;
  readonly evaluation?: string;
  readonly orders?: string;
}

/** Where the room is a part of another page, what that page has in the address stays. */
function useAddress() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const word = (name: keyof Where | 'tab') => (typeof params[name] === 'string' ? params[name] : undefined);
  const tab = word('tab');
  return {
    phase: word('phase'),
    evaluation: word('evaluation'),
    orders: word('orders'),
    go: (where: Where) =>
      void navigate({ to: '.', search: { ...(tab && { tab }), ...where }, replace: true }),
  };
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
  const isElsewhere = useEvaluatedOffice() !== null;
  const hasUnnamed =
    !isElsewhere && sheet.lists.some(({ indicators }) => indicators.some(({ name }) => name === null));
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
