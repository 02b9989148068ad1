import { useSession } from '../../state/session.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { Due, type Whose, WhoseChip } from '../../ui/signs.tsx';
import type { ItemRow } from './rectification-queries.ts';

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
