import { z } from 'zod';
import { BUNDLE_OUTCOMES } from '../vocabulary/import-outcomes.ts';
import { feedbackLine } from './feedback.ts';

/** What a rehearsal or an import says of one file. */
export const bundleRow = z.object({
  fileName: z.string(),
  /** Null when the file could not be opened: then `problem` says why. */
  office: z.string().nullable(),
  /** The sender's id, with the name under which it was pinned. */
  sender: z.string().nullable(),
  name: z.string().nullable(),
  kind: z.string().nullable(),
  sequence: z.int().nullable(),
  full: z.boolean().nullable(),
  /** The period that it states: up to this day, from that day where it says so. */
  asOf: z.string().nullable(),
  from: z.string().nullable(),
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
  /** Of a report: rows of our own feedback that we had lost and that it gave back. */
  regained: z.int(),
  /** Of a sender's new epoch: rows that stood in the books and that it no longer has. */
  dropped: z.int(),
  /** The campaign whose books close with it, because the sender has begun another. */
  closes: z.string().nullable(),
  /** Feedback, row by row: the first 500. */
  feedback: z.array(feedbackLine).readonly(),
});
