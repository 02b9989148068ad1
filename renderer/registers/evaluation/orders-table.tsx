import { Button, Select } from 'antd';
import { useState } from 'react';
import { ORDER_STATES, type OrderState } from '../../../shared/vocabulary/evaluation-words.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { dayOf } from '../../text/frame.ts';
import { orderKindWords, orderStateWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { Due } from '../../ui/signs.tsx';
import { CloseOrderDialog } from './close-order-dialog.tsx';
import { useEvaluatedOffice } from './evaluated-office.ts';
import { evaluationQueries, type Order, type Sheet } from './evaluation-queries.ts';
import { OrderSign } from './evaluation-signs.tsx';
import { OrderNotice, OrderSubject } from './order-subject.tsx';

const text = evaluationText.orders;
const ALL = 'all';

interface OrdersTableProps {
  /** As the address has it. */
  readonly state: string;
  readonly sheet: Sheet;
  readonly onState: (state: string) => void;
}

/** What evaluations ordered, in every phase, by deadline. */
export function OrdersTable({ state, sheet, onState }: OrdersTableProps) {
  const only = ORDER_STATES.find((one) => one === state);
  const evaluated = useEvaluatedOffice();
  const { key, ask } = evaluationQueries.orders({ office: evaluated?.id, state: only });
  const rows = usePagedRows<Order>(key, ask);
  const [closed, close] = useState<Order | null>(null);
  const mayClose = useMay('clerk', 'reviewer') && !evaluated;
  const nameOf = (phase: string) => sheet.phases.find(({ id }) => id === phase)?.name ?? phase;
  return (
    <Panel
      title={text.title}
      note={text.note}
      extra={<States state={only} onState={onState} />}
      foot={`${text.foot(rows.total)} · ${text.definition}`}
    >
      {rows.error ? <ErrorNotice refusal={refusalOf(rows.error)} /> : null}
      <DataTable
        id="evaluationOrders"
        label={text.title}
        columns={columnsFor(nameOf, mayClose ? close : null)}
        total={rows.total}
        row={rows.row}
        rowKey={({ id }) => id}
        onShow={rows.show}
        isMarked={({ daysLeft }) => daysLeft !== null && daysLeft < 0}
        empty={<Empty>{text.emptyAll}</Empty>}
      />
      {closed && <CloseOrderDialog order={closed} onClose={() => close(null)} />}
    </Panel>
  );
}

function States({
  state,
  onState,
}: {
  readonly state: OrderState | undefined;
  readonly onState: (state: string) => void;
}) {
  const options = [
    { value: ALL, label: text.all },
    ...ORDER_STATES.map((one) => ({ value: one as string, label: orderStateWords[one] })),
  ];
  return <Select aria-label={text.states} value={state ?? ALL} onChange={onState} options={options} />;
}

function columnsFor(
  nameOf: (phase: string) => string,
  onClose: ((order: Order) => void) | null,
): Column<Order>[] {
  const titles = text.columns;
  return [
    {
      id: 'deadline',
      title: titles.deadline,
      width: 150,
      cell: ({ deadline, daysLeft }) => <Due dueOn={deadline} daysLeft={daysLeft} />,
    },
    { id: 'kind', title: titles.kind, width: 88, cell: ({ kind }) => orderKindWords[kind] },
    { id: 'subject', title: titles.subject, width: 190, cell: (order) => <OrderSubject order={order} /> },
    {
      id: 'text',
      title: titles.text,
      cell: ({ text: said, openMakeups, state }) => (
        <span title={said}>
          {said} {state === 'open' && openMakeups ? <b>{text.openMakeups(openMakeups)}</b> : null}
        </span>
      ),
    },
    {
      id: 'from',
      title: titles.from,
      width: 190,
      wideOnly: true,
      cell: ({ phase, round, level }) => text.from(nameOf(phase), round, level),
    },
    { id: 'state', title: titles.state, width: 88, cell: ({ state }) => <OrderSign state={state} /> },
    {
      id: 'done',
      title: titles.done,
      width: 150,
      cell: ({ doneOn, document }) => (doneOn ? `${dayOf(doneOn)} ${document ?? ''}` : text.unnamed),
    },
    ...(onClose ? [closing(onClose)] : []),
  ];
}

function closing(onClose: (order: Order) => void): Column<Order> {
  return {
    id: 'do',
    title: text.columns.do,
    width: 124,
    cell: (order) =>
      order.state === 'open' && (
        <>
          <Button size="small" onClick={() => onClose(order)}>
            {text.close}
          </Button>{' '}
          <OrderNotice order={order} />
        </>
      ),
  };
}
