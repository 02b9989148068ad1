import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/vocabulary/refusal.ts';
import { errorSentence } from '../text/errors.ts';
import { noticeText } from '../text/frame.ts';
import { useShortcuts } from './keyboard.ts';
import { Key } from './page.tsx';
import { WarningSign } from './signs.tsx';

interface ErrorNoticeProps {
  readonly refusal: Refusal | null | undefined;
  readonly children?: ReactNode;
}

/** What happened, what is safe, what to do next, in the place where it happened. */
export function ErrorNotice({ refusal, children }: ErrorNoticeProps) {
  if (!refusal) return null;
  return (
    <div className="notice danger" role="alert">
      <h3>
        <WarningSign /> {noticeText.refused}
      </h3>
      <p>{errorSentence(refusal.code, refusal.fields)}</p>
      {children && <div className="choices">{children}</div>}
    </div>
  );
}

interface ConflictNoticeProps {
  readonly refusal: Refusal | null | undefined;
  /** What the other one changed, such as a field before and after. */
  readonly changes?: ReactNode;
  readonly onSaveMine: () => void;
  readonly onDiscardMine: () => void;
}

/** Somebody else was first: both texts are kept until the user has chosen. */
export function ConflictNotice({ refusal, changes, onSaveMine, onDiscardMine }: ConflictNoticeProps) {
  if (refusal?.code !== 'conflict') return null;
  const { by, at } = refusal.fields;
  return (
    <div className="notice warn" role="alert">
      <h3>{noticeText.conflict(text(by), text(at))}</h3>
      {changes}
      <p>{noticeText.mineIsKept}</p>
      <div className="choices">
        <Button type="primary" onClick={onSaveMine}>
          {noticeText.saveMine}
        </Button>
        <Button onClick={onDiscardMine}>{noticeText.discardMine}</Button>
      </div>
    </div>
  );
}

interface ProgressNoticeProps {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly detail?: ReactNode;
  readonly onCancel?: () => void;
  /** What cancelling leaves, where that is not everything as it was. */
  readonly leaves?: string;
}

/** Long work: n of m, counts, cancel and what cancel leaves. */
export function ProgressNotice({ title, done, total, detail, onCancel, leaves }: ProgressNoticeProps) {
  useShortcuts({ escape: () => onCancel?.() }, onCancel !== undefined);
  const percent = total > 0 ? Math.min(100, Math.round((100 * done) / total)) : 0;
  return (
    <div className="notice" role="status">
      <h3>{title}</h3>
      <div
        className="progress-bar"
        role="progressbar"
        aria-label={title}
        {...(total > 0 ? { 'aria-valuenow': percent } : {})}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      {detail && <p className="secondary">{detail}</p>}
      {onCancel && (
        <div className="choices">
          <Button onClick={onCancel}>
            {noticeText.cancel}
            <Key>Esc</Key>
          </Button>
          <span className="secondary">{leaves ?? noticeText.cancelLeaves}</span>
        </div>
      )}
    </div>
  );
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
