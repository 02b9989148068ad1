import type { Identity } from '../../state/session.ts';

/** The recovery code opens as an administrator who is nobody: without an account. */
export function openedByRecovery(account: Identity['account']): boolean {
  return account === null;
}
