import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { differenceText, nameOf } from '../../text/study-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { type SessionCard, studyQueries } from './study-queries.ts';

/** Somebody's posting was put right after the list had frozen: the list stays, and says so. */
export function DifferencesNotice({ session }: { readonly session: SessionCard }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="notice warn session-differences" role="status">
      {differenceText.notice(session.differences)}{' '}
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {differenceText.show}
      </button>
      {isOpen && <DifferencesDialog session={session} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface DifferencesDialogProps {
  readonly session: SessionCard;
  readonly onClose: () => void;
}

const { columns } = differenceText;

function DifferencesDialog({ session, onClose }: DifferencesDialogProps) {
  const mayTakeUp = useMay('clerk') && session.state === 'returned';
  const list = useQuery(studyQueries.differences(session.id));
  const rows = list.data?.rows ?? [];
  const takeUp = useWrite(core.study.takeUpDifferences, {
    shownInPlace: true,
    done: () => differenceText.done(rows.length),
    onDone: onClose,
  });
  return (
    <Dialog
      title={`${differenceText.title} · ${session.title}`}
      wide
      onClose={onClose}
      onSubmit={mayTakeUp && rows.length > 0 ? submit : undefined}
      foot={
        <>
          <span className="secondary session-note">
            {session.state === 'returned' ? differenceText.says : differenceText.later}
          </span>
          <Button onClick={onClose}>{differenceText.close}</Button>
          {mayTakeUp && rows.length > 0 && (
            <Button type="primary" htmlType="submit" loading={takeUp.isPending}>
              {differenceText.takeUp(rows.length)}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice refusal={takeUp.error ?? (list.error && refusalOf(list.error))} />
      <p className="secondary">{differenceText.why}</p>
      <SimpleTable
        label={differenceText.title}
        rows={rows}
        rowKey={({ person }) => person}
        columns={[
          { id: 'name', title: columns.name, width: 100, cell: nameOf },
          { id: 'kind', title: columns.kind, width: 120, cell: ({ kind }) => differenceText.kinds[kind] },
          { id: 'listed', title: columns.listed, cell: ({ listedUnitName }) => listedUnitName ?? '—' },
          { id: 'onDay', title: columns.onDay, cell: ({ unitOnDayName }) => unitOnDayName ?? '—' },
        ]}
      />
    </Dialog>
  );

  function submit(): void {
    takeUp.mutate({ session: session.id, rev: session.rev, people: rows.map(({ person }) => person) });
  }
}
