import type { ItemState } from '../../shared/vocabulary/words.ts';
import { signText } from '../text/frame.ts';
import { itemStateWords } from '../text/words.ts';
import { type StateShape, StateSign } from './signs.tsx';

export const ITEM_STATE_SHAPES: Readonly<Record<ItemState, StateShape>> = {
  draft: 'dotted',
  issued: 'ring',
  inProgress: 'quarter',
  officeReview: 'half',
  groupReview: 'threeQuarters',
  closed: 'full',
  longTerm: 'loop',
  suspended: 'paused',
  merged: 'fork',
  voided: 'crossed',
};

const TONES: Readonly<Partial<Record<ItemState, 'ok' | 'group'>>> = { groupReview: 'group', closed: 'ok' };

interface ItemStateSignProps {
  readonly state: ItemState;
  readonly returned: boolean;
}

/** An item that was returned is 整改中 with the sign of the return. */
export function ItemStateSign({ state, returned }: ItemStateSignProps) {
  if (returned)
    return (
      <StateSign shape="returned" tone="danger">
        {signText.returned}
      </StateSign>
    );
  return (
    <StateSign shape={ITEM_STATE_SHAPES[state]} tone={TONES[state]}>
      {itemStateWords[state]}
    </StateSign>
  );
}
