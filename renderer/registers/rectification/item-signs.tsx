import type { ItemState } from '../../../shared/vocabulary/words.ts';
import { useSession } from '../../state/session.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemStateWords } from '../../text/words.ts';
import { Due, type StateShape, StateSign, type Whose, WhoseChip } from '../../ui/signs.tsx';
import type { ItemRow } from './rectification-queries.ts';

type Tone = 'danger' | 'ok' | 'group';

export const STATE_SHAPES: Readonly<Record<ItemState, StateShape>> = {
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

const STATE_TONES: Readonly<Partial<Record<ItemState, Tone>>> = { groupReview: 'group', closed: 'ok' };

/** An item that was returned is 整改中 with the sign of the return. */
export function ItemStateSign({ state, returned }: Pick<ItemRow, 'state' | 'returned'>) {
  if (returned)
    return (
      <StateSign shape="returned" tone="danger">
        {ledgerText.returnedSign}
      </StateSign>
    );
  return (
    <StateSign shape={STATE_SHAPES[state]} tone={STATE_TONES[state]}>
      {itemStateWords[state]}
    </StateSign>
  );
}

export function ItemWhose({ whose }: { readonly whose: Whose | null }) {
  const roles = useSession((session) => session.identity?.account?.roles);
  const mine: readonly (string | null)[] = whose === 'group' ? ['member', 'leader'] : [whose];
  return <WhoseChip whose={whose} mine={roles?.some((role) => mine.includes(role)) ?? false} />;
}

export function ItemDue({
  dueOn,
  extendedDueOn,
  daysLeft,
}: Pick<ItemRow, 'dueOn' | 'extendedDueOn' | 'daysLeft'>) {
  return <Due dueOn={extendedDueOn ?? dueOn} originalDueOn={dueOn} daysLeft={daysLeft} />;
}

/** 督办: boxed, so that it is told from the states. */
export function SupervisedSign({
  supervision,
}: {
  readonly supervision: NonNullable<ItemRow['supervision']>;
}) {
  return (
    <span
      className="chip danger rectification-supervised"
      title={ledgerText.supervisedHint(supervision.since, supervision.reason)}
    >
      {ledgerText.supervised}
    </span>
  );
}
