import { z } from 'zod';
import {
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
});

const filter = {
  /** At a group, every office's items where none is named. */
  office: id.optional(),
  state: z.enum(ITEM_STATES).optional(),
  source: z.enum(ITEM_SOURCES).optional(),
  unit: id.optional(),
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
};
