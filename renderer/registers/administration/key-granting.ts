import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import type { RegisterKey } from './administration-queries.ts';

type Holder = RegisterKey['accounts'][number];

interface Granter {
  readonly held: boolean;
  readonly byRecovery: boolean;
  readonly roles: readonly AccountRole[];
}

/** To whom the one at the desk can grant the register key; the core decides the same once more. */
export function grantable(
  { held, byRecovery, roles }: Granter,
  accounts: readonly Holder[],
): readonly Holder[] {
  const waiting = held ? accounts.filter(({ holds, ready }) => ready && !holds) : [];
  if (byRecovery || roles.includes('reviewer')) return waiting;
  const reviewerHolds = accounts.some((one) => one.holds && isReviewer(one));
  return roles.includes('clerk') && !reviewerHolds ? waiting.filter(isReviewer) : [];
}

function isReviewer({ roles }: Holder): boolean {
  return roles.includes('reviewer');
}
