import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { longText } from '../../../shared/contract/base.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { SessionMove } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { draftKey, useDrafts } from '../../state/drafts.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { errorSentence } from '../../text/errors.ts';
import { formText } from '../../text/form.ts';
import { attendanceText } from '../../text/study-page.ts';
import { sessionMoveWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { SessionCard } from './study-queries.ts';

const WITH_REASON: readonly SessionMove[] = ['return', 'correct', 'cancel', 'orderRework'];
/** Refusals for want of the role are nobody's business here: the button is simply not there. */
const NOT_MINE: readonly string[] = ['not_allowed', 'wrong_installation'];

/** The moves that lead on from here; the first without a reason is the main one. */
export function SessionMoves({ session }: { readonly session: SessionCard }) {
  const account = useIdentity().account?.id ?? '';
  const hasUnsaved = useDrafts(({ texts }) => draftKey(account, `marks ${session.id}`) in texts);
  const [asking, setAsking] = useState<SessionMove | null>(null);
  const move = useWrite(core.study.moveSession, {
    done: (_, { move: made }) => attendanceText.moved(sessionMoveWords[made]),
  });
  const offered = session.allowed.filter(({ why }) => why === null || !NOT_MINE.includes(why));
  const main = offered.find((one) => !WITH_REASON.includes(one.move));
  const make = (one: SessionMove) => {
    if (WITH_REASON.includes(one)) setAsking(one);
    else move.mutate({ id: session.id, rev: session.rev, move: one });
  };
  const mayMain = main?.why === null && !hasUnsaved && !move.isPending;
  useShortcuts({ 'ctrl+enter': () => main && mayMain && make(main.move) });

  return (
    <>
      {offered.map(({ move: one, why }) => (
        <Button
          key={one}
          type={one === main?.move ? 'primary' : 'default'}
          disabled={why !== null || hasUnsaved || move.isPending}
          title={why ? errorSentence(why as ErrorCode) : undefined}
          onClick={() => make(one)}
        >
          {sessionMoveWords[one]}
          {one === main?.move && <Key>Ctrl+Enter</Key>}
        </Button>
      ))}
      {asking && <ReasonDialog session={session} move={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

interface ReasonDialogProps {
  readonly session: SessionCard;
  readonly move: SessionMove;
  readonly onClose: () => void;
}

function ReasonDialog({ session, move, onClose }: ReasonDialogProps) {
  const form = useContractForm<{ reason: string | null }>({
    schema: z.object({ reason: longText }),
    defaults: { reason: null },
    draft: `${move} ${session.id}`,
  });
  const write = useWrite(core.study.moveSession, {
    shownInPlace: true,
    done: () => attendanceText.moved(sessionMoveWords[move]),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  return (
    <Dialog
      title={attendanceText.moveTitle(sessionMoveWords[move])}
      onClose={onClose}
      onSubmit={form.handleSubmit(({ reason }) =>
        write.mutate({ id: session.id, rev: session.rev, move, reason: reason ?? '' }),
      )}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" danger={move === 'cancel'} htmlType="submit" loading={write.isPending}>
            {sessionMoveWords[move]}
          </Button>
        </>
      }
    >
      {move === 'cancel' && <p>{attendanceText.cancelSays}</p>}
      <LongTextField
        control={form.control}
        name="reason"
        label={attendanceText.reasonLabel}
        required
        autoFocus
      />
      <ErrorNotice refusal={write.error} />
    </Dialog>
  );
}
