import { useSession } from '../../state/session.ts';
import { FirstAccount } from './first-account.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import type { SetupAnswers } from './setup-page.tsx';

interface SetupAccountsProps {
  readonly answers: SetupAnswers;
  readonly onMade: (recoveryCode: string) => void;
  readonly onNext: () => void;
  readonly onBack: (() => void) | undefined;
}

/** The administrator first, with whom the ledger is made; then the others. */
export function SetupAccounts({ answers, onMade, onNext, onBack }: SetupAccountsProps) {
  const identity = useSession((session) => session.identity);
  if (!identity) return <FirstAccount answers={answers} onMade={onMade} onBack={onBack} />;
  return <OtherAccounts role={identity.role} singleAccount={identity.singleAccount} onNext={onNext} />;
}
