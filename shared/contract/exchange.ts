import { z } from 'zod';
import { BUNDLE_OUTCOMES, KEPT_STATES } from '../vocabulary/import-outcomes.ts';
import { ACCOUNT_ROLES, FEEDBACK_KINDS, FEEDBACK_STATES, INSTALLATION_ROLES } from '../vocabulary/words.ts';
import { calendarDate, fileContent, fileName, id, longText, page, procedure, shortText } from './base.ts';

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

const bundleRow = z.object({
  fileName: z.string(),
  /** Null when the file could not be opened: then `problem` says why. */
  office: z.string().nullable(),
  kind: z.string().nullable(),
  sequence: z.int().nullable(),
  outcome: z.enum(BUNDLE_OUTCOMES),
  problem: z.string().nullable(),
  /** early: the sequence number that is waited for. */
  waitsFor: z.int().nullable(),
  baseRev: z.int().nullable(),
  headRev: z.int().nullable(),
  /** added + changed + unchanged + withheld + refused = total. */
  total: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  withheld: z.int(),
  refused: z.int(),
  /** Feedback rows that no longer fit the item they speak of; kept, shown, and reported back. */
  notApplicable: z.int(),
  /** Of a sender's new epoch: rows that stood in the books and that it no longer has. */
  dropped: z.int(),
});

const feedbackRow = z.object({
  id,
  office: id,
  kind: z.enum(FEEDBACK_KINDS),
  subject: z.string().nullable(),
  state: z.enum(FEEDBACK_STATES),
  problem: z.string().nullable(),
  reason: z.string().nullable(),
  /** Why an office could not take it up. */
  outcome: z.string().nullable(),
  at: z.string(),
});

export const exchange = {
  ownKeys: procedure.meta({ who: 'signedIn' }).output(file.extend({ fingerprint: z.string() })),
  /** What a key file says of its office, for the comparison on paper; nothing is written. */
  readKeys: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ content: z.string().max(100_000) }))
    .output(party.extend({ trusted: z.boolean() })),
  /** Pins another office's public keys after the fingerprint was compared on paper. */
  trust: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ content: z.string().max(100_000) }))
    .output(party),
  parties: procedure.meta({ who: 'signedIn' }).output(z.array(party)),

  exportBundle: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(
      z.object({
        /** Whom it is for; may be left out when only one party is trusted. */
        recipient: id.optional(),
        full: z.boolean().default(false),
        asOf: calendarDate.optional(),
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

  /** A member drafts; nothing leaves before the leader has released it. */
  draftFeedback: procedure
    .meta({ who: ['member'], at: 'group' })
    .input(
      z.object({
        office: id,
        kind: z.enum(FEEDBACK_KINDS),
        /** The rectification item spoken of, the session for `orderRework`; not for kind `item`. */
        subject: id.optional(),
        category: shortText.optional(),
        problem: longText.optional(),
        dueOn: calendarDate.optional(),
        reason: longText.optional(),
      }),
    )
    .output(feedbackRow),
  releaseFeedback: procedure
    .meta({ who: ['leader'], at: 'group' })
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ released: z.int() })),
  feedback: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: id.optional(), state: z.enum(FEEDBACK_STATES).optional(), ...page }))
    .output(z.object({ total: z.int(), feedback: z.array(feedbackRow) })),

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
