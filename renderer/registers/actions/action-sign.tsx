import type { ActionState } from '../../../shared/vocabulary/words.ts';
import { actionStateWords } from '../../text/words.ts';
import { type StateShape, StateSign } from '../../ui/signs.tsx';

const SHAPES: Readonly<Record<ActionState, StateShape>> = {
  planned: 'ring',
  underway: 'half',
  done: 'full',
  cancelled: 'crossed',
};

/** How far an action is. @param children in the place of the state's own word */
export function ActionSign({ state, children }: { readonly state: ActionState; readonly children?: string }) {
  return (
    <StateSign shape={SHAPES[state]} tone={state === 'done' ? 'ok' : undefined}>
      {children ?? actionStateWords[state]}
    </StateSign>
  );
}
