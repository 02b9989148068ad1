import { z } from 'zod';
import { SENT_STATES } from '../vocabulary/exchange-words.ts';
import { KEPT_STATES } from '../vocabulary/import-outcomes.ts';
import { ACCOUNT_ROLES } from '../vocabulary/words.ts';
import { id, page, procedure } from './base.ts';

const numbers = { epoch: z.int(), sequence: z.int() };

/** One number to one party. */
const sentLine = z.object({
  party: id,
  ...numbers,
  kind: z.string(),
  state: z.enum(SENT_STATES),
  full: z.boolean(),
  asOf: z.string(),
  hash: z.string(),
  /** Null of bundles that were sealed before these were noted. */
  fileName: z.string().nullable(),
  bytes: z.int().nullable(),
  medium: z.string().nullable(),
  sealedAt: z.string(),
  sealedBy: z.string().nullable(),
  writtenAt: z.string().nullable(),
  deliveredAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  /** The file is kept still, and can be written again. */
  kept: z.boolean(),
  /** Why it carries names; null: it does not. */
  namesReason: z.string().nullable(),
});

/** One number of one party, or a stretch of numbers that never came. */
const receivedLine = z.object({
  party: id,
  ...numbers,
  /** The last number of the stretch; the same elsewhere. */
  until: z.int(),
  state: z.enum([...KEPT_STATES, 'missing']),
  /** What it held is in the books by a later bundle. */
  covered: z.boolean(),
  kind: z.string().nullable(),
  full: z.boolean().nullable(),
  asOf: z.string().nullable(),
  hash: z.string().nullable(),
  at: z.string().nullable(),
  /** Of one with names: why, as its sender said, and whether what it held was erased. */
  names: z.object({ reason: z.string(), erased: z.boolean() }).nullable(),
});

const standing = z.object({
  party: id,
  sent: z.object({
    /** The number sealed last, and those of it that have come so far at least; null: none. */
    last: z.int().nullable(),
    written: z.int().nullable(),
    delivered: z.int().nullable(),
    acknowledged: z.int().nullable(),
  }),
  received: z.object({
    /** The number that the books stand on. */
    applied: z.int().nullable(),
    /** How many numbers of the current epoch never came, and which: the last twenty stretches. */
    missing: z.int(),
    gaps: z.array(z.object({ from: z.int(), until: z.int() })),
    superseded: z.int(),
    /** Put aside, and not settled. */
    quarantined: z.int(),
  }),
});

const bundleOf = { sequence: z.int().min(1), epoch: z.int().min(1).optional() };

export const bundleLedger = {
  /** How the exchange with each party stands, in both directions; by the numbers of the current epochs. */
  ledger: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ party: id.optional() }).default({}))
    .output(z.array(standing)),
  /** What was sent, number by number, newest first. */
  ledgerSent: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ party: id.optional(), unacknowledged: z.boolean().default(false), ...page }))
    .output(z.object({ total: z.int(), lines: z.array(sentLine) })),
  /** What was received, number by number, with the numbers that never came; newest first. */
  ledgerReceived: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ party: id.optional(), ...page }))
    .output(z.object({ total: z.int(), lines: z.array(receivedLine) })),

  /** What the paper says that confirms a bundle of a sender to it; only who opened the bundle knows the code. */
  receipt: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ sender: id, ...bundleOf }))
    .output(
      z.object({
        sender: z.object({ id, code: z.string(), name: z.string() }),
        recipient: z.object({ id, code: z.string(), name: z.string() }),
        ...numbers,
        kind: z.string(),
        full: z.boolean(),
        asOf: z.string(),
        sealedAt: z.string(),
        receivedAt: z.string(),
        state: z.enum(KEPT_STATES),
        hash: z.string(),
        rows: z.int(),
        /** `XXXX-XXXX` */
        code: z.string(),
      }),
    ),
  /** The code of the paper, typed in: the bundle has been delivered. What the next one begins with stays. */
  enterReceipt: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(z.object({ recipient: id, ...bundleOf, code: z.string().trim().min(1).max(40) }))
    .output(z.object({ recipient: id, ...numbers, deliveredAt: z.string() })),
};
