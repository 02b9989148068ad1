import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { feedbackDeskText as deskText } from '../../text/feedback-desk.ts';
import { dayOf } from '../../text/frame.ts';
import { notTakenUpSentence } from '../../text/outcomes.ts';
import { feedbackKindWords, feedbackStateWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { isUnread } from '../../ui/remarks.tsx';
import { exchangeQueries, type Feedback } from './exchange-queries.ts';
import { spokenOf } from './feedback-lines.tsx';
import { RemarkDialog } from './remark-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';

/** What the group said, and what became of it here; remarks are read here, and templates decided on. */
export function FeedbackPanel() {
  const { matter, showAll } = useMatter();
  const { key, ask } = exchangeQueries.feedback(matter);
  const rows = usePagedRows<Feedback>(key, ask);
  const [opened, setOpened] = useState<Feedback | null>(null);
  const close = () => setOpened(null);
  return (
    <Panel
      title={exchangeText.feedback}
      className="exchange-feedback"
      extra={matter && <OnlyChip word={deskText.matters[matter]} onClear={showAll} />}
      foot={exchangeText.feedbackFoot(rows.total)}
    >
      {rows.error ? (
        <ErrorNotice refusal={refusalOf(rows.error)} />
      ) : (
        <DataTable
          id="feedback"
          label={exchangeText.feedback}
          columns={columnsOf(setOpened)}
          total={rows.total}
          row={rows.row}
          rowKey={({ id }) => id}
          onShow={rows.show}
          empty={
            rows.isLoading ? null : <Empty>{matter ? deskText.noneSuch : exchangeText.none.feedback}</Empty>
          }
        />
      )}
      {opened?.kind === 'remark' && <RemarkDialog remark={opened} onClose={close} />}
      {opened?.kind === 'template' && <TemplateDialog row={opened} onClose={close} />}
    </Panel>
  );
}

const MATTERS = ['remarkUnread', 'templateWaiting'] as const;

/** A number of the work list leads to the rows that it counts. */
function useMatter() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    matter: MATTERS.find((word) => word === params.feedback),
    showAll: () => void navigate({ to: '.', search: {}, replace: true }),
  };
}

const { feedbackColumns: titles } = exchangeText;

function columnsOf(open: (row: Feedback) => void): readonly Column<Feedback>[] {
  return [
    {
      id: 'on',
      title: titles.on,
      width: 72,
      cell: ({ releasedOn, at }) => dayOf(releasedOn ?? at.slice(0, 10)),
    },
    { id: 'kind', title: titles.kind, width: 72, cell: ({ kind }) => feedbackKindWords[kind] },
    { id: 'subject', title: deskText.columns.subject, width: 110, cell: spokenOf },
    { id: 'says', title: titles.says, cell: says },
    { id: 'state', title: titles.state, width: 88, cell: stateWord },
    { id: 'answer', title: '', width: 64, cell: (row) => <Answer row={row} onOpen={() => open(row)} /> },
  ];
}

function Answer({ row, onOpen }: { readonly row: Feedback; readonly onOpen: () => void }) {
  if (row.kind !== 'remark' && row.kind !== 'template') return null;
  return (
    <button type="button" className="link-button" onClick={onOpen}>
      {row.kind === 'remark' ? deskText.toRead : deskText.toDecide}
    </button>
  );
}

function says({ problem, reason, outcome }: Feedback) {
  const refused = outcome && notTakenUpSentence(outcome as ErrorCode);
  const words = [problem ?? reason, refused].filter(Boolean).join('；') || '—';
  return <span title={words}>{words}</span>;
}

function stateWord(row: Feedback) {
  const { kind, state, readOn } = row;
  if (isUnread(row) && kind === 'remark') return <span className="chip warn">{deskText.unread}</span>;
  if (kind === 'remark' && readOn) return deskText.readOn(readOn);
  if (kind === 'template' && state === 'released')
    return <span className="chip warn">{deskText.waiting}</span>;
  return feedbackStateWords[state];
}
