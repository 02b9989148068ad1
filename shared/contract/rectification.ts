import { z } from 'zod';
import {
  ITEM_GROUPINGS,
  ITEM_MATTERS,
  ITEM_MOVES,
  ITEM_SOURCES,
  ITEM_STATES,
  ITEM_VIEWS,
  WHOSE,
} from '../vocabulary/words.ts';
import {
  allowedMove,
  calendarDate,
  id,
  longText,
  page,
  procedure,
  REGISTER_READERS,
  rev,
  rowVersion,
  shortText,
  whose,
} from './base.ts';
import { itemImport } from './item-import.ts';
import { itemTables } from './item-tables.ts';

const fields = {
  source: z.enum(ITEM_SOURCES),
  category: shortText.nullable().default(null),
  problem: longText,
  measures: longText.nullable().default(null),
  unit: id.nullable().default(null),
  leader: shortText.nullable().default(null),
  owner: shortText.nullable().default(null),
  dueOn: calendarDate.nullable().default(null),
  repeats: id.nullable().default(null),
};

export const item = z.object({
  id,
  rev,
  /** Whose ledger it stands in. */
  office: id,
  /** Year and running number as one, such as `2021-7`; null until issued. */
  number: z.string().nullable(),
  source: z.enum(ITEM_SOURCES),
  category: z.string().nullable(),
  problem: z.string(),
  measures: z.string().nullable(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  leader: z.string().nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  extendedDueOn: z.string().nullable(),
  evidenceNumber: z.string().nullable(),
  appliedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  timesReworked: z.int(),
  repeats: z.string().nullable(),
  mergedInto: z.string().nullable(),
  feedback: z.string().nullable(),
  state: z.enum(ITEM_STATES),
  whose,
  /** Until the due date in force; negative when overdue, null when the date no longer runs. */
  daysLeft: z.int().nullable(),
  /** 整改中 after a return by either level. */
  returned: z.boolean(),
  /** 督办 since that day, with its reason and the day on which to ask again; null: not under supervision. */
  supervision: z.object({ since: z.string(), reason: z.string(), nextOn: z.string().nullable() }).nullable(),
});

const filter = {
  /** At a group, every office's items where none is named. */
  office: id.optional(),
  state: z.enum(ITEM_STATES).optional(),
  source: z.enum(ITEM_SOURCES).optional(),
  /** 市指导组反馈 and 上级督导: those that a group reviews. */
  fromGroup: z.literal(true).optional(),
  /** By id. */
  category: shortText.optional(),
  unit: id.optional(),
  /** With `unit`: those below it too. */
  below: z.boolean().optional(),
  /** 责任人, as written. */
  owner: shortText.optional(),
  /** By the due date in force, both days included. */
  dueFrom: calendarDate.optional(),
  dueUntil: calendarDate.optional(),
  /** First issued within the days of that phase of the campaign. */
  phase: z.string().max(64).optional(),
  /** Items under supervision. */
  supervised: z.literal(true).optional(),
  /** Part of a number, a problem or its measures. */
  search: z.string().max(100).optional(),
  /** The rows that a number of the work list counts. */
  matter: z.enum(ITEM_MATTERS).optional(),
  whose: z.enum(WHOSE).optional(),
};

const itemMove = z.object({
  move: z.enum(ITEM_MOVES),
  from: z.enum(ITEM_STATES).nullable(),
  to: z.enum(ITEM_STATES),
  effectiveOn: z.string(),
  reason: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
});

/** Rows of a bulk write, each at the version that was seen: all of them, or none. */
const chosen = z
  .array(z.object({ id, rev }))
  .min(1)
  .max(1000)
  .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length);

/** The rows' new version. A refusal names its rows: `items` their ids, `numbers` as people read them, `count`. */
const bulk = z.object({ rev, count: z.int() });

export const rectification = {
  items: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        ...filter,
        view: z.enum(ITEM_VIEWS).default('all'),
        /** `due`: by the due date in force, those without one last. */
        sort: z.enum(['due', 'number']).default('number'),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), items: z.array(item) })),
  /** How many rows each view would list under the same filter. */
  counts: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object(filter))
    .output(z.record(z.enum(ITEM_VIEWS), z.int())),
  item: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id }))
    .output(item.extend({ moves: z.array(itemMove), allowed: z.array(allowedMove(ITEM_MOVES)) })),
  /** The rows of `items` under the same filter, counted by what they have in common; in the order of those things. */
  groups: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ ...filter, view: z.enum(ITEM_VIEWS).default('all'), by: z.enum(ITEM_GROUPINGS) }))
    .output(
      z.array(
        z.object({
          /** A unit's or category's id, a source, a state, whose move, an owner as written; null: none. */
          key: z.string().nullable(),
          /** A unit's name. */
          name: z.string().nullable(),
          count: z.int(),
          overdue: z.int(),
          dueSoon: z.int(),
          closed: z.int(),
        }),
      ),
    ),
  draftItem: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object(fields))
    .output(rowVersion),
  /** Drafts: every field; issued items: measures, leader, owner, and category and due date while still empty. */
  updateItem: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, ...fields }))
    .output(rowVersion),
  extendItem: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    /** `on`: the day on which it was granted; today unless given, never after today. */
    .input(z.object({ id, rev, dueOn: calendarDate, on: calendarDate.optional(), reason: longText }))
    .output(rowVersion),
  moveItem: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        id,
        rev,
        move: z.enum(ITEM_MOVES),
        /** The move's effective date; today unless given, never after today. */
        on: calendarDate.optional(),
        reason: longText.optional(),
        evidenceNumber: shortText.optional(),
        /** merge: the item that goes on. */
        mergedInto: id.optional(),
      }),
    )
    .output(rowVersion.extend({ state: z.enum(ITEM_STATES), number: z.string().nullable() })),

  /**
   * The same fields set in many rows as one step that can be undone: of drafts any, of items at work those that
   * `updateItem` lets change.
   */
  editItems: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        items: chosen,
        set: z
          .object({
            source: z.enum(ITEM_SOURCES),
            category: shortText,
            measures: longText,
            unit: id,
            leader: shortText,
            owner: shortText,
            dueOn: calendarDate,
          })
          .partial()
          .refine((set) => Object.keys(set).length > 0),
      }),
    )
    .output(bulk),
  /** 延期 of many rows as one step that can be undone: to one day, or each by working days from its date in force. */
  extendItems: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(
      z
        .object({
          items: chosen,
          dueOn: calendarDate.optional(),
          workingDays: z.int().min(1).max(1000).optional(),
          on: calendarDate.optional(),
          reason: longText,
        })
        .refine(({ dueOn, workingDays }) => (dueOn === undefined) !== (workingDays === undefined)),
    )
    .output(bulk),
  /** One move of many rows in the order given, which is the order of their numbers; undone by the reverse move. */
  moveItems: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        items: chosen,
        move: z.enum(ITEM_MOVES).exclude(['extend']),
        on: calendarDate.optional(),
        reason: longText.optional(),
        evidenceNumber: shortText.optional(),
        mergedInto: id.optional(),
      }),
    )
    .output(bulk.extend({ items: z.array(z.object({ id, number: z.string().nullable() })) })),

  /**
   * 督办 begun or ended by a reviewer, of an item whose work goes on. The item itself stays as it is, so that what the
   * group answers still fits. `rev`: of the item.
   */
  supervise: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(
      z.object({
        id,
        rev,
        on: z.boolean(),
        reason: longText,
        /** When begun: the day on which to ask first. */
        nextOn: calendarDate.optional(),
      }),
    )
    .output(z.object({ id })),
  /** 重复问题: the closed item that this one repeats, or null; as long as it is a draft or at work. */
  linkRepeat: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, repeats: id.nullable() }))
    .output(rowVersion),

  ...itemTables,
  ...itemImport,
};
