import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';

/** What an office writes down of a session, in the words of the contract. */
export type SessionFields = Given<typeof study.createSession>;
