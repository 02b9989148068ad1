import './remarks.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { RemarkField } from '../../shared/vocabulary/remark-fields.ts';
import { type Core, core } from '../state/core.ts';
import { useIdentity, useMay } from '../state/session.ts';
import { useWrite } from '../state/writes.ts';
import { remarkFieldWords, remarkText } from '../text/remarks.ts';
import { isComposing } from './keyboard.ts';

type Remark = Awaited<ReturnType<Core['exchange']['feedback']>>['feedback'][number];

/** More remarks than one record ever gets. */
const MOST = 100;

/** What the group remarked on one record; at the group with its own drafts. */
export function useRemarks(subject: string): readonly Remark[] {
  const readsRegisters = useMay('clerk', 'reviewer', 'member', 'leader');
  const { data } = useQuery({
    queryKey: ['exchange', 'remarks', subject],
    queryFn: () => core.exchange.feedback({ kind: 'remark', subject, limit: MOST }),
    enabled: readsRegisters,
  });
  return data?.feedback ?? [];
}

interface FieldRemarksProps {
  readonly remarks: readonly Remark[];
  readonly fields: readonly RemarkField[];
}

/** A sign beside a field that the group remarked on; opened, who said what and when. */
export function FieldRemarks({ remarks, fields }: FieldRemarksProps) {
  const own = remarks.filter(({ field }) => field !== null && fields.includes(field));
  const unread = own.filter(isUnread).length;
  if (own.length === 0) return null;
  return (
    <details className="remark-sign">
      <summary className={unread > 0 ? 'chip warn' : undefined}>
        <NoteSign />
        {remarkText.sign(own.length, unread)}
      </summary>
      <div className="remarks">
        <RemarkList remarks={own} />
      </div>
    </details>
  );
}

interface RecordRemarksProps {
  readonly remarks: readonly Remark[];
  /** Fields that show theirs themselves. */
  readonly except?: readonly RemarkField[];
}

/** What was remarked on a record as a whole, and on fields that are not shown beside it. */
export function RecordRemarks({ remarks, except = [] }: RecordRemarksProps) {
  const rest = remarks.filter(({ field }) => field === null || !except.includes(field));
  if (rest.length === 0) return null;
  return (
    <section className="remarks" aria-label={remarkText.heading}>
      <h3>
        <NoteSign /> {remarkText.heading}
      </h3>
      <RemarkList remarks={rest} />
    </section>
  );
}

function RemarkList({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <ul>
      {remarks.map((remark) => (
        <li key={remark.id}>
          <p>
            <span className="secondary">{remarkText.on(remark.releasedOn)}</span>{' '}
            {remark.field && remarkText.about(remarkFieldWords[remark.field])}
            {remark.reason}
          </p>
          <RemarkAnswer remark={remark} />
        </li>
      ))}
    </ul>
  );
}

/** What was answered; while nothing was, and when it is to be changed, the line to answer in. */
export function RemarkAnswer({
  remark,
  onDone = () => {},
}: {
  readonly remark: Remark;
  readonly onDone?: () => void;
}) {
  const { role } = useIdentity();
  const mayRead = useMay('clerk', 'reviewer') && role === 'office';
  const [isChanging, setChanging] = useState(false);
  const { readOn, readBy, reply } = remark;
  if (mayRead && (readOn === null || isChanging)) return <AnswerLine remark={remark} onDone={answered} />;
  if (readOn === null) return <p className="secondary">{remarkText.unread}</p>;
  return (
    <p className="secondary">
      {remarkText.read(readOn, readBy)} {reply && remarkText.replied(reply)}{' '}
      {mayRead && (
        <button type="button" className="link-button" onClick={() => setChanging(true)}>
          {remarkText.again}
        </button>
      )}
    </p>
  );

  function answered(): void {
    setChanging(false);
    onDone();
  }
}

function AnswerLine({ remark, onDone }: { readonly remark: Remark; readonly onDone: () => void }) {
  const [text, setText] = useState(remark.reply ?? '');
  const reply = text.trim();
  const read = useWrite(() => core.exchange.readRemark({ id: remark.id, ...(reply && { reply }) }), {
    done: () => remarkText.done,
    onDone,
  });
  const send = () => read.isPending || read.mutate(undefined);
  return (
    <div className="remark-answer">
      <Input
        aria-label={remarkText.reply}
        placeholder={remarkText.reply}
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      />
      <Button onClick={send} loading={read.isPending}>
        {reply ? remarkText.markReplied : remarkText.markRead}
      </Button>
    </div>
  );
}

export function isUnread({ state, readOn }: Remark): boolean {
  return state === 'applied' && readOn === null;
}

function NoteSign() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d="M2 1h6l2 2v8H2zM4 5h4M4 7.5h4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
