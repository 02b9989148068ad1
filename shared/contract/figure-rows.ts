import { z } from 'zod';
import { ACTION_STATES, FIGURE_IDS, FIGURE_PARTS, ITEM_STATES, MAKEUPS, MARKS } from '../vocabulary/words.ts';
import { calendarDate, id, page, procedure, REGISTER_READERS } from './base.ts';

const attendance = z.object({
  session: id,
  sessionTitle: z.string(),
  sessionDay: z.string(),
  person: id,
  /** Null for somebody known by pseudonym only. */
  name: z.string().nullable(),
  /** Of the session's day. */
  unitName: z.string(),
  mark: z.enum(MARKS),
  /** As of the day: what was made good later stands as 待补. */
  makeup: z.enum(MAKEUPS),
  makeupOn: z.string().nullable(),
});

const person = z.object({
  person: id,
  name: z.string().nullable(),
  /** Of the day whose postings count. */
  unitName: z.string(),
  /** The day of the filing or of the first talk; null where there is none. */
  on: z.string().nullable(),
});

const item = z.object({
  id,
  numberYear: z.int(),
  number: z.int(),
  problem: z.string(),
  unitName: z.string().nullable(),
  /** As of the day. */
  state: z.enum(ITEM_STATES),
  /** The date in force on the day. */
  due: z.string().nullable(),
  appliedOn: z.string().nullable(),
});

const action = z.object({
  id,
  name: z.string(),
  phase: z.string(),
  unitName: z.string().nullable(),
  dueOn: z.string(),
  /** As of the day. */
  state: z.enum(ACTION_STATES),
  doneOn: z.string().nullable(),
});

const listOf = <Counts extends string, Row extends z.ZodType>(counts: Counts, row: Row) =>
  z.object({ counts: z.literal(counts), total: z.int(), rows: z.array(row) });

/** What the numbers of the figures are made of, under the same filter. */
export const figureRows = <Filter extends z.ZodRawShape>(filter: Filter) => ({
  /**
   * The rows that a number counts; `total` is the number. `rest`: those of the denominator that are not in the
   * numerator. Attendances by session, people and items in the order of their lists.
   */
  rows: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        figure: z.enum(FIGURE_IDS),
        part: z.enum(FIGURE_PARTS),
        asOf: calendarDate,
        ...filter,
        ...page,
      }),
    )
    .output(
      z.discriminatedUnion('counts', [
        listOf('attendances', attendance),
        listOf('people', person),
        listOf('items', item),
        listOf('actions', action),
      ]),
    ),
});
