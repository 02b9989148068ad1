import type { AccountRole } from '../../shared/vocabulary/words.ts';

/** Who asks a register to change something; roles were read from the database when the account signed in. */
export interface Actor {
  readonly account: number;
  readonly roles: readonly AccountRole[];
  /** The installation was made with a single account: submitter and approver may be the same. */
  readonly singleAccount: boolean;
}
