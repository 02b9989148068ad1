import { z } from 'zod';
import { procedure, shortText } from './base.ts';

/** Kinds of rows that are counted in a backup and in the books of now. */
export const COUNTED_ROWS = [
  'accounts',
  'units',
  'people',
  'sessions',
  'marks',
  'filings',
  'items',
  'talks',
  'actions',
  'institutions',
  'counters',
  'evaluations',
  'sentBundles',
  'receivedBundles',
] as const;

export type CountedRows = (typeof COUNTED_ROWS)[number];

/** Whose secret opens the backup: that of an administrator as the backup knows them. */
const secret = z.union([
  z.object({ user: shortText, password: z.string().min(1).max(200) }),
  z.object({ recoveryCode: z.string().max(100) }),
]);

export const restoring = {
  /**
   * Puts a backup in the place of the books of now, which are moved aside and never deleted. By an administrator; before
   * signing in only where the ledger cannot be opened. Without `apply` everything is tried on a copy and left as it was.
   * Applied, the ledger is locked, and is opened again with the passwords of the backup.
   */
  restoreBackup: procedure
    .meta({ who: 'anyone' })
    .input(
      z.object({
        /** Name of a backup in the list, or an absolute path: of its folder, or of the database in it. */
        from: z.string().min(1).max(1000),
        secret,
        /** Why, for the history; needed to apply. */
        reason: shortText.optional(),
        /**
         * The highest numbers of the rectification ledger on paper: for a PC where nothing tells what was given after
         * the backup.
         */
        lastNumbers: z
          .array(z.object({ year: z.int().min(1949).max(9999), number: z.int().min(1).max(1_000_000) }))
          .max(8)
          .default([]),
        apply: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        applied: z.boolean(),
        office: z.object({ code: z.string(), name: z.string() }),
        /** When the last write in the backup was made. */
        lastWriteAt: z.string(),
        bytes: z.int(),
        /** `now` is null where the ledger could not be opened. */
        rows: z.array(z.object({ kind: z.enum(COUNTED_ROWS), backup: z.int(), now: z.int().nullable() })),
        /** Writes that this PC knows of and the backup has not; null: nothing here tells how many. */
        missingWrites: z.int().nullable(),
        /** The account period after it, one more than before where writes may be missing. */
        epoch: z.int(),
        newEpoch: z.boolean(),
        /** Numbers of items that were given and are not in the backup: they are not given again. */
        skippedNumbers: z.array(z.object({ year: z.int(), from: z.int(), until: z.int() })),
        /** The folder in the data folder into which the books of now are moved; null where there were none. */
        movedTo: z.string().nullable(),
      }),
    ),
};
