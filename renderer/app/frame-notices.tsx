import { Button } from 'antd';
import { useEffect } from 'react';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { useNotices } from '../state/notices.ts';
import { useIdentity } from '../state/session.ts';
import { errorSentence } from '../text/errors.ts';
import { frameText, noticeText } from '../text/frame.ts';
import { ErrorNotice } from '../ui/notices.tsx';
import { TickSign, WarningSign } from '../ui/signs.tsx';

const SHOWN_MS = 8_000;

/** Above every page: what keeps the ledger from being written, the last refusal, the last thing done. */
export function FrameNotices() {
  const { done, refused, dismiss } = useNotices();
  const { readOnlyBecause, recoveryConfirmed } = useIdentity();
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done, dismiss]);
  return (
    <div className="page-notices">
      {readOnlyBecause && (
        <div className="notice danger" role="alert">
          <h3>
            <WarningSign /> {frameText.readOnly}
          </h3>
          <p>{errorSentence(readOnlyBecause as ErrorCode)}</p>
        </div>
      )}
      {!recoveryConfirmed && <div className="notice warn">{frameText.recoveryOpen}</div>}
      {refused && (
        <ErrorNotice refusal={refused}>
          <Button onClick={dismiss}>{noticeText.dismiss}</Button>
        </ErrorNotice>
      )}
      {done && (
        <div className="toast" role="status">
          <TickSign /> {done}
        </div>
      )}
    </div>
  );
}
