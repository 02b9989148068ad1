import { z } from 'zod';
import { FOLLOW_UP_KINDS, ITEM_EVENTS, ITEM_FIGURES_BY, ITEM_MOVES } from '../vocabulary/words.ts';
import {
  calendarDate,
  figure,
  id,
  longText,
  page,
  procedure,
  REGISTER_READERS,
  rev,
  shortText,
} from './base.ts';

/** What was done to an item, told by what it changed. */
const event = z.object({
  event: z.enum(ITEM_EVENTS),
  /** The business day. */
  on: z.string(),
  at: z.string(),
  /** The account's name; null for the program, another office's accounts, and what a group ordered. */
  by: z.string().nullable(),
  /** Of a move: which one, and between which states. */
  move: z.enum(ITEM_MOVES).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Of a move or a supervision its reason, of a follow-up its text. */
  text: z.string().nullable(),
  followUp: z.enum(FOLLOW_UP_KINDS).nullable(),
  /** Of a supervision: begun or ended. */
  isOn: z.boolean().nullable(),
  /** Of an edit or an extension: fields as before and after; codes of words, names of units and categories' ids. */
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});

const figures = z.object({
  rectificationCompletion: figure,
  closureRate: figure,
  onTimeRate: figure,
  onTimeRateExtended: figure,
  reworkRate: figure,
});

export const itemTables = {
  /** Everything that was done to one item, the latest first. */
  history: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id, ...page }))
    .output(z.object({ total: z.int(), events: z.array(event) })),

  /** The log of progress and of supervision of one item, the latest first. */
  followUps: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ item: id, kind: z.enum(FOLLOW_UP_KINDS).optional(), ...page }))
    .output(
      z.object({
        total: z.int(),
        followUps: z.array(
          z.object({
            id,
            kind: z.enum(FOLLOW_UP_KINDS),
            on: z.string(),
            text: z.string(),
            /** Of supervision: the day on which to ask again. */
            nextOn: z.string().nullable(),
            at: z.string(),
            by: z.string().nullable(),
          }),
        ),
      }),
    ),
  /** Progress is the clerk's to write and the reviewer's; supervision the reviewer's, of an item under supervision. */
  addFollowUp: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        item: id,
        kind: z.enum(FOLLOW_UP_KINDS).default('progress'),
        text: longText,
        /** Today unless given, never after today. */
        on: calendarDate.optional(),
        /** supervision: the day on which to ask again; none: it is not asked again by itself. */
        nextOn: calendarDate.optional(),
      }),
    )
    .output(z.object({ id })),

  /**
   * The figures of the ledger as of a day under today's knowledge, by row; the rows' numerators and denominators add up
   * to those of `all`. Rows: units in their order (null: none yet), sources and categories in the order of their lists.
   */
  figures: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({ office: id.optional(), asOf: calendarDate, by: z.enum(ITEM_FIGURES_BY).default('all') }),
    )
    .output(
      z.object({
        asOf: z.string(),
        rows: z.array(
          z.object({
            /** A unit's or category's id, a source; null: none, or of `all`. */
            key: z.string().nullable(),
            /** A unit's name. */
            name: z.string().nullable(),
            /** Items of the figures' denominator: all but 草稿, 合并, 中止, 作废. */
            counted: z.int(),
            closed: z.int(),
            groupReview: z.int(),
            longTerm: z.int(),
            /** counted − closed − groupReview − longTerm */
            open: z.int(),
            figures,
          }),
        ),
      }),
    ),

  /**
   * 销号进度: how the ledger stood at the end of each day (or of every seventh, `until` always the last), read off the
   * dated moves under today's knowledge. listed = open + closed + aside: 作废 and 合并 stand in none of them; aside are
   * 长期坚持 and 中止; 待市级复核 is open still.
   */
  burnDown: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        /** 400 points at most, else `invalid_input`. */
        from: calendarDate,
        until: calendarDate,
        step: z.enum(['day', 'week']).default('day'),
      }),
    )
    .output(
      z.object({
        points: z.array(
          z.object({ on: z.string(), listed: z.int(), open: z.int(), closed: z.int(), aside: z.int() }),
        ),
      }),
    ),

  /** The day that is `workingDays` working days after `from`, which is not counted itself. */
  dueDay: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ from: calendarDate, workingDays: z.int().min(1).max(1000) }))
    .output(
      z.object({
        dueOn: z.string(),
        /** Years passed through of which no calendar is known: in these every Monday to Friday was counted. */
        unknownYears: z.array(z.int()),
      }),
    ),
  /** The holiday calendar in force, year by year. */
  holidays: procedure.meta({ who: 'signedIn' }).output(
    z.object({
      years: z.array(
        z.object({
          year: z.int(),
          /** Days off beside Saturdays and Sundays, or on them; make-up working days on a Saturday or Sunday. */
          daysOff: z.array(z.string()),
          workdays: z.array(z.string()),
          /** The notice that it follows. */
          basis: z.string(),
          /** The office's own, which stands in place of the shipped one; null: the shipped one holds. */
          own: z.object({ id, rev, at: z.string(), by: z.string().nullable() }).nullable(),
        }),
      ),
    }),
  ),
  /**
   * One year's calendar of the office's own in place of the shipped one, or null: the shipped one holds again. Dates
   * that are already set do not move. `rev`: of the own calendar as it was seen, 0 where there was none.
   */
  setHolidays: procedure
    .meta({ who: ['reviewer', 'administrator'], at: 'office' })
    .input(
      z.object({
        year: z.int().min(2000).max(2099),
        rev,
        calendar: z
          .object({
            daysOff: z.array(calendarDate).max(366),
            workdays: z.array(calendarDate).max(366),
            basis: shortText,
          })
          .nullable(),
      }),
    )
    .output(z.object({ rev })),
};
