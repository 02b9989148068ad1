import { z } from 'zod';
import { ITEM_STATES, MATTER_KINDS, WHOSE } from '../vocabulary/words.ts';
import { id, page, procedure } from './base.ts';

/** The nouns under whose pages matters stand. */
const register = z.enum([
  'personnel',
  'study',
  'selfInspection',
  'rectification',
  'actions',
  'evaluation',
  'weeklyReports',
  'exchange',
]);

export const workList = {
  /**
   * What waits, by kind and by who must act next: every matter once. Each count is the total of the list that
   * its kind names. Administrators are told of bundles only.
   */
  matters: procedure.meta({ who: 'signedIn' }).output(
    z.object({
      asOf: z.string(),
      matters: z.array(
        z.object({
          kind: z.enum(MATTER_KINDS),
          register,
          whose: z.enum(WHOSE),
          /** The signed-in account is one of those who may act. */
          mine: z.boolean(),
          /** Of filings the round: its list shows one round at a time. */
          round: z.object({ id, name: z.string() }).nullable(),
          count: z.int(),
        }),
      ),
    }),
  ),
  /** Rectification items whose move is the signed-in account's, the most urgent first. */
  mine: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ only: z.enum(['urgent', 'returned']).optional(), ...page }))
    .output(
      z.object({
        total: z.int(),
        rows: z.array(
          z.object({
            id,
            number: z.string().nullable(),
            subject: z.string(),
            unitName: z.string().nullable(),
            dueOn: z.string().nullable(),
            originalDueOn: z.string().nullable(),
            daysLeft: z.int().nullable(),
            returned: z.boolean(),
            state: z.enum(ITEM_STATES),
          }),
        ),
      }),
    ),
};
