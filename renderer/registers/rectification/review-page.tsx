import './rectification.css';
import './progress.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { dayOf } from '../../text/frame.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { reviewText as text } from '../../text/rectification-review.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { ItemDue } from './item-signs.tsx';
import { type ItemRow, rectificationQueries } from './rectification-queries.ts';
import { ReviewPanel } from './review-panel.tsx';
import { neighbourOf } from './review-queue.ts';

const titles = ledgerText.columns;

/** What waits for the reviewer, one after the other, without a hand on the mouse. */
export function ItemReviewPage() {
  const isReviewer = useMay('reviewer');
  const { key, ask } = rectificationQueries.toReview();
  const rows = usePagedRows<ItemRow>(key, ask);
  const { item, open } = useOpenItem();
  const current = item ?? rows.row(0)?.id;
  const chosen = useQuery({
    ...rectificationQueries.item(current ?? ''),
    enabled: current !== undefined,
  }).data;
  const next = () => open(current && neighbourOf(rows.row, rows.total, current));
  return (
    <Page
      title={
        <>
          <Link to="/rectification" className="rectification-title-before">
            {text.back}
          </Link>{' '}
          / {text.title}
        </>
      }
      subtitle={text.subtitle(rows.total)}
      flush
    >
      {rows.error ? <ErrorNotice refusal={refusalOf(rows.error)} /> : room()}
    </Page>
  );

  function room() {
    if (!isReviewer) return <Empty action={toLedger}>{text.reviewerOnly}</Empty>;
    if (rows.total === 0 && !rows.isLoading) return <Empty action={toLedger}>{text.empty}</Empty>;
    return (
      <div className="rectification-review">
        <Panel title={text.queue} foot={`${text.foot(rows.total)} · ${text.definition}`}>
          <DataTable
            id="itemReview"
            label={text.queue}
            columns={COLUMNS}
            total={rows.total}
            row={rows.row}
            rowKey={({ id }) => id}
            onShow={rows.show}
            selected={current ?? null}
            onSelect={({ id }) => open(id)}
          />
        </Panel>
        {chosen && <ReviewPanel key={chosen.id} item={chosen} onNext={next} onOpen={open} />}
      </div>
    );
  }
}

const toLedger = <Link to="/rectification">{text.toLedger}</Link>;

const COLUMNS: readonly Column<ItemRow>[] = [
  { id: 'number', title: titles.number, width: 80, cell: ({ number }) => number },
  { id: 'problem', title: titles.problem, cell: ({ problem }) => <span title={problem}>{problem}</span> },
  { id: 'due', title: titles.due, width: 150, cell: (row) => <ItemDue {...row} /> },
  {
    id: 'applied',
    title: titles.applied,
    width: 72,
    cell: ({ appliedOn }) => (appliedOn ? dayOf(appliedOn) : '—'),
  },
  { id: 'unit', title: titles.unit, width: 110, wideOnly: true, cell: ({ unitName }) => unitName ?? '—' },
];

/** The item in hand stands in the address. */
function useOpenItem() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    item: typeof params.item === 'string' ? params.item : undefined,
    open: (item: string | undefined) =>
      void navigate({ to: '.', search: item ? { item } : {}, replace: true }),
  };
}
