import { z } from 'zod';
import { KEPT_STATES, TURNED_AWAY_CODES, UNDO_OBSTACLES } from '../vocabulary/import-outcomes.ts';
import { ACCOUNT_ROLES } from '../vocabulary/words.ts';
import { fileName, id, longText, procedure } from './base.ts';
import { bundleRow } from './bundle-rows.ts';
import { folderPath } from './places.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A bundle that was kept, as the quarantine tells it. */
const keptBundle = z.object({
  hash,
  epoch: z.int(),
  sequence: z.int(),
  full: z.boolean(),
  asOf: z.string(),
  /** The sender's revision that it reaches. */
  headRev: z.int(),
  /** How many rows it brings; null when the kept file cannot be opened any more. */
  rows: z.int().nullable(),
  state: z.enum(KEPT_STATES),
  receivedAt: z.string(),
  receivedBy: z.string().nullable(),
});

const sender = { sender: id, code: z.string(), name: z.string() };

const fork = z.object({
  ...sender,
  /** The last number that both branches have; null: they have nothing in common. */
  ancestor: z.object({ epoch: z.int(), sequence: z.int() }).nullable(),
  /** What stands in the books since then, in its order. */
  standing: z.array(keptBundle),
  /** What was put aside. */
  other: z.array(keptBundle),
  /** The error code that says why the branch put aside cannot be taken in place of the one that stands; null: it can. */
  why: z.string().nullable(),
});

const fallen = z.object({ ...sender, ...keptBundle.shape, because: z.string().nullable() });

const turnedAway = z.object({
  hash,
  fileName: z.string(),
  code: z.enum(TURNED_AWAY_CODES),
  /** What the file says of its sender; nobody vouches for it. */
  claims: z.object({ code: z.string(), name: z.string(), sequence: z.int() }).nullable(),
  at: z.string(),
  by: z.string().nullable(),
});

const doneWith = z.object({
  hash,
  /** Of a file that was turned away; of a bundle its office and number. */
  fileName: z.string().nullable(),
  sender: z.string().nullable(),
  sequence: z.int().nullable(),
  /** revoked, or the code of a file that could not be opened */
  what: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  reason: z.string(),
});

export const importDesk = {
  /**
   * As `importBundles`, of the bundle files that lie in a folder of this PC or of a medium; or of those of them that
   * are named. They are read one office at a time.
   */
  importFolder: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(
      z.object({
        path: folderPath,
        names: z.array(fileName).min(1).max(500).optional(),
        apply: z.boolean().default(false),
        dropReason: longText.optional(),
      }),
    )
    .output(
      z.object({
        applied: z.boolean(),
        bundles: z.array(bundleRow),
        /** Files of the folder that do not call themselves bundles, and bundles beyond the 500th; neither was read. */
        others: z.int(),
        beyond: z.int(),
      }),
    ),
  /** Of each sender the bundle that the books stand on, and whether its import can be taken back. */
  undoableImports: procedure.meta({ who: 'signedIn', at: 'group' }).output(
    z.array(
      z.object({
        ...sender,
        epoch: z.int(),
        sequence: z.int(),
        asOf: z.string(),
        receivedAt: z.string(),
        /** Why it cannot be; null: it can. */
        why: z.enum(UNDO_OBSTACLES).nullable(),
      }),
    ),
  ),
  /** Takes the import of the sender's last bundle back as one step: the books are as they were before it. */
  undoImport: procedure
    .meta({ who: ACCOUNT_ROLES, at: 'group' })
    .input(z.object({ sender: id, sequence: z.int().min(1) }))
    .output(z.object({ sender: id, sequence: z.int(), rows: z.int() })),

  /** Everything that was put aside or sent away and that waits for somebody. */
  quarantine: procedure.meta({ who: 'signedIn' }).output(
    z.object({
      forks: z.array(fork),
      fallen: z.array(fallen),
      turnedAway: z.array(turnedAway),
      /** What was laid aside of late with a reason, newest first. */
      doneWith: z.array(doneWith),
    }),
  ),
  /**
   * Takes the books back to where the branches part and takes in the branch that was put aside, from the kept files;
   * what stood until now is laid aside.
   */
  chooseBranch: procedure
    .meta({ who: ['administrator'], at: 'group' })
    .input(z.object({ office: id, reason: longText, dropReason: longText.nullish() }))
    .output(z.object({ takenBack: z.int(), applied: z.int() })),
  /** Nobody waits any more for a file that was turned away, or was kept as evidence of a fallen key. */
  layAside: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ hash, reason: longText }))
    .output(z.object({ hash })),
};
