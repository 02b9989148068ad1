import { z } from 'zod';
import { FIGURE_IDS } from '../vocabulary/words.ts';
import { calendarDate, figure, id, procedure } from './base.ts';

export const figures = {
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
        figures: z.partialRecord(z.enum(FIGURE_IDS), figure),
        /** Sessions of the figure's line that are out of the sums while 更正中. */
        sessionsUnderCorrection: z.int(),
        /** Offices left out of both sums: no bundle yet, or none that reaches the day. */
        missingOffices: z.array(
          z.object({ code: z.string(), name: z.string(), dataUntil: z.string().nullable() }),
        ),
      }),
    ),
};
