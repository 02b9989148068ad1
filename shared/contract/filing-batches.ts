import { z } from 'zod';
import { ERROR_CODES } from '../vocabulary/error-codes.ts';
import { DECLARATIONS, FILING_STATES } from '../vocabulary/words.ts';
import { calendarDate, id, longText, page, procedure, refusalFields, rev, shortText } from './base.ts';
import { newFilingItem } from './filing-items.ts';

/** All went in, or none did: then `refused` names every row that could not, by its place in the list from 0 on. */
const batchAnswer = <Done extends z.ZodType>(done: Done) =>
  z.object({
    applied: z.boolean(),
    done: z.array(done),
    refused: z.array(z.object({ row: z.int(), code: z.enum(ERROR_CODES), fields: refusalFields })),
  });

export const filingBatches = {
  /** A pile of forms in one step. */
  fileMany: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        round: id,
        filings: z
          .array(
            z.object({
              person: id,
              filedOn: calendarDate,
              declared: z.enum(DECLARATIONS).default('noProblem'),
              paperNumber: shortText.nullable().default(null),
              items: z.array(newFilingItem).max(50).default([]),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(batchAnswer(z.object({ person: id, id, rev }))),
  /** The number after the one entered last; null where nothing tells how they run. */
  nextPaperNumber: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ round: id }))
    .output(z.object({ paperNumber: z.string().nullable() })),
  /** A reviewer's move for many filings in one step. */
  moveFilings: procedure
    .meta({ who: ['reviewer'], at: 'office' })
    .input(
      z.object({
        filings: z.array(z.object({ id, rev })).min(1).max(500),
        move: z.enum(['approve', 'return', 'archive']),
        reason: longText.optional(),
      }),
    )
    .output(batchAnswer(z.object({ id, rev, state: z.enum(FILING_STATES) }))),
  /** Who still owes a form: never filed, or returned. Counts by unit, and the names page by page. */
  reminders: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ round: id, unit: id.optional(), ...page }))
    .output(
      z.object({
        total: z.int(),
        units: z.array(z.object({ unit: id, unitName: z.string(), due: z.int(), returned: z.int() })),
        people: z.array(
          z.object({
            person: id,
            name: z.string(),
            unit: id,
            unitName: z.string(),
            state: z.enum(['due', 'returned']),
          }),
        ),
      }),
    ),
};
