import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { AccountRole, Whose } from '../../shared/vocabulary/words.ts';

/** Who asks a register to change something; roles were read from the database when the account signed in. */
export interface Actor {
  readonly account: number;
  readonly roles: readonly AccountRole[];
  /** The installation was made with a single account: submitter and approver may be the same. */
  readonly singleAccount: boolean;
}

/** Who asks for a list, of which office, and on what day. */
export interface Asking {
  readonly office: number;
  readonly today: CalendarDate;
  readonly actor: Actor;
}

const WHOSE_ROLES: Readonly<Partial<Record<AccountRole, Whose>>> = {
  clerk: 'clerk',
  reviewer: 'reviewer',
  // a leader releases what a member has drafted
  member: 'group',
};

/** The moves that are an account's, by its roles. */
export function whoseMoves(roles: readonly AccountRole[]): Whose[] {
  return [...new Set(roles.flatMap((role) => WHOSE_ROLES[role] ?? []))];
}
