import type { InstallationRole } from '../../../shared/vocabulary/words.ts';

/** What was answered in the steps before the ledger is made; no password among it. */
export interface SetupAnswers {
  readonly role: InstallationRole;
  readonly demo: boolean;
  readonly singleAccount: boolean;
  readonly name: string;
  readonly code: string;
  readonly preset: string;
  readonly user: string;
}

export const NO_ANSWERS: SetupAnswers = {
  role: 'office',
  demo: false,
  singleAccount: false,
  name: '',
  code: '',
  preset: '2021',
  user: '',
};
