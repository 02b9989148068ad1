import './exchange.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { dayOf } from '../../text/frame.ts';
import { periodsText as text } from '../../text/periods-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { ClosePeriodDialog } from './close-period-dialog.tsx';
import { exchangeQueries, type Period } from './exchange-queries.ts';
import { ReopenPeriodDialog } from './reopen-period-dialog.tsx';
import { RhythmPanel } from './rhythm-panel.tsx';

/** Which days were reported together, and which of them are closed. */
export function PeriodsPage() {
  const { role } = useIdentity();
  const isReviewer = useMay('reviewer');
  const { data, error } = useQuery(exchangeQueries.periods());
  const [isClosing, setClosing] = useState(false);
  const [reopening, setReopening] = useState<Period | null>(null);
  const closable = data?.closable ?? [];
  const mayClose = isReviewer && closable.length > 0;
  useShortcuts({ 'ctrl+n': () => mayClose && setClosing(true) });
  return (
    <Page
      title={text.title}
      subtitle={role === 'office' && data && text.subtitle(data.closedUntil && dayOf(data.closedUntil))}
      actions={
        <>
          <Link to="/exchange" className="button-link">
            {text.back}
          </Link>
          {role === 'office' && (
            <Button
              type="primary"
              disabled={!mayClose}
              title={isReviewer ? undefined : text.closeNeeds}
              onClick={() => setClosing(true)}
            >
              {isReviewer ? text.close : text.closeNeeds}
              <Key>Ctrl+N</Key>
            </Button>
          )}
        </>
      }
    >
      <div className="periods-room">
        {error && <ErrorNotice refusal={refusalOf(error)} />}
        {data && <RhythmPanel rhythm={data.rhythm} />}
        {role === 'office' && <PeriodsList onReopen={isReviewer ? setReopening : null} />}
      </div>
      {isClosing && <ClosePeriodDialog closable={closable} onClose={() => setClosing(false)} />}
      {reopening && (
        <ReopenPeriodDialog period={reopening} days={daysOf(reopening)} onClose={() => setReopening(null)} />
      )}
    </Page>
  );
}

type Reopen = ((period: Period) => void) | null;

function PeriodsList({ onReopen }: { readonly onReopen: Reopen }) {
  const { key, ask } = exchangeQueries.periodRows();
  const rows = usePagedRows<Period>(key, ask);
  return (
    <Panel title={text.list} foot={text.foot(rows.total)}>
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="periods"
          label={text.list}
          columns={columnsOf(onReopen)}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          empty={rows.isLoading ? null : <Empty>{text.none}</Empty>}
        />
      )}
    </Panel>
  );
}

function daysOf({ from, until }: Pick<Period, 'from' | 'until'>): string {
  return text.days(from && dayOf(from), dayOf(until));
}

function columnsOf(onReopen: Reopen): Column<Period>[] {
  const { days, said, state, last, act } = text.columns;
  return [
    { id: 'days', title: days, width: 190, cell: (period) => <b>{daysOf(period)}</b> },
    {
      id: 'said',
      title: said,
      width: 170,
      cell: ({ statedOn, nil }) => text.said(statedOn && dayOf(statedOn), nil),
    },
    { id: 'state', title: state, width: 110, cell: closedSign },
    { id: 'last', title: last, cell: lastMove },
    ...(onReopen ? [{ id: 'act', title: act, width: 90, cell: reopenButton(onReopen) }] : []),
  ];
}

function closedSign({ state }: Period) {
  return (
    <StateSign shape={state === 'closed' ? 'full' : 'ring'} tone={state === 'closed' ? 'ok' : undefined}>
      {text.state(state)}
    </StateSign>
  );
}

function lastMove({ last }: Period) {
  if (!last) return '—';
  const told = text.last(last.move, dayOf(last.on), last.by);
  return last.reason ? `${told} · ${text.because(last.reason)}` : told;
}

const reopenButton = (onReopen: (period: Period) => void) => (period: Period) =>
  period.state === 'closed' ? (
    <button type="button" className="link-button" onClick={() => onReopen(period)}>
      {text.reopen}
    </button>
  ) : null;
