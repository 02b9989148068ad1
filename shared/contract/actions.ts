import { z } from 'zod';
import {
  ACTION_MEETINGS,
  ACTION_MOVES,
  ACTION_ORIGINS,
  ACTION_STATES,
  ACTION_VIEWS,
  SESSION_STATES,
} from '../vocabulary/words.ts';
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

/** Id of a phase, or of an action as the campaign defines it. */
const code = z.string().min(1).max(64);
/** yyyy-mm */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const note = longText.max(200);

const fields = {
  dueOn: calendarDate,
  /** 责任单位; null: the office itself. */
  unit: id.nullable(),
  evidenceNumber: shortText.nullable(),
  /** The sessions that fulfil it. */
  sessions: z.array(id).max(200),
  note: note.nullable(),
};

/** One occurrence of an action. */
const action = z.object({
  id,
  rev,
  office: id,
  /** The campaign's action that it is an occurrence of; `own-…` for one that stands in no campaign. */
  definition: z.string(),
  phase: z.string(),
  origin: z.enum(ACTION_ORIGINS),
  meeting: z.enum(ACTION_MEETINGS).nullable(),
  /** As it was planned. */
  name: z.string(),
  /** From 1 within its definition; 0 for one that stands in no campaign. */
  ordinal: z.int(),
  /** Of a monthly action. */
  month: z.string().nullable(),
  fromOn: z.string(),
  dueOn: z.string(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  doneOn: z.string().nullable(),
  evidenceNumber: z.string().nullable(),
  sessions: z.array(id),
  note: z.string().nullable(),
  state: z.enum(ACTION_STATES),
  whose,
  /** Until the due date; negative when overdue, null once done or not to be done. */
  daysLeft: z.int().nullable(),
});

/** A session beside an action: fulfilling it, or made for it. */
const sessionBeside = z.object({
  id,
  title: z.string(),
  day: z.string().nullable(),
  state: z.enum(SESSION_STATES),
  /** The action names it. */
  linked: z.boolean(),
});

const filter = {
  /** By id or code; the own office unless named. */
  office: z.string().max(64).optional(),
  phase: code.optional(),
  state: z.enum(ACTION_STATES).optional(),
  /** `prescribed`: laid down by the parent office or the office, 规定动作. */
  origin: z.enum([...ACTION_ORIGINS, 'prescribed']).optional(),
  definition: code.optional(),
  /** 责任单位, those below it too. */
  unit: id.optional(),
  /** Due in that month. */
  month: month.optional(),
  /** Part of a name, an evidence number or a note. */
  search: z.string().max(100).optional(),
};

const planned = z.object({
  definition: z.string(),
  phase: z.string(),
  name: z.string(),
  ordinal: z.int(),
  month: z.string().nullable(),
  fromOn: z.string(),
  dueOn: z.string(),
  /** The span it has until now; null for a new one. */
  was: z.object({ fromOn: z.string(), dueOn: z.string() }).nullable(),
});

/** What planning does: what nobody has touched follows the campaign, what somebody has touched stays and is told. */
const plan = z.object({
  added: z.array(planned),
  changed: z.array(planned),
  /** Its action or month left the campaign. */
  removed: z.array(planned),
  /** Touched, and not as the campaign has it now; `was` is what stays. */
  kept: z.array(planned),
  unchanged: z.int(),
});

/** Versions that were seen: all of them, or none. */
const chosen = z
  .array(z.object({ id, rev }))
  .min(1)
  .max(500)
  .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length);

export const actions = {
  /** The campaign's actions that have a name, in its order: what a session can be made for. */
  definitions: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: z.string().max(64).optional() }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          phase: z.string(),
          name: z.string(),
          origin: z.enum(ACTION_ORIGINS),
          meeting: z.enum(ACTION_MEETINGS).nullable(),
        }),
      ),
    ),
  list: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        ...filter,
        view: z.enum(ACTION_VIEWS).default('all'),
        /** `phase`: in the order of phases, then by due date. */
        sort: z.enum(['phase', 'due']).default('phase'),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), actions: z.array(action) })),
  /** How many rows each view would list under the same filter, and the filter's rows by phase. */
  counts: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object(filter))
    .output(
      z.object({
        views: z.record(z.enum(ACTION_VIEWS), z.int()),
        /** Each: planned + underway + done + cancelled = total. */
        phases: z.array(
          z.object({
            phase: z.string(),
            total: z.int(),
            planned: z.int(),
            underway: z.int(),
            done: z.int(),
            cancelled: z.int(),
            overdue: z.int(),
            dueSoon: z.int(),
          }),
        ),
      }),
    ),
  /** What is due or was done in a month, by due date; a month has at most 500. */
  calendar: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ office: z.string().max(64).optional(), month }))
    .output(z.object({ month: z.string(), actions: z.array(action) })),
  action: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id }))
    .output(
      action.extend({
        moves: z.array(pastMove),
        allowed: z.array(allowedMove(ACTION_MOVES)),
        /** Its own, and those made for its action within its span. */
        besides: z.array(sessionBeside),
        /** Own choice and never moved. */
        removable: z.boolean(),
      }),
    ),
  /** The actions that a session fulfils, and those that it was made for and is not yet named by. */
  ofSession: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ session: id }))
    .output(
      z.array(
        action
          .pick({ id: true, rev: true, name: true, month: true, dueOn: true, state: true })
          .extend({ linked: z.boolean() }),
      ),
    ),

  /** What `plan` would do now; `campaign` is the version that it was worked out from. */
  planPreview: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .output(plan.extend({ campaign: rev })),
  /** Makes the missing occurrences of every action of the campaign that has a name; `conflict` after a change. */
  plan: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(z.object({ campaign: rev }))
    .output(plan.extend({ rev })),
  /** 自选动作 */
  addOwn: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        name: shortText,
        phase: code,
        dueOn: calendarDate,
        unit: id.nullable().default(null),
        note: note.nullable().default(null),
      }),
    )
    .output(rowVersion),
  update: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, ...fields }))
    .output(rowVersion),
  move: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        id,
        rev,
        move: z.enum(ACTION_MOVES),
        /** The move's effective date; today unless given, never after today. */
        on: calendarDate.optional(),
        reason: longText.optional(),
        /** finish: instead of those that stand in the row. */
        evidenceNumber: shortText.optional(),
        sessions: z.array(id).max(200).optional(),
        /** reopen: the new due date, which may lie after the phase. */
        dueOn: calendarDate.optional(),
      }),
    )
    .output(rowVersion.extend({ state: z.enum(ACTION_STATES) })),
  /** One finishing for many, with the same day and evidence number. A refusal names its rows: `actions`, `count`. */
  finishMany: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ actions: chosen, on: calendarDate.optional(), evidenceNumber: shortText.optional() }))
    .output(z.object({ rev, count: z.int() })),
  remove: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion),
};
