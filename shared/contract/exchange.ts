import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { KEPT_STATES } from '../vocabulary/import-outcomes.ts';
import { KEY_MESSAGES, KEY_ORIGINS, KEY_RECORDS } from '../vocabulary/key-origins.ts';
import { PARTY_RELATIONS } from '../vocabulary/party-relations.ts';
import { ACCOUNT_ROLES, INSTALLATION_ROLES } from '../vocabulary/words.ts';
import { calendarDate, fileContent, fileName, id, longText, page, procedure, shortText } from './base.ts';
import { bundleLedger } from './bundle-ledger.ts';
import { bundleRow } from './bundle-rows.ts';
import { feedback } from './feedback.ts';
import { importDesk } from './import-desk.ts';
import { namedBundles } from './named-bundles.ts';
import { exportPreview, namesReason, withNames } from './periods.ts';
import { places } from './places.ts';

const file = z.object({ fileName, content: fileContent });
const counts = z.record(z.string(), z.int());

const party = z.object({
  officeId: id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(INSTALLATION_ROLES),
  demo: z.boolean(),
  fingerprint: z.string(),
});

/** A bundle of the sender: epoch counter, then number. */
const position = z.object({ epoch: z.int().min(1), sequence: z.int().min(1) });

const pinnedParty = party.extend({
  /** How many keys of it were pinned, one after another. */
  generation: z.int(),
  /** Null: two groups of which nobody has said which is above, or two offices; nothing is exchanged with it. */
  relation: z.enum(PARTY_RELATIONS).nullable(),
  how: z.enum(KEY_ORIGINS),
  pinnedAt: z.string(),
  pinnedBy: z.string().nullable(),
  /** From which of its numbers on nothing counts any more that these keys signed. */
  revoked: position.extend({ reason: z.string() }).nullable(),
});

/** With how many of its bundles stand in the books that its key, as was learnt only now, was not good for. */
const pinnedAnew = pinnedParty.extend({ standing: z.int() });

const keyRecord = z.object({
  party: z.string(),
  name: z.string(),
  kind: z.enum(KEY_RECORDS),
  from: position,
  at: z.string(),
  heard: z.boolean(),
  fileName: z.string(),
  content: z.string(),
});

const newKeys = z.object({
  number: z.int(),
  fingerprint: z.string(),
  /** The backup that was made at once; null when it could not be, with the error code. */
  backup: z.string().nullable(),
  backupProblem: z.string().nullable(),
});

export const exchange = {
  ...places,
  ...bundleLedger,
  ...importDesk,
  ...namedBundles,
  ...exportPreview,
  ...feedback,
  ownKeys: procedure
    .meta({ who: 'signedIn' })
    .output(file.extend({ fingerprint: z.string(), number: z.int(), createdAt: z.string() })),
  /** What a file about keys says, for the comparison on paper; nothing is written. */
  readKeys: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ content: z.string().max(100_000) }))
    .output(
      party.extend({
        says: z.enum(KEY_MESSAGES),
        /** rotation, revocation: the first number that it speaks of */
        from: position.nullable(),
        reason: z.string().nullable(),
        /** keys: these are in force; a record: it is known already */
        trusted: z.boolean(),
        /** Other keys of this office are in force, which fall when these are pinned. */
        replaces: z.boolean(),
      }),
    ),
  /**
   * Pins another office's public keys after the fingerprint was compared on paper; or takes up what its keys in
   * force have signed: a rotation, a revocation.
   */
  trust: procedure
    .meta({ who: ['administrator'] })
    .input(
      z.object({
        content: z.string().max(100_000),
        /** Groups of the fingerprint as typed from the other side's paper. */
        compared: z
          .array(z.object({ group: z.int().min(1).max(8), digits: z.string().regex(/^[0-9]{5}$/) }))
          .max(8)
          .optional(),
        /** Why what the office has sent until now is closed: it lost its keys, or its books. */
        reason: longText.optional(),
        /** The office, known under this id, that was set up anew with these keys. */
        succeeds: id.optional(),
        /** What it is to us; has to be said between two groups, the others know. */
        as: z.enum(PARTY_RELATIONS).optional(),
      }),
    )
    .output(pinnedAnew),
  parties: procedure.meta({ who: 'signedIn' }).output(z.array(pinnedParty)),
  /** By hand, after speaking to the other side: its keys in force are good no more, from after the last applied. */
  revokeParty: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ office: id, from: position.optional(), reason: longText }))
    .output(pinnedAnew),
  /** New keys that those in use sign for; a backup is made at once. */
  rotateKeys: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ reason: longText }))
    .output(newKeys),
  /** The keys in use were lost or stolen: they fall, and new ones need a ceremony; a backup is made at once. */
  revokeKeys: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ reason: shortText }))
    .output(newKeys),
  /**
   * The keys that the parties know are gone: new ones, which need a ceremony, and a new epoch; a backup is made at
   * once.
   */
  replaceKeys: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ reason: longText }))
    .output(newKeys),
  /** What was signed about the own keys, as a file for each party; the newest first. */
  keyRecords: procedure.meta({ who: 'signedIn' }).output(z.array(keyRecord)),

  exportBundle: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(
      z.object({
        /** Whom it is for; may be left out when only one party is trusted. */
        recipient: id.optional(),
        full: z.boolean().default(false),
        asOf: calendarDate.optional(),
        /** 零报告: says that nothing has changed; refused where something has. */
        nil: z.boolean().default(false),
        withNames,
        /** Why names leave; has to be said with `withNames`, and stands in the bundle. */
        namesReason: namesReason.optional(),
      }),
    )
    .output(
      file.extend({
        kind: z.string(),
        recipient: id,
        sequence: z.int(),
        full: z.boolean(),
        baseRev: z.int(),
        headRev: z.int(),
        counts,
        hash: z.string(),
        bytes: z.int(),
      }),
    ),
  importBundles: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(
      z.object({
        files: z.array(file).min(1).max(500),
        apply: z.boolean().default(false),
        /** Why numbered items that a sender lost with its old epoch may go; by the leader or an administrator. */
        dropReason: longText.optional(),
      }),
    )
    .output(z.object({ applied: z.boolean(), bundles: z.array(bundleRow) })),
  /**
   * Reports as files for a PostgreSQL database, in stretches; nothing is written here. `applicable` in a line says
   * that the rows of the bundle are in the files. Register rows leave the encrypted file: who may is as for `dump`.
   */
  load: procedure
    .meta({ who: ['leader'], at: 'group' })
    .input(z.object({ files: z.array(file).min(1).max(5000) }))
    .output(
      eventIterator(
        z.union([z.object({ file: fileName, text: z.string() }), z.object({ bundle: bundleRow })]),
      ),
    ),
  /** After a FORK was cleared up with the other side: its bundles are laid aside and the chain goes on. */
  settleFork: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ office: id, reason: longText }))
    .output(z.object({ settled: z.int() })),
  sent: procedure
    .meta({ who: 'signedIn' })
    .input(
      z.object({
        /** Of each recipient the last one, where it has not been acknowledged: those that the work list counts. */
        unacknowledged: z.boolean().default(false),
        ...page,
      }),
    )
    .output(
      z.object({
        total: z.int(),
        bundles: z.array(
          z.object({
            recipient: id,
            kind: z.string(),
            epoch: z.int(),
            sequence: z.int(),
            baseRev: z.int(),
            headRev: z.int(),
            hash: z.string(),
            createdAt: z.string(),
            acknowledgedAt: z.string().nullable(),
          }),
        ),
      }),
    ),
  received: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ ...page }))
    .output(
      z.array(
        z.object({
          sender: id,
          kind: z.string(),
          epoch: z.int(),
          sequence: z.int(),
          baseRev: z.int(),
          headRev: z.int(),
          hash: z.string(),
          state: z.enum(KEPT_STATES),
          at: z.string(),
        }),
      ),
    ),

  /** Every register with names, for a recorded reason; as tables of plain values. */
  dump: procedure
    .meta({ who: ['reviewer', 'leader'] })
    .input(z.object({ reason: longText }))
    .output(
      z.object({
        registers: z.array(
          z.object({
            name: z.string(),
            columns: z.array(z.string()),
            rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
          }),
        ),
      }),
    ),
};
