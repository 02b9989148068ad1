import { useIdentity, useMay } from '../../state/session.ts';

/** Whether the account changes the roster now: a clerk, in a ledger that can be written. */
export function useMayKeepRoster(): boolean {
  const isClerk = useMay('clerk');
  const { role, readOnlyBecause } = useIdentity();
  return isClerk && role === 'office' && readOnlyBecause === null;
}
