import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { useWrite } from '../../state/writes.ts';
import { errorSentence } from '../../text/errors.ts';
import { formText } from '../../text/form.ts';
import { bulkText as text } from '../../text/rectification-bulk.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { PlannedRow } from './bulk-plan.ts';
import { BulkRows } from './bulk-rows.tsx';

export type BulkItems = { id: string; rev: number }[];

interface BulkDialogProps<Answer> {
  readonly title: string;
  readonly note: string;
  /** What becomes of each chosen row; null while the form does not say it yet. */
  readonly plan: readonly PlannedRow[] | null;
  readonly confirm: (count: number) => string;
  readonly write: (items: BulkItems) => Promise<Answer>;
  readonly done: (answer: Answer) => string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One form for many rows, with what it will change and what it leaves as it is, before anything is written. */
export function BulkDialog<Answer>(props: BulkDialogProps<Answer>) {
  const { title, note, plan, confirm, write, done, onDone, onClose, children } = props;
  const [aside, setAside] = useState<ReadonlyMap<string, string>>(new Map());
  const work = useWrite(write, {
    shownInPlace: true,
    done,
    onDone,
  });
  const affected = (plan ?? []).filter(({ row, why }) => why === null && !aside.has(row.id));
  const isReady = affected.length > 0 && !work.isPending;
  return (
    <Dialog
      wide
      title={title}
      onClose={onClose}
      onSubmit={() => isReady && apply()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady} loading={work.isPending}>
            {sayConfirm()} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{note}</p>
      <ErrorNotice refusal={work.error}>
        {work.error && refusedIds(work.error).length > 0 && (
          <p>{text.putAside(refusedIds(work.error).length)}</p>
        )}
      </ErrorNotice>
      {children}
      {plan && <BulkRows plan={plan} aside={aside} />}
    </Dialog>
  );

  function apply(): void {
    const items = affected.map(({ row: { id, rev } }) => ({ id, rev }));
    work.mutate(items, { onError: putAside });
  }

  /** A refusal names the rows that it speaks of: the others can go on without them. */
  function putAside(refusal: Refusal): void {
    const sentence = errorSentence(refusal.code, refusal.fields);
    setAside((before) => new Map([...before, ...refusedIds(refusal).map((id) => [id, sentence] as const)]));
  }

  function sayConfirm(): string {
    if (plan === null) return text.nothingSet;
    return affected.length > 0 ? confirm(affected.length) : text.nothingToDo;
  }
}

function refusedIds({ fields }: Refusal): readonly string[] {
  return Array.isArray(fields.items) ? fields.items : [];
}
