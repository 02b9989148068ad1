import { z } from 'zod';
import { EDUCATION_TYPES, FIGURE_IDS, INSTALLATION_ROLES, ORGAN_KINDS } from '../vocabulary/words.ts';
import { calendarDate, figure, id, procedure } from './base.ts';
import { figureRows } from './figure-rows.ts';

/** Offices left out of both sums: no bundle yet, or none that reaches the day. */
const missingOffices = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    dataUntil: z.string().nullable(),
    /** Name of the group that reports it; null: it reports to us. */
    under: z.string().nullable(),
  }),
);
/** Null: the figure has nothing to do with one of the filters; see FIGURE_RULES, `narrowedBy`. */
const byId = z.partialRecord(z.enum(FIGURE_IDS), figure.nullable());

/** Id or code of an office; the own one at an office installation. */
const office = z.string().max(64).optional();

/** Who reports to us, or to a group that does. */
const reporter = {
  id,
  code: z.string(),
  name: z.string(),
  /** The day of its last bundle; of what another group reports, the day of the figures. */
  dataUntil: z.string().nullable(),
  /** It stands in no sum: its data do not reach the day, or were reported as of another one. */
  stale: z.boolean(),
  lastSequence: z.int().nullable(),
  /** As of the day asked for; where it is stale, as of its own. */
  figures: byId,
};

/** A group that reports to us, with whoever reports to it: we have their figures and no rows. */
const reportingGroup = z.object({
  ...reporter,
  lastAt: z.string().nullable(),
  quarantined: z.boolean(),
  /** How many of those below stand in the sums. */
  counted: z.int(),
  /** In the order of their codes, those under a group after it. */
  below: z.array(
    z.object({
      ...reporter,
      /** Id of the group that it reports to. */
      under: id,
      kind: z.enum(INSTALLATION_ROLES),
    }),
  ),
});

const within = {
  /** Of people where they belonged that day, of items and actions the responsible one. Null: those of no unit. */
  unit: id.nullable().optional(),
  /** With all units below it. */
  below: z.boolean().default(true),
  /** Of the unit, or of the nearest unit above it that has a kind. */
  organKind: z.enum(ORGAN_KINDS).optional(),
};
/**
 * Sessions and actions of the phase; rounds that begin, items first issued and talks held within its span. Null:
 * those of no phase of the campaign.
 */
const phase = z.string().max(64).nullable().optional();
/** Sessions of the type; coverage then asks for this type alone. */
const type = z.enum(EDUCATION_TYPES).optional();

const filter = { office, ...within, phase, type };

/** Rows of a table beside the figures of all that the same filter lets through. */
const tableOf = <Row extends z.ZodRawShape>(row: Row) =>
  z.object({
    asOf: z.string(),
    rows: z.array(z.object({ ...row, figures: byId })),
    total: byId,
    /** 更正中: out of the sums while they are. */
    sessionsUnderCorrection: z.int(),
  });

/** The row of a unit; the rows of a table add up to its total. */
const unitRow = {
  /** Null: of no unit. */
  id: id.nullable(),
  name: z.string().nullable(),
  /** Whether those below it are counted in the row: false where they have rows of their own. */
  below: z.boolean(),
  /** It has units below it, so that it can be opened as a table. */
  hasUnits: z.boolean(),
};

export const figures = {
  /** Every office of a group beside each other, in the order of their codes, and the sums over sums; so are its groups. */
  byOffice: procedure
    .meta({ who: 'signedIn', at: 'group' })
    .input(z.object({ asOf: calendarDate }))
    .output(
      z.object({
        asOf: z.string(),
        offices: z.array(z.object({ ...reporter, lastAt: z.string().nullable(), quarantined: z.boolean() })),
        groups: z.array(reportingGroup),
        /** Days as of which groups have reported figures, the newest first. */
        reportedDays: z.array(z.string()),
        /** Over all offices, those below the groups included. */
        total: byId,
        missingOffices,
      }),
    ),
  /**
   * Figures as of a day under today's knowledge. `attendanceRate` is there when a session is named. At a
   * group without `office`: sums over the offices whose data reach the day, the others are named.
   */
  asOf: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ asOf: calendarDate, ...filter, session: id.optional(), round: id.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        office: z.string().nullable(),
        figures: byId,
        /** Sessions of the figure's line that are out of the sums while 更正中. */
        sessionsUnderCorrection: z.int(),
        missingOffices,
      }),
    ),
  /** The top units, each with all below it; of a `unit` those directly below it, and it alone. */
  byUnit: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ asOf: calendarDate, ...filter, session: id.optional() }))
    .output(tableOf(unitRow)),
  /** Null: units of no kind, and rows of no unit. */
  byOrganKind: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ asOf: calendarDate, ...filter, session: id.optional() }))
    .output(tableOf({ organKind: z.enum(ORGAN_KINDS).nullable() })),
  /** The campaign's phases as of the day, and null for what is of none of them, when there is any. */
  byPhase: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ asOf: calendarDate, ...filter, session: id.optional() }).omit({ phase: true }))
    .output(tableOf({ phase: z.string().nullable(), name: z.string().nullable() })),
  /** Of the campaign's types, the required ones first; a session of several types stands in the row of each. */
  byType: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ asOf: calendarDate, ...filter, session: id.optional() }).omit({ type: true }))
    .output(tableOf({ type: z.enum(EDUCATION_TYPES), required: z.boolean() })),
  /** Of the people of each unit as `byUnit` has them, how many each type has reached: 普及, type by type. */
  reachByUnit: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ asOf: calendarDate, ...filter }).omit({ type: true }))
    .output(
      z.object({
        asOf: z.string(),
        types: z.array(z.object({ type: z.enum(EDUCATION_TYPES), required: z.boolean() })),
        rows: z.array(
          z.object({
            ...unitRow,
            people: z.int(),
            /** In the order of `types`. */
            reached: z.array(z.int()),
          }),
        ),
      }),
    ),
  /** As of `until` and every week before it down to `from`, oldest first; each point as `asOf` would give it. */
  trend: procedure
    .meta({ who: 'signedIn' })
    .input(
      z.object({
        ...filter,
        from: calendarDate,
        until: calendarDate,
        step: z.enum(['week']).default('week'),
        /** All that have a trend when left out; a single session has none. */
        figures: z.array(z.enum(FIGURE_IDS)).max(FIGURE_IDS.length).optional(),
      }),
    )
    .output(
      z.object({
        days: z.array(z.string()),
        /** A figure that is asked for and not here has no trend under this filter. */
        series: z.array(z.object({ figure: z.enum(FIGURE_IDS), points: z.array(figure) })),
      }),
    ),
  ...figureRows({ ...filter, session: id.optional(), round: id.optional() }),
};
