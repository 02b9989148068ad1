import { useIdentity, useMay } from '../../state/session.ts';

/** Whether the account gives packs out and takes them in now: a clerk, in a ledger that can be written. */
export function useMayKeepPacks(): boolean {
  const isClerk = useMay('clerk');
  const { role, readOnlyBecause } = useIdentity();
  return isClerk && role === 'office' && readOnlyBecause === null;
}
