import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { errorSentence } from '../../text/errors.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { feedbackKindWords, feedbackStateWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { exchangeQueries, type Feedback } from './exchange-queries.ts';

/** What the group said, and what became of it here. */
export function FeedbackPanel() {
  const { key, ask } = exchangeQueries.feedback();
  const rows = usePagedRows<Feedback>(key, ask);
  return (
    <Panel
      title={exchangeText.feedback}
      className="exchange-feedback"
      foot={exchangeText.feedbackFoot(rows.total)}
    >
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="feedback"
          label={exchangeText.feedback}
          columns={COLUMNS}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          empty={rows.isLoading ? null : <Empty>{exchangeText.none.feedback}</Empty>}
        />
      )}
    </Panel>
  );
}

const { feedbackColumns: titles } = exchangeText;

const COLUMNS: readonly Column<Feedback>[] = [
  { id: 'on', title: titles.on, width: 80, cell: ({ at }) => dayOf(at.slice(0, 10)) },
  { id: 'kind', title: titles.kind, width: 90, cell: ({ kind }) => feedbackKindWords[kind] },
  { id: 'says', title: titles.says, cell: says },
  { id: 'state', title: titles.state, width: 120, cell: stateWord },
];

function says({ problem, reason }: Feedback) {
  const words = problem ?? reason ?? '—';
  return <span title={words}>{words}</span>;
}

function stateWord({ state, outcome }: Feedback) {
  return (
    <span title={outcome ? errorSentence(outcome as ErrorCode) : undefined}>{feedbackStateWords[state]}</span>
  );
}
