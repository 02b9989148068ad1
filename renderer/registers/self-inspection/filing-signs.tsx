import type { FilingState } from '../../../shared/vocabulary/words.ts';
import { useSession } from '../../state/session.ts';
import { filingsText } from '../../text/self-inspection-page.ts';
import { filingStateWords } from '../../text/words.ts';
import { type StateShape, StateSign, type Whose, WhoseChip } from '../../ui/signs.tsx';
import type { ListedState } from './room-search.ts';

export const FILING_SHAPES: Readonly<Record<ListedState, StateShape>> = {
  due: 'dotted',
  filed: 'half',
  approved: 'threeQuarters',
  archived: 'full',
  returned: 'returned',
};

const TONES: Readonly<Partial<Record<FilingState, 'danger' | 'ok'>>> = { returned: 'danger', archived: 'ok' };

export function stateWord(state: ListedState): string {
  return state === 'due' ? filingsText.due : filingStateWords[state];
}

export function FilingStateSign({ state }: { readonly state: ListedState }) {
  return (
    <StateSign shape={FILING_SHAPES[state]} tone={state === 'due' ? undefined : TONES[state]}>
      {stateWord(state)}
    </StateSign>
  );
}

export function FilingWhose({ whose }: { readonly whose: Whose | null }) {
  const roles = useSession((session) => session.identity?.account?.roles);
  return <WhoseChip whose={whose} mine={roles?.some((role) => role === whose) ?? false} />;
}
