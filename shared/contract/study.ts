import { z } from 'zod';
import {
  EDUCATION_TYPES,
  MAKEUP_MOVES,
  MAKEUPS,
  MARKS,
  SESSION_FORMS,
  SESSION_MOVES,
  SESSION_STATES,
} from '../vocabulary/words.ts';
import {
  calendarDate,
  id,
  longText,
  page,
  procedure,
  REGISTER_READERS,
  rev,
  rowVersion,
  shortText,
} from './base.ts';

const expected = z.union([
  /** Everybody counted in these units and their sub-units on the session's day; an empty list means all. */
  z.object({ units: z.array(id).max(5000) }),
  z.object({ people: z.array(id).min(1).max(50_000) }),
]);

/** hh:mm, 00:00 to 23:59 */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const sessionFields = {
  title: shortText,
  phase: z.string().max(64).nullable().default(null),
  types: z.array(z.enum(EDUCATION_TYPES)).default([]),
  form: z.enum(SESSION_FORMS).nullable().default(null),
  action: z.string().max(64).nullable().default(null),
  day: calendarDate.nullable().default(null),
  startsAt: timeOfDay.nullable().default(null),
  endsAt: timeOfDay.nullable().default(null),
  venues: z.array(shortText).max(20).default([]),
  chair: shortText.nullable().default(null),
  batch: shortText.nullable().default(null),
  mandatory: z.boolean().default(true),
  materialNumber: shortText.nullable().default(null),
  expected: expected.default({ units: [] }),
};

const attendanceSums = z.object({
  expected: z.int(),
  /** 应到: expected − 免到 = present + onLeave + absent + unmarked. */
  due: z.int(),
  present: z.int(),
  onLeave: z.int(),
  absent: z.int(),
  exempt: z.int(),
  unmarked: z.int(),
  makeupPending: z.int(),
  makeupDone: z.int(),
  makeupConfirmed: z.int(),
  makeupWaived: z.int(),
});

const session = z.object({
  id,
  rev,
  ...sessionFields,
  day: z.string().nullable(),
  state: z.enum(SESSION_STATES),
  sums: attendanceSums,
});

const attendanceRow = z.object({
  person: id,
  name: z.string().nullable(),
  unit: id,
  unitName: z.string(),
  rev,
  mark: z.enum(MARKS),
  reason: z.string().nullable(),
  makeup: z.enum(MAKEUPS),
  makeupOn: z.string().nullable(),
  makeupDocument: z.string().nullable(),
});

export const study = {
  sessions: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        state: z.enum(SESSION_STATES).optional(),
        from: calendarDate.optional(),
        until: calendarDate.optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), sessions: z.array(session) })),
  session: procedure.meta({ who: REGISTER_READERS }).input(z.object({ id })).output(session),
  createSession: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object(sessionFields))
    .output(rowVersion),
  updateSession: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ id, rev, ...sessionFields }))
    .output(rowVersion),
  moveSession: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, move: z.enum(SESSION_MOVES), reason: longText.optional() }))
    .output(rowVersion.extend({ state: z.enum(SESSION_STATES) })),

  attendance: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({ session: id, unit: id.optional(), ...page, limit: z.int().min(1).max(5000).default(1000) }),
    )
    .output(z.object({ total: z.int(), rows: z.array(attendanceRow), sums: attendanceSums })),
  /**
   * Marks given people; `rest` then marks everybody still 未登记. Version guard: the session's. A reason that
   * is left out stays as it was while the mark stays. 免到 is the reviewer's, every other mark the clerk's.
   */
  mark: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        session: id,
        rev,
        marks: z
          .array(z.object({ person: id, mark: z.enum(MARKS), reason: shortText.nullable().optional() }))
          .max(20_000)
          .default([]),
        rest: z.enum(['present', 'video']).optional(),
      }),
    )
    .output(rowVersion.extend({ sums: attendanceSums })),
  /**
   * 补课: record with date and document (clerk); confirm, reject, waive (reviewer). `on` is the make-up's
   * day, or the waiver's, today unless given; a rejection and a waiver need a reason.
   */
  moveMakeup: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        session: id,
        rev,
        people: z.array(id).min(1).max(20_000),
        move: z.enum(MAKEUP_MOVES),
        on: calendarDate.optional(),
        document: shortText.optional(),
        reason: longText.optional(),
      }),
    )
    .output(rowVersion.extend({ sums: attendanceSums })),
};
