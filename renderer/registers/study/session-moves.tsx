import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { attendanceText } from '../../text/attendance-page.ts';
import { errorSentence } from '../../text/errors.ts';
import { sessionMoveWords } from '../../text/words.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { isAsked, MoveDialog } from './move-dialog.tsx';
import { type OfferedMove, offeredMoves } from './offered-moves.ts';
import { saveMarks } from './save-marks.ts';
import { type SessionCard, studyQueries } from './study-queries.ts';

/** The moves that lead on from here; the main one stands last, as the button that ends a page. */
export function SessionMoves({ session }: { readonly session: SessionCard }) {
  const { today } = useIdentity();
  const { offered, main } = offeredMoves(session, today);
  const [asking, setAsking] = useState<OfferedMove['move'] | null>(null);
  const save = useSessionMove(session);
  const move = useWrite(save, { done: (_, { move: made }) => attendanceText.moved(sessionMoveWords[made]) });
  const make = (one: OfferedMove['move']) => (isAsked(one) ? setAsking(one) : move.mutate({ move: one }));
  useShortcuts({ 'ctrl+enter': () => main?.why === null && !move.isPending && make(main.move) });

  return (
    <>
      {offered.map(({ move: one, why }) => (
        <Button
          key={one}
          type={one === main?.move ? 'primary' : 'default'}
          disabled={why !== null || move.isPending}
          title={why ? errorSentence(why as ErrorCode, fieldsOf(session)) : undefined}
          onClick={() => make(one)}
        >
          {attendanceText.moveName(one)}
          {why !== null && attendanceText.why(why, session.sums.unmarked)}
          {why === null && one === main?.move && <Key>Ctrl+Enter</Key>}
        </Button>
      ))}
      {asking && <MoveDialog session={session} move={asking} save={save} onClose={() => setAsking(null)} />}
    </>
  );
}

/** What was typed on the sheet goes first; the move is made upon what the user has seen. */
function useSessionMove(session: SessionCard) {
  const client = useQueryClient();
  const account = useIdentity().account?.id ?? '';
  return async (step: { readonly move: OfferedMove['move']; readonly reason?: string }) => {
    const { refusal } = await saveMarks(client, { account, session: session.id });
    if (refusal) throw refusal;
    const { rev } = await client.ensureQueryData(studyQueries.session(session.id));
    return await core.study.moveSession({ id: session.id, rev, ...step });
  };
}

function fieldsOf({ sums, day, state }: SessionCard) {
  return { register: 'study_session', state, day, count: sums.unmarked || null };
}
