import { z } from 'zod';
import {
  DIFFERENCES,
  EDUCATION_TYPES,
  MAKEUP_MOVES,
  MAKEUPS,
  MARKS,
  SESSION_FORMS,
  SESSION_MATTERS,
  SESSION_MOVES,
  SESSION_STATES,
  SESSION_VIEWS,
} from '../vocabulary/words.ts';
import { attendanceImport } from './attendance-import.ts';
import {
  allowedMove,
  calendarDate,
  id,
  longText,
  page,
  pastMove,
  procedure,
  REGISTER_READERS,
  rev,
  rowVersion,
  shortText,
  whose,
} from './base.ts';
import { studyTables } from './study-tables.ts';

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

/** Groups of one list that came at different times; 0: none. */
const batch = z.int().min(0).max(99);

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
  whose,
});

const attendanceRow = z.object({
  person: id,
  name: z.string().nullable(),
  unit: id,
  unitName: z.string(),
  rev,
  batch,
  mark: z.enum(MARKS),
  reason: z.string().nullable(),
  makeup: z.enum(MAKEUPS),
  makeupOn: z.string().nullable(),
  makeupDocument: z.string().nullable(),
});

const makeupRow = attendanceRow.omit({ rev: true }).extend({
  session: id,
  sessionRev: rev,
  sessionTitle: z.string(),
  sessionDay: z.string().nullable(),
  /** Transferred out, retired, or without a posting today: an open make-up of theirs is for the reviewer to waive. */
  hasLeft: z.boolean(),
});

const difference = z.object({
  person: id,
  name: z.string().nullable(),
  /** Counted that day and not on the list; on the list and not counted (there) that day; on it under another unit. */
  kind: z.enum(DIFFERENCES),
  listedUnit: id.nullable(),
  listedUnitName: z.string().nullable(),
  unitOnDay: id.nullable(),
  unitOnDayName: z.string().nullable(),
});

const makeupStep = {
  move: z.enum(MAKEUP_MOVES),
  on: calendarDate.optional(),
  document: shortText.optional(),
  reason: longText.optional(),
};
const missedSession = { session: id, rev, people: z.array(id).min(1).max(20_000) };

export const study = {
  ...attendanceImport,
  sessions: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        state: z.enum(SESSION_STATES).optional(),
        from: calendarDate.optional(),
        until: calendarDate.optional(),
        phase: z.string().max(64).optional(),
        /** Part of a title. */
        search: z.string().max(100).optional(),
        view: z.enum(SESSION_VIEWS).default('all'),
        /** The rows that a number of the work list counts. */
        matter: z.enum(SESSION_MATTERS).optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), sessions: z.array(session) })),
  /** How many rows each view would list under the same filter. */
  sessionCounts: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        phase: z.string().max(64).optional(),
        search: z.string().max(100).optional(),
      }),
    )
    .output(z.record(z.enum(SESSION_VIEWS), z.int())),
  session: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id }))
    .output(
      session.extend({
        moves: z.array(pastMove),
        allowed: z.array(allowedMove(SESSION_MOVES)),
        /** 待处理差异, see `differences`; 0 for another office's session, whose postings are not told in full. */
        differences: z.int(),
      }),
    ),
  /**
   * Absences that are to be made good, by the session that was missed. `pending`: 待补 of people who are still
   * there; `leavers`: 待补 of those who left; `open`: both, and 已补待确认.
   */
  makeups: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        session: id.optional(),
        unit: id.optional(),
        /** Of the session that was missed. */
        phase: z.string().max(64).optional(),
        state: z.enum(['open', 'leavers', ...MAKEUPS]).default('open'),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(makeupRow) })),
  createSession: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object(sessionFields))
    .output(rowVersion),
  /**
   * The same session every so many weeks from its `day` on, in one step; all are of that weekday. `times` counts
   * the sessions that are made: days in `except` are passed over. Drafts, or 已安排 when asked for.
   */
  createSeries: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z
        .object({
          session: z.object(sessionFields),
          every: z.int().min(1).max(4).default(1),
          times: z.int().min(2).max(60).optional(),
          until: calendarDate.optional(),
          except: z.array(calendarDate).max(60).default([]),
          /** Follows the title, `{n}` being the number within the series from 1 on. */
          suffix: z.string().max(30).includes('{n}').optional(),
          schedule: z.boolean().default(false),
        })
        .refine((one) => (one.times === undefined) !== (one.until === undefined)),
    )
    /** In the order of their days. */
    .output(z.object({ ids: z.array(id), days: z.array(z.string()), rev })),
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
      z.object({
        session: id,
        unit: id.optional(),
        batch: batch.optional(),
        ...page,
        limit: z.int().min(1).max(5000).default(1000),
      }),
    )
    .output(
      z.object({
        total: z.int(),
        /** By unit, then by the person's order number. */
        rows: z.array(attendanceRow),
        sums: attendanceSums,
        /** The same sums by unit, in the order of the rows. */
        units: z.array(z.object({ unit: id, unitName: z.string(), sums: attendanceSums })),
        /** The same sums by batch; empty while nobody of the session is in one. */
        batches: z.array(z.object({ batch, sums: attendanceSums })),
      }),
    ),
  /**
   * Marks given people; `rest` then marks everybody still 未登记. Version guard: the session's. A mark or
   * a batch that is left out stays as it was, a reason while the mark stays. 免到 is the reviewer's, every other
   * mark and the batches the clerk's.
   */
  mark: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        session: id,
        rev,
        marks: z
          .array(
            z.object({
              person: id,
              mark: z.enum(MARKS).optional(),
              reason: shortText.nullable().optional(),
              batch: batch.optional(),
            }),
          )
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
    .input(z.object({ ...missedSession, ...makeupStep }))
    .output(rowVersion.extend({ sums: attendanceSums })),
  /** The same in several sessions that were missed, all or none: a collective make-up, the waivers of leavers. */
  moveMakeups: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ groups: z.array(z.object(missedSession)).min(1).max(500), ...makeupStep }))
    .output(z.object({ rev, sessions: z.array(rowVersion.extend({ sums: attendanceSums })) })),

  /** 待处理差异: what postings back-dated after the list had frozen would change in it. */
  differences: procedure
    .meta({ who: REGISTER_READERS, at: 'office' })
    .input(z.object({ session: id, ...page, limit: z.int().min(1).max(5000).default(1000) }))
    .output(z.object({ total: z.int(), rows: z.array(difference) })),
  /**
   * Takes them up into a session that stands 退回, of these people or all: who is missing comes in as 未登记, who
   * is surplus goes out with mark and make-up, who belonged elsewhere counts there.
   */
  takeUpDifferences: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ session: id, rev, people: z.array(id).min(1).max(20_000).optional() }))
    .output(rowVersion.extend({ sums: attendanceSums, taken: z.record(z.enum(DIFFERENCES), z.int()) })),

  ...studyTables,
};
