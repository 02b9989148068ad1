import { z } from 'zod';
import { FIGURE_IDS } from '../vocabulary/words.ts';
import { calendarDate, figure, id, procedure } from './base.ts';

/** Offices left out of both sums: no bundle yet, or none that reaches the day. */
const missingOffices = z.array(
  z.object({ code: z.string(), name: z.string(), dataUntil: z.string().nullable() }),
);
const byId = z.partialRecord(z.enum(FIGURE_IDS), figure);

export const figures = {
  /** Every office of a group beside each other, in the order of their codes, and the sums over sums. */
  byOffice: procedure
    .meta({ who: 'signedIn', at: 'group' })
    .input(z.object({ asOf: calendarDate }))
    .output(
      z.object({
        asOf: z.string(),
        offices: z.array(
          z.object({
            id,
            code: z.string(),
            name: z.string(),
            dataUntil: z.string().nullable(),
            /** Its data do not reach the day: it stands in no sum. */
            stale: z.boolean(),
            lastSequence: z.int().nullable(),
            lastAt: z.string().nullable(),
            quarantined: z.boolean(),
            figures: byId,
          }),
        ),
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
    .input(
      z.object({
        asOf: calendarDate,
        /** Id or code of an office; the own one at an office installation. */
        office: z.string().max(64).optional(),
        session: id.optional(),
        round: id.optional(),
      }),
    )
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
};
