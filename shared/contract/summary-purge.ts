import { z } from 'zod';
import { procedure } from './base.ts';

export const summaryPurge = {
  /**
   * Erases summaries of ended rounds, once the day set by `office.setRetention` has come; the program does the same
   * by itself at every sign-in. Backups made before still hold them.
   */
  purgeSummaries: procedure
    .meta({ who: ['administrator'], at: 'office' })
    .output(z.object({ purged: z.int(), left: z.int() })),
  /** What was erased and when, the newest first. */
  purges: procedure.meta({ who: ['administrator', 'reviewer'], at: 'office' }).output(
    z.array(
      z.object({
        at: z.string(),
        /** Null: the program by itself. */
        by: z.string().nullable(),
        /** The administrator's day. */
        purgeOn: z.string(),
        /** Summaries counted in the same transaction. */
        before: z.int(),
        after: z.int(),
        /** When the freed bytes were cleared from the file; null: not yet. */
        scrubbedAt: z.string().nullable(),
      }),
    ),
  ),
};
