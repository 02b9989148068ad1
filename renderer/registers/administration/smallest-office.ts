import type { AccountRole, InstallationRole } from '../../../shared/vocabulary/words.ts';

/** The roles that an account of this kind of installation can have, in the order in which they are needed. */
export const ROLES: Readonly<Record<InstallationRole, readonly AccountRole[]>> = {
  office: ['clerk', 'reviewer', 'administrator'],
  group: ['member', 'leader', 'administrator'],
};

interface RoleHolder {
  readonly roles: readonly AccountRole[];
  readonly disabled: boolean;
}

/** Of the roles without which the registers cannot be kept, those that nobody has yet. */
export function missingRoles(
  installation: InstallationRole,
  accounts: readonly RoleHolder[],
): readonly AccountRole[] {
  const held = new Set(accounts.filter(({ disabled }) => !disabled).flatMap(({ roles }) => roles));
  return ROLES[installation].filter((role) => !held.has(role));
}
