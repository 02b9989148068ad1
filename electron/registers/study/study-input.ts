import type { z } from 'zod';
import type { study } from '../../../shared/contract/study.ts';

/** A procedure's input as its schema leaves it: checked, with defaults filled in. */
export type StudyInput<Name extends keyof typeof study> = z.output<
  NonNullable<(typeof study)[Name]['~orpc']['inputSchema']>
>;

/** What an office writes down of a session, in the words of the contract. */
export type SessionFields = StudyInput<'createSession'>;
