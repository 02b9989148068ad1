import { z } from 'zod';
import { ERROR_CODES } from '../vocabulary/error-codes.ts';
import { DECISION_FAULTS, ROW_OUTCOMES, ROW_REASONS } from '../vocabulary/import-outcomes.ts';
import { DECLARATIONS } from '../vocabulary/words.ts';
import { calendarDate, fileContent, fileName, id, procedure, refusalFields, shortText } from './base.ts';

/** What a person says about one row: what is given stands in place of what the sheet says. */
const decision = z.object({
  line: z.int().positive(),
  /** Anybody of the roster, whatever the sheet calls them. */
  person: id.optional(),
  filedOn: calendarDate.optional(),
  declared: z.enum(DECLARATIONS).optional(),
  /** Id or name. */
  category: shortText.optional(),
  paperNumber: shortText.nullable().optional(),
  skip: z.literal(true).optional(),
});

const named = z.object({ name: z.string(), unitName: z.string(), disambiguator: z.string().nullable() });
const candidate = named.extend({ person: id });

const row = z.object({
  line: z.int(),
  /** unchanged: filed already as the row says, or the row says of nobody that they filed. */
  outcome: z.enum(ROW_OUTCOMES),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  /** Why it is held or skipped: what the sheet itself shows, */
  reason: z.enum(ROW_REASONS).nullable(),
  /** or the error code with which entry by hand would have been refused. */
  code: z.enum(ERROR_CODES).nullable(),
  fields: refusalFields.nullable(),
  person: id.nullable(),
  /** That person as the roster names them. */
  whom: named.nullable(),
  filedOn: z.string().nullable(),
  declared: z.enum(DECLARATIONS).nullable(),
  paperNumber: z.string().nullable(),
  category: z.string().nullable(),
  candidates: z.array(candidate).optional(),
});

export const filingImport = {
  /**
   * Rehearses a list of filings (姓名 单位 填报日期 有无问题 原件编号, and 类别 摘要 for problems, one row each)
   * against a round, or applies it: held and skipped rows stay out, all others go in as one step. read = added +
   * changed + unchanged + held + skipped; a filing that is there is never changed. Summaries are read from the column
   * 摘要 alone, and sealed like those entered by hand.
   */
  importFilings: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        round: id,
        fileName,
        content: fileContent,
        /** Name of the sheet; left out, the first one with a header that is recognised. */
        sheet: z.string().max(255).optional(),
        decisions: z.array(decision).max(50_000).default([]),
        apply: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        read: z.int(),
        added: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        held: z.int(),
        skipped: z.int(),
        /** Filings that go in, of all rows added. */
        filings: z.int(),
        sheets: z.array(z.object({ name: z.string() })),
        sheet: z.string(),
        rows: z.array(row),
        droppedColumns: z.array(z.string()),
        unusedDecisions: z.array(z.object({ line: z.int(), why: z.enum(DECISION_FAULTS) })),
        applied: z.boolean(),
      }),
    ),
};
