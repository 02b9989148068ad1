import { useQuery } from '@tanstack/react-query';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { errorSentence } from '../../text/errors.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { feedbackKindWords, feedbackStateWords } from '../../text/words.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries } from './exchange-queries.ts';

/** What the group said, and what became of it here. */
export function FeedbackPanel() {
  const feedback = useQuery(exchangeQueries.feedback());
  const rows = feedback.data ?? [];
  const { on, kind, says, state } = exchangeText.feedbackColumns;
  return (
    <Panel title={exchangeText.feedback} className="exchange-feedback">
      {rows.length === 0 ? (
        <Empty>{exchangeText.none.feedback}</Empty>
      ) : (
        <SimpleTable
          label={exchangeText.feedback}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'on', title: on, width: 80, cell: (row) => dayOf(row.at.slice(0, 10)) },
            { id: 'kind', title: kind, width: 90, cell: (row) => feedbackKindWords[row.kind] },
            { id: 'says', title: says, cell: (row) => row.problem ?? row.reason ?? '—' },
            {
              id: 'state',
              title: state,
              width: 120,
              cell: (row) => (
                <span title={row.outcome ? errorSentence(row.outcome as ErrorCode) : undefined}>
                  {feedbackStateWords[row.state]}
                </span>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
