import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { dayOf } from '../../text/frame.ts';
import { feedbackText } from '../../text/offices-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { type ItemRow, type Office, officesQueries } from './offices-queries.ts';
import { ReviewPanel } from './review-panel.tsx';
import { daysWaited, neighbourOf } from './review-queue.ts';

const { columns: titles } = feedbackText;

/** The queue of all offices, and the chosen item beside it with what the group may say. */
export function ReviewDesk({ offices }: { readonly offices: readonly Office[] }) {
  const [office, setOffice] = useState<string | null>(null);
  const { key, ask } = officesQueries.waiting(office ?? undefined);
  const rows = usePagedRows<ItemRow>(key, ask);
  const { today } = useIdentity();
  const { item, open } = useOpenItem();
  const chosen = useQuery({ ...officesQueries.item(item ?? ''), enabled: item !== undefined }).data;
  const nameOf = (id: string) => offices.find((one) => one.id === id)?.name ?? '—';
  if (rows.error) return <ErrorNotice refusal={refusalOf(rows.error)} />;
  return (
    <div className="offices-review">
      <Panel
        title={feedbackText.queue}
        note={feedbackText.queueNote}
        extra={
          <Select<string | null>
            className="offices-choice"
            aria-label={titles.office}
            value={office}
            onChange={setOffice}
            options={[
              { value: null, label: feedbackText.allOffices },
              ...offices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            popupMatchSelectWidth={false}
          />
        }
        foot={feedbackText.queueFoot(rows.total)}
      >
        <DataTable
          id="reviewQueue"
          label={feedbackText.queue}
          columns={columnsOf(today, nameOf)}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          selected={item ?? null}
          onSelect={({ id }) => open(id)}
          empty={rows.isLoading ? null : <Empty>{feedbackText.queueEmpty}</Empty>}
        />
      </Panel>
      {chosen ? (
        <ReviewPanel
          key={chosen.id}
          item={chosen}
          officeName={nameOf(chosen.office)}
          onDecided={() => open(neighbourOf(rows.row, rows.total, chosen.id))}
        />
      ) : (
        <aside className="offices-panel">
          <Empty>{feedbackText.none}</Empty>
        </aside>
      )}
    </div>
  );
}

/** The open item stands in the address. */
function useOpenItem() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    item: typeof params.item === 'string' ? params.item : undefined,
    open: (item: string | undefined) =>
      void navigate({ to: '.', search: { tab: 'review', ...(item && { item }) }, replace: true }),
  };
}

function columnsOf(today: string, nameOf: (office: string) => string): readonly Column<ItemRow>[] {
  return [
    { id: 'waited', title: titles.waited, width: 64, cell: ({ appliedOn }) => waited(appliedOn, today) },
    { id: 'office', title: titles.office, width: 104, cell: ({ office }) => nameOf(office) },
    { id: 'number', title: titles.number, width: 88, cell: ({ number }) => number },
    {
      id: 'problem',
      title: titles.problem,
      cell: ({ problem }) => <span title={problem}>{problem}</span>,
    },
    {
      id: 'evidence',
      title: titles.evidence,
      width: 96,
      wideOnly: true,
      cell: ({ evidenceNumber }) => evidenceNumber ?? '—',
    },
    {
      id: 'applied',
      title: titles.applied,
      width: 88,
      cell: ({ appliedOn }) => (appliedOn ? dayOf(appliedOn) : '—'),
    },
  ];
}

function waited(appliedOn: string | null, today: string) {
  const days = daysWaited(appliedOn, today);
  return days === null ? '—' : <b>{feedbackText.waited(days)}</b>;
}
