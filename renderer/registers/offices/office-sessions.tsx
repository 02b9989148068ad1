import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { typeName } from '../../state/education-types.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { dayOf } from '../../text/frame.ts';
import { officeText, reworkText } from '../../text/offices-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { officesQueries, type Session } from './offices-queries.ts';
import { OrderReworkDialog } from './order-rework-dialog.tsx';
import { remarksColumn, SessionRemarksDialog, useSessionRemarks } from './session-remarks.tsx';
import { SessionStateSign } from './session-signs.tsx';

const { columns: titles } = officeText;

interface OfficeSessionsProps {
  readonly office: string;
  /** Closed books: nothing can be ordered back any more. */
  readonly isClosed?: boolean;
}

/** The sessions of an office and their sums, 应到＝实到＋请假＋缺席＋未登记, with what was remarked on them. */
export function OfficeSessions({ office, isClosed = false }: OfficeSessionsProps) {
  const mayOrder = useMay('member') && !isClosed;
  const [ordering, setOrdering] = useState<Session | null>(null);
  const [remarked, setRemarked] = useState<Session | null>(null);
  const remarks = useSessionRemarks(office);
  const { data: campaign } = useQuery(officesQueries.campaignOf(office));
  const columns = useMemo(() => {
    const shown = columnsOf((type) => typeName(campaign?.typeNames, type));
    if (remarks.size > 0) shown.push(remarksColumn(remarks, setRemarked));
    return mayOrder ? [...shown, orderColumn(setOrdering)] : shown;
  }, [campaign, mayOrder, remarks]);
  const { key, ask } = officesQueries.sessions(office);
  const rows = usePagedRows<Session>(key, ask);
  if (rows.error) return <ErrorNotice refusal={refusalOf(rows.error)} />;
  return (
    <div className="offices-padded">
      <Panel title={officeText.sessions} foot={officeText.sessionsFoot(rows.total)}>
        <DataTable
          id="officeSessions"
          label={officeText.sessions}
          columns={columns}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          empty={rows.isLoading ? null : <Empty>{officeText.sessionsEmpty}</Empty>}
        />
      </Panel>
      {remarked && <SessionRemarksDialog session={remarked} onClose={() => setRemarked(null)} />}
      {ordering && <OrderReworkDialog office={office} session={ordering} onClose={() => setOrdering(null)} />}
    </div>
  );
}

/** Only what is approved counts, and only that can be ordered back. */
function orderColumn(onOrder: (session: Session) => void): Column<Session> {
  return {
    id: 'order',
    title: reworkText.column,
    width: 96,
    cell: (session) =>
      session.state === 'approved' && (
        <Button size="small" onClick={() => onOrder(session)}>
          {reworkText.order}
        </Button>
      ),
  };
}

const columnsOf = (typeWord: (type: Session['types'][number]) => string): Column<Session>[] => [
  {
    id: 'day',
    title: titles.day,
    width: 88,
    frozen: true,
    cell: ({ day }) => (day ? dayOf(day) : '—'),
  },
  { id: 'title', title: titles.title, cell: ({ title }) => <span title={title}>{title}</span> },
  {
    id: 'types',
    title: titles.types,
    width: 160,
    wideOnly: true,
    cell: ({ types }) => types.map((type) => typeWord(type)).join('、') || '—',
  },
  { id: 'state', title: titles.state, width: 96, cell: ({ state }) => <SessionStateSign state={state} /> },
  sum('due'),
  sum('present'),
  sum('onLeave'),
  sum('absent'),
  sum('unmarked'),
  {
    id: 'makeup',
    title: titles.makeup,
    width: 64,
    align: 'number',
    cell: ({ sums }) => sums.makeupPending + sums.makeupDone || '—',
  },
];

function sum(id: 'due' | 'present' | 'onLeave' | 'absent' | 'unmarked'): Column<Session> {
  return { id, title: titles[id], width: 64, align: 'number', cell: ({ sums }) => sums[id] };
}
