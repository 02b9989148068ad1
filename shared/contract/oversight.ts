import { z } from 'zod';
import { KEPT_STATES } from '../vocabulary/import-outcomes.ts';
import { REPORTING_STATES, ROW_CHANGES } from '../vocabulary/oversight-words.ts';
import { RHYTHMS } from '../vocabulary/period-words.ts';
import { FIGURE_IDS, INSTALLATION_ROLES, ITEM_STATES, SESSION_STATES } from '../vocabulary/words.ts';
import { calendarDate, figure, id, page, procedure } from './base.ts';

/** Of a sender: epoch counter, then number. */
const position = z.object({ epoch: z.int().min(1), sequence: z.int().min(1) });

const period = z.object({
  from: z.string(),
  until: z.string(),
  /** The last day on which its bundle is on time. */
  dueOn: z.string(),
});

const cell = z.object({
  state: z.enum(REPORTING_STATES),
  /** The bundle that reported the period; `quarantined`: the one put aside; null: none has. */
  bundle: position.nullable(),
  receivedOn: z.string().nullable(),
  /** After `dueOn`: of what has not come, until today. */
  daysLate: z.int().nonnegative(),
  /** Said to be 零报告, on time or not. */
  nil: z.boolean(),
  /** Numbers of before it that never came. */
  missing: z.array(z.int()),
});

const keptBundle = z.object({
  ...position.shape,
  state: z.enum(KEPT_STATES),
  full: z.boolean(),
  asOf: z.string(),
  receivedOn: z.string(),
  receivedAt: z.string(),
  hash: z.string(),
  /** It stands in the books, so that what has changed since it can be told. */
  comparable: z.boolean(),
});

const change = z.enum(ROW_CHANGES);
/** Null: it was not there, or is no more. */
const sides = <Side extends z.ZodRawShape>(side: Side) => ({
  change,
  before: z.object(side).nullable(),
  after: z.object(side).nullable(),
});

const changedItem = z.object({
  id,
  number: z.string(),
  problem: z.string(),
  ...sides({ state: z.enum(ITEM_STATES), dueOn: z.string().nullable(), closedOn: z.string().nullable() }),
});

const changedSession = z.object({
  id,
  title: z.string(),
  day: z.string().nullable(),
  ...sides({ state: z.enum(SESSION_STATES), day: z.string().nullable() }),
});

/** What a group watches its offices by: when they report, what is new in a bundle. */
export const oversight = {
  /** Offices by code × the periods that have a day in the span; without one, the eight up to today. */
  grid: procedure
    .meta({ who: 'signedIn', at: 'group' })
    .input(z.object({ from: calendarDate.optional(), until: calendarDate.optional() }).default({}))
    .output(
      z.object({
        rhythm: z.enum(RHYTHMS),
        graceDays: z.int(),
        today: z.string(),
        periods: z.array(period),
        offices: z.array(
          z.object({
            id,
            code: z.string(),
            name: z.string(),
            kind: z.enum(INSTALLATION_ROLES),
            dataUntil: z.string().nullable(),
            /** One for each of `periods`. */
            cells: z.array(cell),
          }),
        ),
      }),
    ),
  /** What was kept of an office, newest first. */
  bundles: procedure
    .meta({ who: 'signedIn', at: 'group' })
    .input(z.object({ office: id, ...page }))
    .output(z.object({ total: z.int(), bundles: z.array(keptBundle) })),
  /**
   * How the books of an office changed from one bundle of it to a later one, or what a group below reported; long
   * work.
   */
  changes: procedure
    .meta({ who: ['member', 'leader'], at: 'group' })
    .input(z.object({ office: id, from: position, to: position }))
    .output(
      z.object({
        from: keptBundle,
        to: keptBundle,
        /** Tables of the report in their order; those without a change too, with the rows that stand in them. */
        registers: z.array(
          z.object({
            register: z.string(),
            added: z.int(),
            changed: z.int(),
            deleted: z.int(),
            before: z.int(),
            after: z.int(),
          }),
        ),
        /** By number, the first 500. */
        items: z.object({ total: z.int(), rows: z.array(changedItem) }),
        /** By day, the first 500. */
        sessions: z.object({ total: z.int(), rows: z.array(changedSession) }),
        /** As they were stored with each of the two bundles; null: nothing was. Of a group the sums it reported. */
        figures: z.array(
          z.object({
            figure: z.enum(FIGURE_IDS),
            before: figure.nullable(),
            after: figure.nullable(),
          }),
        ),
      }),
    ),
};
