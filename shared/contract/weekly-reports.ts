import { z } from 'zod';
import { WEEKLY_COUNTS } from '../vocabulary/weekly-words.ts';
import { FIGURE_IDS } from '../vocabulary/words.ts';
import { calendarDate, figure, page, procedure, shortText } from './base.ts';

/** Of the week's seven days, and from the first day on. */
const weekAndTotal = z.object({ week: z.int(), total: z.int() });

const content = z.object({
  /** A Monday. */
  weekBeginsOn: z.string(),
  /** The day whose end the figures stand for: the week's Sunday, or an earlier day of it. */
  asOf: z.string(),
  figures: z.partialRecord(z.enum(FIGURE_IDS), figure),
  counts: z.record(z.enum(WEEKLY_COUNTS), weekAndTotal),
  /** Items by category, under the name that the category had. */
  categories: z.array(
    z.object({
      category: z.string().nullable(),
      name: z.string().nullable(),
      issued: weekAndTotal,
      closed: weekAndTotal,
    }),
  ),
});

/** As a version keeps it: rates are printed when they are read. */
export const weeklyContent = content.extend({
  figures: z.partialRecord(z.enum(FIGURE_IDS), figure.omit({ text: true })),
});

const version = content.extend({
  version: z.int(),
  frozenAt: z.string(),
  /** Name of the account. */
  frozenBy: z.string().nullable(),
  /** Why there is a version after the first. */
  reason: z.string().nullable(),
});

/** A Monday. */
const week = calendarDate;
/** Id or code of an office; the own one unless named. */
const office = z.string().max(64).optional();

export const weeklyReports = {
  /** Weeks that were frozen, the latest first, each with its last version. */
  list: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office, ...page }))
    .output(
      z.object({
        total: z.int(),
        /** Weeks that are over and came after the first frozen one without being frozen; the oldest first. */
        open: z.array(z.string()),
        weeks: z.array(
          z.object({
            weekBeginsOn: z.string(),
            asOf: z.string(),
            version: z.int(),
            frozenAt: z.string(),
            frozenBy: z.string().nullable(),
          }),
        ),
      }),
    ),
  /** One week: as it would be frozen now, as it was frozen, and the week before it. */
  sheet: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ weekBeginsOn: week, office }))
    .output(
      z.object({
        /** Null before the week begins, and for the books of another office. */
        live: content.nullable(),
        /** Oldest first. */
        versions: z.array(version),
        /** Last version of the week before; null where that was not frozen. */
        before: version.nullable(),
      }),
    ),
  /**
   * Freezes the week as it is now; again after a correction makes the next version.
   * `after` is the version that the asker has seen last, 0 for none.
   */
  freeze: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ weekBeginsOn: week, after: z.int().nonnegative(), reason: shortText.optional() }))
    .output(z.object({ weekBeginsOn: z.string(), version: z.int(), asOf: z.string() })),
};
