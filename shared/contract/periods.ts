import { z } from 'zod';
import { EXPORT_REASONS, PERIOD_STATES, RHYTHMS } from '../vocabulary/period-words.ts';
import { ACCOUNT_ROLES } from '../vocabulary/words.ts';
import { calendarDate, id, longText, page, procedure, readableText, rev, rowVersion } from './base.ts';

const rhythm = z.object({
  kind: z.enum(RHYTHMS),
  /** Days after a period's last one on which its bundle still is on time. */
  graceDays: z.int().min(0).max(31),
});

const span = z.object({
  /** Null: every day until then. */
  from: z.string().nullable(),
  until: z.string(),
});

const period = span.extend({
  id,
  rev,
  /** Nothing that leaves had changed when it was reported. */
  nil: z.boolean(),
  state: z.enum(PERIOD_STATES),
  closedOn: z.string().nullable(),
  /** The day on which a bundle first spoke of it. */
  statedOn: z.string().nullable(),
  /** The last closing or reopening; null where there was none. */
  last: z
    .object({ move: z.string(), on: z.string(), reason: z.string().nullable(), by: z.string().nullable() })
    .nullable(),
});

export const periods = {
  list: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: z.string().max(64).optional(), ...page }))
    .output(
      z.object({
        total: z.int(),
        rhythm,
        /** The last day that is closed, and from which on nothing is. */
        closedUntil: z.string().nullable(),
        /** Days that may be closed now, the earliest first: ends of periods that are over, and today. */
        closable: z.array(z.string()),
        /** The latest first. */
        periods: z.array(period),
      }),
    ),
  /** What would be closed, and what is unfinished in it: it cannot go on while the days are closed. */
  closing: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ until: calendarDate }))
    .output(span.extend({ sessions: z.int(), filings: z.int() })),
  /** Every day up to that one, reopened ones too. */
  close: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ until: calendarDate }))
    .output(rowVersion),
  reopen: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ id, rev, reason: longText }))
    .output(rowVersion),
  setRhythm: procedure
    .meta({ who: ['reviewer', 'leader', 'administrator'] })
    .input(rhythm)
    .output(rhythm),
};

/** A named list in place of what is in the books; by a reviewer. It can never be taken back. */
export const withNames = z.boolean().default(false);

/** One line, for it stands in the manifest. */
export const namesReason = readableText(200).refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));

/** Part of `exchange`. */
export const exportPreview = {
  /** What a bundle sealed now would hold; nothing is written. */
  exportPreview: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(
      z.object({
        /** As for `exportBundle`. */
        recipient: id.optional(),
        full: z.boolean().default(false),
        asOf: calendarDate.optional(),
        withNames,
      }),
    )
    .output(
      z.object({
        kind: z.string(),
        recipient: id,
        sequence: z.int(),
        full: z.boolean(),
        why: z.enum(EXPORT_REASONS),
        /** The bundle that the recipient has countersigned last: what changed since then leaves. */
        since: z.object({ sequence: z.int(), on: z.string() }).nullable(),
        /** By table, those that have rows; `rankCheck` is not among them. added + changed + deleted = rows. */
        tables: z.array(
          z.object({
            table: z.string(),
            rows: z.int(),
            /** Null where the base did not keep how many rows there were: they count as changed. */
            added: z.int().nullable(),
            changed: z.int(),
            deleted: z.int(),
          }),
        ),
        rows: z.int(),
        /** Of the sealed file. */
        bytes: z.int(),
        /** Nothing that leaves has changed since the last bundle: a nil report may be made of it. */
        mayBeNil: z.boolean(),
        /** The period that it speaks of; null at a group. */
        period: span.extend({ nil: z.boolean(), closed: z.boolean() }).nullable(),
      }),
    ),
};
