import type { SessionState } from '../../../shared/vocabulary/words.ts';
import { sessionStateWords } from '../../text/words.ts';
import { type StateShape, StateSign } from '../../ui/signs.tsx';

const SHAPES: Readonly<Record<SessionState, StateShape>> = {
  draft: 'dotted',
  scheduled: 'ring',
  held: 'quarter',
  submitted: 'half',
  approved: 'full',
  returned: 'returned',
  cancelled: 'crossed',
};

const TONES: Readonly<Partial<Record<SessionState, 'danger' | 'ok'>>> = {
  approved: 'ok',
  returned: 'danger',
};

export function SessionStateSign({ state }: { readonly state: SessionState }) {
  return (
    <StateSign shape={SHAPES[state]} tone={TONES[state]}>
      {sessionStateWords[state]}
    </StateSign>
  );
}
