import { Button } from 'antd';
import { z } from 'zod';
import { longText } from '../../../shared/contract/base.ts';
import type { SessionMove } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { useWrite } from '../../state/writes.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { sessionMoveWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import type { SessionCard } from './study-queries.ts';

const WITH_REASON: readonly SessionMove[] = ['return', 'correct', 'cancel', 'orderRework'];
/** Nothing leads back from them. */
const FINAL: readonly SessionMove[] = ['hold', 'cancel'];

/** Whether a move is asked for in a dialog: for its reason, or as it cannot be taken back. */
export function isAsked(move: SessionMove): boolean {
  return WITH_REASON.includes(move) || FINAL.includes(move);
}

interface MoveDialogProps {
  readonly session: SessionCard;
  readonly move: SessionMove;
  readonly save: (step: { readonly move: SessionMove; readonly reason?: string }) => Promise<unknown>;
  readonly onClose: () => void;
}

export function MoveDialog({ session, move, save, onClose }: MoveDialogProps) {
  const hasReason = WITH_REASON.includes(move);
  const form = useContractForm<{ reason: string | null }>({
    schema: z.object({ reason: hasReason ? longText : z.null() }),
    defaults: { reason: null },
    draft: hasReason ? `${move} ${session.id}` : null,
  });
  const write = useWrite(save, {
    shownInPlace: true,
    done: () => attendanceText.moved(sessionMoveWords[move]),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const says = attendanceText.moveSays[move];
  return (
    <Dialog
      title={attendanceText.moveTitle(move, session.title)}
      onClose={onClose}
      onSubmit={form.handleSubmit(({ reason }) => write.mutate(reason ? { move, reason } : { move }))}
      foot={
        <>
          <Button onClick={onClose}>{attendanceText.back}</Button>
          <Button type="primary" danger={move === 'cancel'} htmlType="submit" loading={write.isPending}>
            {attendanceText.moveName(move)}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote
        isDraft={form.isDraft}
        onDrop={() => {
          form.dropDraft();
          form.reset({ reason: null });
        }}
      />
      {says && <p>{says}</p>}
      {hasReason && (
        <LongTextField control={form.control} name="reason" label={attendanceText.reasonLabel} required />
      )}
      <ErrorNotice refusal={write.error} />
    </Dialog>
  );
}
