import { z } from 'zod';
import { ITEM_MOVES, ITEM_SOURCES, ITEM_STATES } from '../vocabulary/words.ts';
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
});

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
        office: id.optional(),
        state: z.enum(ITEM_STATES).optional(),
        source: z.enum(ITEM_SOURCES).optional(),
        unit: id.optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), items: z.array(item) })),
  item: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id }))
    .output(item.extend({ moves: z.array(itemMove) })),
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
