import type { SessionState } from '../../../shared/vocabulary/words.ts';
import { sessionStateWords } from '../../text/words.ts';
import { type StateShape, StateSign } from '../../ui/signs.tsx';

const SHAPES: Readonly<Record<SessionState, StateShape>> = {
  draft: 'dotted',
  scheduled: 'ring',
  held: 'half',
  submitted: 'threeQuarters',
  approved: 'full',
  returned: 'returned',
  cancelled: 'crossed',
};

const TONES: Readonly<Partial<Record<SessionState, 'ok' | 'danger'>>> = {
  approved: 'ok',
  returned: 'danger',
};

interface SessionSignProps {
  readonly state: SessionState;
  /** The word is for those who hear the page; the eye has the sign. */
  readonly isBare?: boolean;
}

export function SessionSign({ state, isBare = false }: SessionSignProps) {
  const word = sessionStateWords[state];
  return (
    <StateSign shape={SHAPES[state]} tone={TONES[state]}>
      {isBare ? <span className="visually-hidden">{word}</span> : word}
    </StateSign>
  );
}
