import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { FEEDBACK_STATES, type FeedbackState } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { dayOf } from '../../text/frame.ts';
import { draftText, feedbackText } from '../../text/offices-page.ts';
import { notTakenUpSentence } from '../../text/outcomes.ts';
import { remarkFieldWords } from '../../text/remarks.ts';
import { feedbackKindWords, feedbackStateWords } from '../../text/words.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { EditFeedbackDialog } from './edit-feedback-dialog.tsx';
import { NewFeedbackDialog } from './new-feedback-dialog.tsx';
import { againOf, isNewKind, type NewFeedback } from './new-feedback-form.ts';
import { FEEDBACK_PAGE, type Feedback, type Office } from './offices-queries.ts';
import { ReleaseDialog } from './release-dialog.tsx';

const { sentColumns: titles } = feedbackText;

const SHAPES: Readonly<Record<FeedbackState, StateShape>> = {
  draft: 'dotted',
  released: 'half',
  applied: 'full',
  notApplicable: 'crossed',
};
const TONES: Readonly<Partial<Record<FeedbackState, 'ok' | 'danger'>>> = {
  applied: 'ok',
  notApplicable: 'danger',
};

/** Everything the group said or is about to say, and what became of it; the leader releases drafts here. */
export function FeedbackList({ offices }: { readonly offices: readonly Office[] }) {
  const { state: shown, showAll } = useShownState();
  const { rows, total, error, hasMore, more, isLoading } = useFeedbackRows(shown);
  const mayRelease = useMay('leader');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isReleasing, setReleasing] = useState(false);
  const mayDraft = useMay('member');
  const [editing, setEditing] = useState<Feedback | null>(null);
  const [again, setAgain] = useState<NewFeedback | null>(null);
  const remove = useWrite((ids: string[]) => core.exchange.deleteFeedback({ ids }), {
    done: ({ deleted }) => draftText.removed(deleted),
    onDone: () => setChosen([]),
  });
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.name ?? '—';
  const drafts = rows.filter(({ state }) => state === 'draft');
  const ready = drafts.filter(({ id }) => chosen.includes(id));
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  return (
    <div className="offices-padded">
      <Panel
        title={feedbackText.sent}
        note={feedbackText.toExportHint}
        extra={
          <>
            {shown && <OnlyChip word={feedbackStateWords[shown]} onClear={showAll} />}
            <Link to="/exchange" search={{ export: 'all' }}>
              {draftText.exportAll}
            </Link>
            {mayDraft && drafts.length > 0 && (
              <Button disabled={ready.length === 0} onClick={() => remove.mutate(ready.map(({ id }) => id))}>
                {draftText.removeSelected(ready.length)}
              </Button>
            )}
            {mayRelease ? (
              <>
                <Button disabled={drafts.length === 0} onClick={() => setChosen(drafts.map(({ id }) => id))}>
                  {feedbackText.chooseAll}
                </Button>
                <Button type="primary" disabled={ready.length === 0} onClick={() => setReleasing(true)}>
                  {ready.length === 0 ? feedbackText.releaseNone : feedbackText.release(ready.length)}
                </Button>
              </>
            ) : (
              <span className="secondary">{feedbackText.releaseByLeader}</span>
            )}
          </>
        }
        foot={feedbackText.sentFoot(rows.length, total)}
      >
        {rows.length === 0 && !isLoading && (
          <Empty>{shown ? feedbackText.sentNoneSuch : feedbackText.sentEmpty}</Empty>
        )}
        {rows.length > 0 && (
          <SimpleTable
            label={feedbackText.sent}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              ...(mayRelease || mayDraft
                ? [{ id: 'choose', title: titles.choose, width: 40, cell: choice }]
                : []),
              { id: 'on', title: titles.on, width: 88, cell: ({ at }) => dayOf(at.slice(0, 10)) },
              { id: 'office', title: titles.office, width: 120, cell: ({ office }) => nameOf(office) },
              { id: 'kind', title: titles.kind, width: 88, cell: ({ kind }) => feedbackKindWords[kind] },
              { id: 'says', title: titles.says, cell: says },
              { id: 'subject', title: titles.subject, width: 140, cell: subject },
              { id: 'state', title: titles.state, width: 128, cell: state },
              ...(mayDraft ? [{ id: 'draft', title: draftText.column, width: 72, cell: deskOf }] : []),
            ]}
          />
        )}
        {hasMore && <Button onClick={more}>{feedbackText.more}</Button>}
      </Panel>
      {isReleasing && (
        <ReleaseDialog
          ids={ready.map(({ id }) => id)}
          onClose={() => setReleasing(false)}
          onReleased={() => {
            setReleasing(false);
            setChosen([]);
          }}
        />
      )}
      {editing && <EditFeedbackDialog row={editing} onClose={() => setEditing(null)} />}
      {again && (
        <NewFeedbackDialog
          offices={offices}
          again={again}
          onClose={() => setAgain(null)}
          onSaved={() => setAgain(null)}
        />
      )}
    </div>
  );

  /** A draft is changed; what an office could not take up is said anew. */
  function deskOf(row: Feedback) {
    if (row.state === 'draft' && row.kind !== 'evaluation')
      return (
        <button type="button" className="link-button" onClick={() => setEditing(row)}>
          {draftText.edit}
        </button>
      );
    const { kind } = row;
    if (row.state !== 'notApplicable' || !isNewKind(kind)) return null;
    return (
      <button type="button" className="link-button" onClick={() => setAgain(againOf({ ...row, kind }))}>
        {draftText.again}
      </button>
    );
  }

  function choice({ id, office, kind, state: now }: Feedback) {
    if (now !== 'draft') return null;
    return (
      <Checkbox
        aria-label={feedbackText.chooseRow(nameOf(office), kind)}
        checked={chosen.includes(id)}
        onChange={({ target }) =>
          setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
        }
      />
    );
  }
}

function says({ problem, reason, reply, outcome }: Feedback) {
  const refused = outcome && notTakenUpSentence(outcome as ErrorCode);
  const words = [problem, reason, reply && draftText.reply(reply), refused].filter(Boolean).join('；');
  return <span title={words}>{words || '—'}</span>;
}

/** By its number or title, and the field where it is about one; items lead to the office's ledger. */
function subject(row: Feedback) {
  const { subject: item, office, kind, register, field, subjectName } = row;
  const words = [subjectName, field && remarkFieldWords[field]].filter(Boolean).join(' · ');
  const isItem = register === 'item' || ITEM_KINDS.includes(kind);
  if (!item || !isItem) return <span title={words}>{words || '—'}</span>;
  return (
    <Link to="/offices/$office" params={{ office }} search={{ tab: 'rectification', view: 'all', item }}>
      {words || feedbackText.openItem}
    </Link>
  );
}

const ITEM_KINDS: readonly Feedback['kind'][] = ['confirm', 'returnForRework', 'reopen'];

function state({ state: now, readOn }: Feedback) {
  return (
    <StateSign shape={SHAPES[now]} tone={TONES[now]}>
      {readOn ? draftText.read(readOn) : feedbackStateWords[now]}
    </StateSign>
  );
}

/** A number of the work list leads to the drafts that it counts. */
function useShownState() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    state: FEEDBACK_STATES.find((word) => word === params.state),
    showAll: () => void navigate({ to: '.', search: { tab: 'sent' }, replace: true }),
  };
}

/** Newest first, a page at a time. */
function useFeedbackRows(state: FeedbackState | undefined) {
  const { data, error, hasNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: ['exchange', 'feedbackPages', state],
    queryFn: ({ pageParam }) => core.exchange.feedback({ state, offset: pageParam, limit: FEEDBACK_PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) =>
      total > pages.length * FEEDBACK_PAGE ? pages.length * FEEDBACK_PAGE : undefined,
  });
  return {
    rows: data?.pages.flatMap(({ feedback }) => feedback) ?? [],
    total: data?.pages[0]?.total ?? 0,
    error,
    hasMore: hasNextPage,
    more: () => void fetchNextPage(),
    isLoading: isPending,
  };
}
